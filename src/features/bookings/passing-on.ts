/** Meetings go on with the company that takes others' place: time, visitor and what was agreed stay. */
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import { type Heir, lockHeir } from '../may-contact/may-contact.ts'
import { bookingsEvents } from './bookings-events.table.ts'
import { markMeeting, meeting, topics } from './booking-shape.ts'
import * as store from './bookings.sql.ts'
import { type MeetingRow, openMeetingOf } from './meetings.sql.ts'

const record = recorder(bookingsEvents)

type Verb = 'passed-on' | 'left-behind' | 'taken-over'
/** Told at one company, with the other's name. */
const tell = (
  ctx: Ctx,
  verb: Verb,
  { id: subjectId, startsAt, consultant }: MeetingRow,
  { cvr, companyId }: { cvr: string; companyId: number },
  what: string,
) => record(ctx, { verb, subject: 'booking', subjectId, cvr, companyId, after: { what, startsAt, consultant }, topics })

/** The companies are locked (`lockHeir`). */
const passOn = async (ctx: Ctx, id: number, heir: Heir) => {
  const before = await meeting(ctx, id)
  const at = { cvr: heir.cvr, companyId: heir.id }
  // A company has one open meeting. Whose both are is for people to say: the second stays, and both companies' threads tell it.
  const open = before.cvr === heir.cvr || before.startsAt <= ctx.at ? undefined : await openMeetingOf(ctx, heir.id)
  if (open) {
    await tell(ctx, 'left-behind', before, before, heir.name)
    await tell(ctx, 'left-behind', before, at, before.company)
    return
  }
  // Cancelled while the companies were waited for.
  if (!(await store.updateCompany(ctx, id, at))) return
  await markMeeting(ctx, await meeting(ctx, id))
  await tell(ctx, 'passed-on', before, before, heir.name)
  await tell(ctx, 'taken-over', before, at, before.company)
}

/** Gives those meetings of the ended companies, ahead or held, that `which` finds once both sides are locked. */
export const passOnMeetings = async (
  ctx: Ctx,
  { companyIds, companyId }: { companyIds: readonly number[]; companyId: number },
  which: () => Promise<readonly number[]>,
): Promise<void> => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  for (const id of new Set(await which())) await passOn(ctx, id, heir)
}
