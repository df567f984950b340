/** Whom to ask about a tip: who has the company first, then who knows its trade, nearest first. */
import type { Ctx } from '#platform/context'
import * as m from '#texts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { type Knowledge, whoKnows } from '../trade-areas/trade-areas.ts'
import type { TipRow } from './tips.sql.ts'
import * as store from './visitors.sql.ts'

type Reason = { points: number; says: (typeof m)['tips_why_has'] }
const most = 6

const reasonOf = (knowledge: Knowledge, near: boolean): Reason | null => {
  if (!knowledge.fits) return null
  const beside = near ? 1 : 0
  if (knowledge.trade) return { points: 6 + beside, says: m.tips_why_trade }
  if (knowledge.kind) return { points: 4 + beside, says: m.tips_why_kind }
  if (knowledge.generalist) return { points: 2 + beside, says: m.tips_why_generalist }
  return { points: beside, says: near ? m.tips_why_near : m.tips_why_none }
}

export const proposeFor = async (ctx: Ctx, { companyId, cvr, industry, municipality }: TipRow) => {
  const has = companyId === null || cvr === null ? undefined : await contactOf(ctx, { companyId, cvr })
  const [people, knows] = [await store.visitorsNow(ctx, visitors), await whoKnows(ctx, industry)]
  return people
    .flatMap((person) => {
      const near = municipality !== null && municipality === person.municipality
      const reason: Reason | null =
        person.personId === has?.personId ? { points: 20, says: m.tips_why_has } : reasonOf(knows(person), near)
      return reason ? [{ person, reason }] : []
    })
    .toSorted(
      (a, b) =>
        b.reason.points - a.reason.points ||
        Number(runsCentre(a.person)) - Number(runsCentre(b.person)) ||
        a.person.open - b.person.open ||
        a.person.personId - b.person.personId,
    )
    .slice(0, most)
    .map(({ person: { personId: id, name, school }, reason }) => ({
      id,
      name,
      school,
      why: reason.says({}, { locale: ctx.language }),
    }))
}
