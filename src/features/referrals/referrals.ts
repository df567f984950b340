/** Front door: what a company needs is passed on to another school's people, and followed until somebody has talked with them. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { AnswerOf, z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { listSchools } from '../centre/centre.ts'
import { referralReceivers, runsCentre } from '../centre/roles.ts'
import { dropMark, lockCompanies } from '../may-contact/may-contact.ts'
import { showVisit } from '../visits/visits.ts'
import { askedOf, daysFromNow, tellAsked } from './asking.ts'
import { lastDayOver, lockFor, markReferral, rowsOf, type Shape, showReferral, tell } from './one-referral.ts'
import type * as contract from './referrals.schema.ts'
import * as store from './referrals.sql.ts'
import * as steps from './steps.sql.ts'

export {
  answerReferral,
  closeReferral,
  reopenReferral,
  takeReferral,
  undoAnswer,
  undoTaking,
  withdrawReferral,
} from './answering.ts'
export { giveReferralBack, passReferral, undoGivingBack } from './passing.ts'
export { showReferral } from './one-referral.ts'

type Query = z.output<NonNullable<(typeof contract.listReferrals)['query']>>
export const listReferrals = async (
  ctx: Ctx,
  { cursor, limit, ...sought }: Query,
): Promise<AnswerOf<typeof contract.listReferrals>> => {
  const keys = readCursor(cursor, 2)
  const after = keys && ([String(keys[0]), Number(keys[1])] as const)
  const centresFrom = runsCentre(ctx) ? lastDayOver(ctx) : null
  const text = sought.text?.trim()
  const rows = await store.referralPage(ctx, { ...sought, centresFrom, text, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await rowsOf(ctx, shown),
    waiting: await store.waitingForMe(ctx),
    next: rows.length > limit && last ? writeCursor([last.sortedOn, last.id]) : null,
  }
}

const placeOf = async (ctx: Ctx, companyId: number) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  return place
}

/** That one is open, and who is asked about it: who has taken it, else who gave it. Of the rest only who may read it learns. */
export const listCompanyReferrals = async (ctx: Ctx, companyId: number) => {
  await placeOf(ctx, companyId)
  const rows = await store.openOnPlace(ctx, companyId)
  return {
    rows: rows.map((row) => {
      const taken = row.takenAt !== null && row.answeredAt === null
      const [id, name, school] = taken
        ? [row.receiverId, row.receiver, row.receiverSchool]
        : [row.followerId, row.follower, row.followerId === row.giverId ? row.giverSchool : null]
      const ask = id === null ? null : { id, name: name ?? '', school }
      return { id: row.id, hearBy: row.hearBy, ask, opens: row.opens }
    }),
  }
}

/** Who asked whom, until somebody has talked with them, as the company reads it: `to` null, a colleague yet to be found. Answered, who gave it tells them. */
export const referralsOf = async (ctx: Ctx, companyId: number) =>
  (await store.openOnPlace(ctx, companyId, { answers: true }))
    .filter((row) => row.talkedAt === null && !row.answeredMet)
    .map((row) => ({
      ...{ id: row.id, giver: row.giver, hearBy: row.hearBy, answered: row.answeredAt !== null },
      to: row.receiver ?? row.receiverSchool,
    }))

const schoolsNow = async (ctx: Ctx) => (await listSchools(ctx)).rows.map(({ id, name }) => ({ id, name }))
export const listReferralReceivers = async (ctx: Ctx) => ({
  people: (await store.peopleNow(ctx, referralReceivers))
    .filter(({ id }) => id !== ctx.personId)
    .map(({ id, name, school }) => ({ id, name, school })),
  schools: await schoolsNow(ctx),
})
export const showReferralForm = async (ctx: Ctx, companyId: number) => {
  const { cvr, name: company } = await placeOf(ctx, companyId)
  const { days, answerBy: hearBy } = await daysFromNow(ctx)
  const contacts = await store.contactsAt(ctx, cvr)
  return { company, ...(await listReferralReceivers(ctx)), contacts, days, hearBy }
}

type Form = z.output<NonNullable<(typeof contract.giveReferral)['body']>>
/** Throws wrong-input for a day that is over, and for a person or a report of another company. */
const refuseWrong = async (ctx: Ctx, { hearBy, contactId, visitId }: Form, cvr: string) => {
  const wrong = (pointer: string, say: typeof m.referrals_in_the_past) =>
    problemAt('wrong-input', pointer, say({}, { locale: ctx.language }), 'custom')
  if (hearBy < ctx.today) throw wrong('/body/hearBy', m.referrals_in_the_past)
  if (contactId && !(await store.contactsAt(ctx, cvr)).some(({ id }) => id === contactId))
    throw wrong('/body/contactId', m.referrals_not_theirs)
  if (visitId && (await showVisit(ctx, visitId)).cvr !== cvr) throw wrong('/body/visitId', m.referrals_not_theirs)
}

/** Asks a colleague, or a school; from now on nobody else turns to the company, and who gave it sees to it that somebody talks with them. */
export const giveReferral = async (ctx: Ctx, form: Form): Promise<Shape> => {
  const { id: companyId, cvr } = await placeOf(ctx, form.companyId)
  await refuseWrong(ctx, form, cvr)
  const asked = await askedOf(ctx, form)
  await lockCompanies(ctx, [cvr])
  const { remindOn, answerBy } = await daysFromNow(ctx)
  const { words, field = null, contactId = null, visitId = null, hearBy } = form
  const { receiverId, receiverSchoolId } = asked
  const followerId = personOf(ctx)
  const referral = { companyId, cvr, followerId, receiverId, receiverSchoolId, hearBy, remindOn, answerBy }
  const id = await store.insertReferral(ctx, referral, { words, field, contactId, visitId })
  await steps.insertStep(ctx, id, { verb: 'given', toId: receiverId, toSchoolId: receiverSchoolId })
  await markReferral(ctx, id)
  await tell(ctx, { id, companyId, cvr }, { verb: 'given', after: { hearBy } })
  await tellAsked(ctx, id, asked)
  return showReferral(ctx, id)
}

/** Given by mistake: nothing of it is left, and the company is as free as before. */
export const undoGiving = async (ctx: Ctx, id: number): Promise<{ id: number }> => {
  const row = await lockFor(ctx, id, 'ungive')
  await dropMark(ctx, 'referral', id)
  await steps.deleteReferral(ctx, id)
  await tell(ctx, row, { verb: 'giving-undone' })
  return { id }
}
