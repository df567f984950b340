/** Statements on meetings and who goes to them. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { houseLanguage } from '#platform/text/language'
import { isHisName } from '../company-people/company-people.ts'
import { forgetWordsIn } from '../mails/mails.ts'
import type { MeetingTime } from '../free-slots/free-slots.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { OwnPlaces } from './places.sql.ts'

/** What a meeting came of; its number there. */
export type Origin = { kind: 'call'; id: number }

/** Who goes, in order, in place of who went before; nobody of them has said yet that he has seen it. */
const replaceVisitors = async (ctx: Ctx, bookingId: number, times: readonly MeetingTime[]) => {
  const { centreId } = ctx
  const before = await ctx.db
    .deleteFrom('bookingVisitor')
    .where('centreId', '=', centreId)
    .where('bookingId', '=', bookingId)
    .returning(['personId', 'chosenWhy'])
    .execute()
  const whys = new Map(before.map(({ personId, chosenWhy }) => [personId, chosenWhy]))
  await ctx.db
    .insertInto('bookingVisitor')
    .values(
      times.map(({ personId, travelMinutes, travelKnown }, n) => ({
        centreId,
        bookingId,
        personId,
        travelMinutes,
        travelKnown,
        position: n + 1,
        chosenWhy: whys.get(personId) ?? null,
      })),
    )
    .execute()
}

export type NewBooking = {
  /** What it is to the one judge: the database asks it too. */
  purpose: 'outreach' | 'agreed' | 'enquiry'
  /** Whose company it is, when a coordinator books for them. */
  bookedFor: number | null
  companyId: number
  cvr: string
  listId: number | null
  originKind: Origin['kind'] | null
  originId: number | null
  form: MeetingForm
  place: string
  contactName: string
  contactEmail: string | null
  contactPhone: string | null
  companyPersonId: number | null
  note: string
  uid: string
  /** Why just this one, whose field has nothing to do with the company. */
  chosenWhy: string | null
  organizerName: string
  organizerEmail: string
  municipality: number | null
  industry: string | null
  employees: number | null
}
/** Who visits may differ in driving, not in when. */
export const insertBooking = async (
  ctx: Ctx,
  row: NewBooking,
  times: readonly [MeetingTime, ...MeetingTime[]],
): Promise<number> => {
  const { startsAt, endsAt } = times[0]
  const { id } = await ctx.db
    .insertInto('booking')
    .values({ ...row, startsAt, endsAt, centreId: ctx.centreId, bookedBy: ctx.personId, bookedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await replaceVisitors(ctx, id, times)
  return id
}

type Moved = {
  seen: number
  form: MeetingForm
  place: string
  ownPlaces: OwnPlaces
  contactPhone: string | null
  times: readonly [MeetingTime, ...MeetingTime[]]
}
/** Only the version that was seen is moved; false when another was there first. */
export const updateTime = async (
  ctx: Ctx,
  id: number,
  { seen, form, place, ownPlaces, contactPhone, times }: Moved,
): Promise<boolean> => {
  const { startsAt, endsAt } = times[0]
  const agreed = {
    ...{ startsAt, endsAt, form, place, contactPhone, ownPlaces: JSON.stringify(ownPlaces) },
    ...{ sequence: seen + 1, confirmedAt: null },
  }
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set({ ...agreed, movedAt: ctx.at, movedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('sequence', '=', seen)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await replaceVisitors(ctx, id, times)
  return true
}

/** Who goes along changes, the time does not; false when another was there first. */
export const countUp = async (ctx: Ctx, id: number, seen: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set({ sequence: seen + 1 })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('sequence', '=', seen)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export const addVisitor = (
  ctx: Ctx,
  bookingId: number,
  { personId, travelMinutes, travelKnown, chosenWhy }: MeetingTime & { chosenWhy: string | null },
) =>
  ctx.db
    .insertInto('bookingVisitor')
    .values({ centreId: ctx.centreId, bookingId, personId, travelMinutes, travelKnown, chosenWhy, position: 2 })
    .execute()
export const removeVisitor = (ctx: Ctx, bookingId: number, personId: number) =>
  ctx.db
    .deleteFrom('bookingVisitor')
    .where('centreId', '=', ctx.centreId)
    .where('bookingId', '=', bookingId)
    .where('personId', '=', personId)
    .execute()

/** Waits for nobody: who is calling it off or moving it now has it. */
export const lockAsItStands = async (ctx: Ctx, id: number, startsAt: string): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom('booking')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('startsAt', '=', startsAt)
    .where('cancelledAt', 'is', null)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row !== undefined
}

export const changeChosenWhy = (ctx: Ctx, id: number, chosenWhy: string | null) =>
  ctx.db.updateTable('booking').set({ chosenWhy }).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** Who was met wishes to be forgotten, whether he was chosen or his name typed: the meeting stays, without him. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  await ctx.db
    .updateTable('booking')
    .set({ companyPersonId })
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', 'is', null)
    .where(isHisName(companyPersonId, 'booking', 'booking.contactName', 'booking.contactEmail'))
    .execute()
  const met = await ctx.db
    .selectFrom('booking')
    .select(['uid', 'contactName', 'contactEmail', 'contactPhone'])
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', '=', companyPersonId)
    .execute()
  for (const { uid, contactName, contactEmail, contactPhone } of met)
    await forgetWordsIn(
      ctx,
      uid,
      [contactName, contactEmail, contactPhone].filter((word) => word !== null),
    )
  await ctx.db
    .updateTable('booking')
    .set({
      contactName: m.bookings_contact_forgotten({}, { locale: houseLanguage }),
      contactEmail: null,
      contactPhone: null,
    })
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', '=', companyPersonId)
    .execute()
}

/** Another company's from now on: whoever moves the version he saw before is told so. */
export const updateCompany = async (
  ctx: Ctx,
  id: number,
  { companyId, cvr }: { companyId: number; cvr: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set((eb) => ({ companyId, cvr, sequence: eb('sequence', '+', 1) }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const markCancelled = async (ctx: Ctx, id: number, why: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set((eb) => ({
      cancelledAt: ctx.at,
      cancelledBy: ctx.personId,
      cancelledWhy: why,
      sequence: eb('sequence', '+', 1),
    }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const markConfirmed = async (ctx: Ctx, id: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set({ confirmedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Since when who goes has seen the meeting; null: not any more. False: so it stood already. */
export const markAcknowledged = async (
  ctx: Ctx,
  bookingId: number,
  { personId, at }: { personId: number; at: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('bookingVisitor')
    .set({ acknowledgedAt: at })
    .where('centreId', '=', ctx.centreId)
    .where('bookingId', '=', bookingId)
    .where('personId', '=', personId)
    .where('acknowledgedAt', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const markReported = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('booking')
    // Somebody was met after all.
    .set({ reportedAt: ctx.at, notMetAt: null, notMetBy: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('reportedAt', 'is', null)
    .execute()

/** False when it was told, reported or cancelled already. */
export const markNotMet = async (ctx: Ctx, id: number, note: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set({ notMetAt: ctx.at, notMetBy: ctx.personId, notMetNote: note })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('notMetAt', 'is', null)
    .where('reportedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const changeAddress = (ctx: Ctx, id: number, contactEmail: string) =>
  ctx.db
    .updateTable('booking')
    .set({ contactEmail })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

/** Which of these numbers of calendar files are meetings of ours, called off or not. */
export const knownUids = async (ctx: Ctx, uids: readonly string[]): Promise<string[]> => {
  if (uids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('booking')
    .select('uid')
    .where('centreId', '=', ctx.centreId)
    .where('uid', 'in', uids)
    .execute()
  return rows.map(({ uid }) => uid)
}
