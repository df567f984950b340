/** What is known of a visit and of those who are proposed to it: the points that follow from it, and the sentences. Points stand nowhere, they are reckoned from this alone. */
import type { Ctx } from '#platform/context'
import { z } from '#platform/endpoint'
import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import { fields } from '../enquiries/enquiry-words.table.ts'
import { type Hinders, pointsAlong, pointsOfLead, pointsTogether, reasonsOf } from '../free-slots/free-slots.ts'
import { keysOf } from '#platform/typed.shared'
import { inSentence, tradeAreas } from '../trade-areas/trade-areas.table.ts'
import { tradeAreaOf } from '../trade-areas/trade-areas.ts'
import type { Place, PlanPoints, showStaffing } from './staffing-ahead.schema.ts'

const KnownPerson = z.object({
  fits: z.boolean(),
  trade: z.nullable(z.enum(['own', 'school'])),
  kind: z.nullable(z.enum(keysOf(fields))),
  generalist: z.boolean(),
  learns: z.boolean(),
  has: z.nullable(z.enum(['regular-contact', 'deputy'])),
  metBefore: z.boolean(),
  companies: z.int(),
  first: z.boolean(),
  travelMinutes: z.int(),
  travelKnown: z.boolean(),
})
const KnownSecond = z.object({
  ...KnownPerson.shape,
  /** Whoever goes first knows the trade that he wishes to learn. */
  learnsHere: z.boolean(),
  otherSchool: z.boolean(),
})
export const Known = z.object({
  industry: z.nullable(z.string()),
  lead: z.nullable(KnownPerson),
  second: z.nullable(KnownSecond),
})
export type KnownPerson = z.infer<typeof KnownPerson>
export type KnownSecond = z.infer<typeof KnownSecond>
export type Known = z.infer<typeof Known>

/** Of these nothing is said when it is nothing. */
const rare: readonly PlanPoints['what'][] = ['contact', 'met-before']

/** The rows that are shown, and that add up. */
export const pointsOfPlan = ({ lead, second }: Pick<Known, 'lead' | 'second'>): PlanPoints[] => {
  const first = lead ? pointsOfLead(lead, lead.travelMinutes) : []
  const pair = second && { learns: second.learnsHere, otherSchool: second.otherSchool }
  const along = second && pair ? [...pointsAlong(second.travelMinutes), ...pointsTogether(pair)] : []
  const rows: PlanPoints[] = [
    ...first.map((row) => ({ place: 'lead' as const, ...row })),
    ...along.map((row) => ({ place: 'second' as const, ...row })),
  ]
  return rows.filter(({ what, points }) => points !== 0 || !rare.includes(what))
}

// ---- In words ----------------------------------------------------------------------------------------------------
export type Candidate = z.infer<(typeof showStaffing)['answer']>['rows'][number]['proposed'][number]

const driving = (ctx: Ctx, { travelMinutes, travelKnown }: KnownPerson) => {
  const options = { locale: ctx.language }
  if (!travelKnown) return m.staffing_ahead_drives_unknown({}, options)
  return m.staffing_ahead_drives({ time: sayMinutes(travelMinutes, options) }, options)
}
const learns = (ctx: Ctx, { industry }: Known) => {
  const options = { locale: ctx.language }
  const area = tradeAreaOf(industry)?.area
  return area ? [m.staffing_ahead_learns({ trade: inSentence(tradeAreas[area]({}, options)) }, options)] : []
}

const reasons = (ctx: Ctx, known: Known, place: Place, online: boolean): string[] => {
  const person = known[place]
  if (!person) return []
  const { second } = known
  const along = place === 'second' && second ? second : null
  return [
    ...(along?.learns ? learns(ctx, known) : []),
    ...reasonsOf(ctx, person, known),
    ...(along?.otherSchool ? [m.staffing_ahead_other_school({}, { locale: ctx.language })] : []),
    ...(online ? [] : [driving(ctx, person)]),
  ]
}

type Who = { personId: number; name: string; school: string | null; place: Place }
type About = { known: Known; hinders: Hinders | null; drives: boolean }
export const candidateOf = (ctx: Ctx, who: Who, { known, hinders, drives }: About): Candidate => {
  const { personId, name, school, place } = who
  const person = known[place]
  return {
    ...{ personId, name, school, place, hinders },
    travelMinutes: person?.travelMinutes ?? 0,
    travelKnown: person?.travelKnown ?? false,
    reasons: reasons(ctx, known, place, !drives),
    points: pointsOfPlan({ ...known, [place === 'lead' ? 'second' : 'lead']: null }),
    fits: person !== null && (person.fits || (place === 'second' && person.learns)),
  }
}
