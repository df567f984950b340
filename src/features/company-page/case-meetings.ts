/** What a company does with its own meetings through its link: a yes, another time or another way to meet, or none. */
import type { Ctx } from '#platform/context'
import { Problem, problem } from '#platform/errors'
import { cancelByCompany, confirmByCompany, freeSlotsForCompany, moveByCompany } from '../bookings/bookings.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { type Own, showCase } from './company-page.ts'

/** Saying yes twice is saying yes. */
export const confirmMeeting = async (ctx: Ctx, own: Own, bookingId: number) => {
  await confirmByCompany(ctx, { bookingId, ...own })
  return showCase(ctx, own)
}

/** So far ahead a company is offered times. */
const weeks = 3
type Wanted = { meetingId: number; form?: MeetingForm | undefined }
export const listCaseSlots = async (ctx: Ctx, own: Own, { meetingId: bookingId, form }: Wanted) => {
  const { rows, why } = await freeSlotsForCompany(ctx, { bookingId, ...own, form, days: 7 * weeks })
  return { rows: rows.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), why, weeks }
}

/** What is told to callers alone, whose other times are free and who goes, is left out. */
const plainly = (error: unknown): never => {
  if (error instanceof Problem && (error.code === 'slot-taken' || error.code === 'week-full'))
    throw problem('slot-taken')
  if (error instanceof Problem && error.code === 'changed-meanwhile') throw problem('changed-meanwhile')
  throw error
}
export const moveCaseMeeting = async (
  ctx: Ctx,
  own: Own,
  { meetingId: bookingId, ...to }: Wanted & { startsAt: string; sequence?: number | undefined },
) => {
  await moveByCompany(ctx, { bookingId, ...own, ...to }).catch(plainly)
  return showCase(ctx, own)
}

export const cancelCaseMeeting = async (ctx: Ctx, own: Own, { meetingId, why }: { meetingId: number; why: string }) => {
  await cancelByCompany(ctx, { bookingId: meetingId, ...own, why })
  return showCase(ctx, own)
}
