/** Front door: how many a target group is, who can be reached, and which contact models fit it. What must hold: the parts add up to those that fit, and nothing is proposed that no fact speaks for. */
import { Temporal } from 'temporal-polyfill'
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import type { Criteria } from '../lists/criteria.schema.ts'
import { countList, countNumberless, placesThatFit } from '../lists/lists.ts'
import * as store from './contact-models.sql.ts'
import { proposeMix } from './propose.ts'
import type { TargetGroup } from './models.schema.ts'
import { countNetworks } from '../networks/networks.ts'
import { wilson } from './wilson.ts'
import { smallUnder, visitedYears } from './models.shared.ts'

type Facts = z.infer<typeof TargetGroup>
type Count = Awaited<ReturnType<typeof countList>>

const ago = (ctx: Ctx, by: Temporal.DurationLike) => Temporal.PlainDate.from(ctx.today).subtract(by).toString()
const outBecause = ({ out }: Count, ...reasons: readonly string[]) =>
  out.filter(({ reason }) => reasons.includes(reason)).reduce((sum, { count }) => sum + count, 0)

/** Companies once each, and none that has closed: more places of one company are no companies more. */
const partsOf = (count: Count, numberless: number) => {
  const parts = {
    waits: outBecause(count, 'wait'),
    running: outBecause(count, 'running', 'has-meeting'),
    protected: outBecause(count, 'protected'),
    numberless,
  }
  const fits = count.fits - outBecause(count, 'same-company', 'closed')
  const reachable = count.included - numberless
  const named = parts.waits + parts.running + parts.protected + parts.numberless
  return { fits, reachable, out: { ...parts, other: fits - reachable - named } }
}

/** Ten talks are the least that says something; then so many meetings of all that can be reached, by 95 % Wilson. */
const meetingsOf = ({ talked, yes }: Facts['talks'], reachable: number) => {
  if (talked < 10) return null
  const { least, most } = wilson(yes, talked)
  return { least: Math.floor(least * reachable), most: Math.ceil(most * reachable) }
}

/** What consultants said, where enough have. */
export type Said = Pick<Facts, 'wanted' | 'atEase'>

/** Whatever limit and order a list will have: the whole target group is weighed. */
export const weighModels = async (
  ctx: Ctx,
  { target, criteria: given, said }: { target: 'companies' | 'employees'; criteria: Criteria; said: Said },
): Promise<Facts> => {
  const criteria: Criteria = { ...given, limit: null, random: false }
  const small: Criteria = { ...criteria, employeesTo: Math.min(smallUnder - 1, criteria.employeesTo ?? smallUnder) }
  const visited: Criteria = { ...criteria, visitedSince: ago(ctx, { years: visitedYears }) }
  const everyone: Criteria = { ...criteria, contact: 'any', contactSince: null, visitedSince: null }
  const [count, smallOnes, visitedOnes, { numberless }, talks] = await Promise.all([
    countList(ctx, criteria),
    countList(ctx, small),
    countList(ctx, visited),
    countNumberless(ctx, criteria),
    store.talksWith(ctx, placesThatFit(ctx, everyone), ago(ctx, { years: 1 })),
  ])
  const parts = partsOf(count, numberless)
  const facts = {
    ...parts,
    // Of those without a number some are small or visited too: never more than can be reached.
    small: Math.min(smallOnes.included, parts.reachable),
    visited: Math.min(visitedOnes.included, parts.reachable),
    talks,
    meetings: meetingsOf(talks, parts.reachable),
    ...said,
  }
  return { ...facts, proposal: proposeMix({ ...facts, networks: await countNetworks(ctx) }, target) }
}
