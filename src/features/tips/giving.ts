/** A partner tells of a company. The answer is the same whatever we know of it: in ro, struck, protected, or told of before. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announceTo } from '#platform/events'
import * as m from '#texts'
import { readCvr } from '../official-codes/official-codes.ts'
import { myPartner, peopleOfPartner } from '../partners/partners.ts'
import type { GivenTip, TipForm } from './giving.schema.ts'
import { openNow } from './joining.ts'
import { reachedOf, tell } from './one-tip.ts'
import * as places from './places.sql.ts'
import * as store from './tips.sql.ts'

type Form = z.output<typeof TipForm>
/** `toldAt`: when it was told, where that was elsewhere before it came here; then it was given by nobody who is here now. */
export type Giver = { partnerId: number; linkId: number | null; toldAt?: string }

export const findOpenPlaces = async (ctx: Ctx, q: string) => ({ rows: await places.openPlaces(ctx, q) })

/** Chosen, or said by its number; else as it was written. */
const placeOf = async (ctx: Ctx, { companyId, company }: Form) => {
  if (companyId !== null) {
    const chosen = await places.openPlaceById(ctx, companyId)
    if (!chosen) throw problemAt('wrong-input', '/body/companyId', String(companyId), 'unknown')
    return chosen
  }
  const cvr = readCvr(company)
  const [found] = 'value' in cvr && cvr.value ? await places.openPlaces(ctx, cvr.value) : []
  return found ? places.openPlaceById(ctx, found.id) : undefined
}

const refuseWrong = (ctx: Ctx, { askedBy, askedOn }: Form) => {
  const wrong = (says: typeof m.tips_problem_asked_on, pointer: string, code: string) =>
    problemAt('wrong-input', pointer, says({}, { locale: ctx.language }), code)
  if (askedBy !== '' && askedOn === null) throw wrong(m.tips_problem_asked_on, '/body/askedOn', 'missing')
  if (askedBy === '' && askedOn !== null) throw wrong(m.tips_problem_asked_by, '/body/askedBy', 'missing')
  if (askedOn !== null && askedOn > ctx.today) throw wrong(m.tips_problem_asked_later, '/body/askedOn', 'in-future')
}

/** Joins the open one of the same company, whoever gave that. */
const insert = async (ctx: Ctx, tip: store.New): Promise<number> => {
  for (;;) {
    const first = await store.insertFirst(ctx, tip)
    if (first) return first.id
    const open = await openNow(ctx, tip.joinKey ?? '')
    if (open) return (await store.insertJoined(ctx, tip, open.id)).id
  }
}

/** So many tips in a day no person tells: who has got hold of a link fills nobody's page. */
const mostOfLink = 50
const refuseMany = async (ctx: Ctx, linkId: number) => {
  const since = ctx.now.add({ hours: -24 }).toString({ fractionalSecondDigits: 3 })
  if ((await store.givenByLinkSince(ctx, linkId, since)) >= mostOfLink)
    throw problem('too-many-tries', { minutes: 24 * 60 })
}

/** Its number, for those who go on with it. */
export const takeTip = async (ctx: Ctx, { partnerId, linkId, toldAt }: Giver, form: Form): Promise<number> => {
  refuseWrong(ctx, form)
  if (linkId !== null) await refuseMany(ctx, linkId)
  const place = await placeOf(ctx, form)
  const { words, mayName, urgent, askedBy, askedOn } = form
  const id = await insert(ctx, {
    ...{
      partnerId,
      linkId,
      givenBy: toldAt ? null : ctx.personId,
      givenAt: toldAt ?? ctx.at,
      words,
      mayName,
      urgent,
      askedBy,
      askedOn,
    },
    ...{ companySaid: place?.name ?? form.company, townSaid: place?.town ?? '' },
    ...{ companyId: place?.id ?? null, cvr: place?.cvr ?? null, joinKey: place?.joinKey ?? null },
  })
  if (toldAt === undefined) await tell(ctx, id, 'given', { what: place?.name ?? form.company })
  announceTo(ctx, ['my-partner'], await peopleOfPartner(ctx, partnerId))
  return id
}
export const giveTipAs = async (ctx: Ctx, giver: Giver, form: Form) => {
  await takeTip(ctx, giver, form)
  return {}
}

/** Who asks, as one of the partner he comes from. */
const mine = async (ctx: Ctx) => {
  const partner = await myPartner(ctx)
  if (!partner) throw problem('not-allowed')
  return partner
}
export const giveTip = async (ctx: Ctx, form: Form) =>
  giveTipAs(ctx, { partnerId: (await mine(ctx)).id, linkId: null }, form)
export const findTipped = async (ctx: Ctx, q: string) => {
  await mine(ctx)
  return findOpenPlaces(ctx, q)
}

/** How far each is: what partners see, and no more. `older`: so many are left out. */
export const givenTips = async (
  ctx: Ctx,
  of: { partnerId: number } | { linkId: number },
): Promise<{ tips: z.infer<typeof GivenTip>[]; older: number }> => {
  const rows = await store.givenTips(ctx, of)
  const tips: z.infer<typeof GivenTip>[] = rows.map(({ company, town, givenOn, given: _, ...row }) => ({
    ...{ company, town, givenOn },
    reached: reachedOf(row),
    visited: row.visited,
  }))
  return { tips, older: (rows[0]?.given ?? 0) - rows.length }
}

/** Nobody was asked, has said which company it is, goes on with it, has ended it or told more of it: it can be taken back. */
export const isUntouched = async (ctx: Ctx, id: number): Promise<boolean> =>
  (await store.untouched(ctx, id)) !== undefined

/** There was none. False: somebody has gone on with it, and it stays. */
export const withdrawTip = async (ctx: Ctx, id: number): Promise<boolean> => {
  await store.lockTip(ctx, id)
  const tip = await store.untouched(ctx, id)
  if (!tip) return false
  await store.removeTip(ctx, id)
  await tell(ctx, id, 'withdrawn', { what: tip.companySaid })
  announceTo(ctx, ['my-partner'], await peopleOfPartner(ctx, tip.partnerId))
  return true
}
