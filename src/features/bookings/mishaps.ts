/** What went wrong with a meeting: nobody opened the door, or the company never got its invitation. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { centreName } from '../centre/centre.ts'
import { isMembers, makeCompanyLink } from '../links/links.ts'
import { dropMark, lockCompanies } from '../may-contact/may-contact.ts'
import { putLettersAside } from '../mails/mails.ts'
import { askNewTime } from '../new-times/new-times.ts'
import { writeToCompany } from './booking-mail.ts'
import { meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import { bookingsEvents } from './bookings-events.table.ts'
import * as store from './bookings.sql.ts'

const record = recorder(bookingsEvents)

/** A visit to a locked door: no contact was made, so nothing waits for it but a new time. Twice is once. */
export const tellNotMet = async (ctx: Ctx, id: number, note: string): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  await lockCompanies(ctx, [before.cvr])
  const seen = await meeting(ctx, id)
  if (seen.notMetAt) return shapeOf(ctx, seen)
  if (!shapeOf(ctx, seen).can.notMet) throw problem('not-allowed')
  if (!(await store.markNotMet(ctx, id, note))) throw problem('not-allowed')
  await dropMark(ctx, 'meeting', id)
  const { cvr, companyId, startsAt, personId } = seen
  await record(ctx, { verb: 'not-met', subject: 'booking', subjectId: id, cvr, companyId, after: { note }, topics })
  await askNewTime(ctx, { bookingId: id, companyId, cvr, wasAt: startsAt, why: 'not-met', personId })
  return shapeOf(ctx, await meeting(ctx, id))
}

/** The invitation goes to another address; without one, somebody has told them in another way. */
export const inviteAgain = async (ctx: Ctx, id: number, email: string | null): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  if (!shapeOf(ctx, before).can.inviteAgain) throw problem('not-allowed')
  await lockCompanies(ctx, [before.cvr])
  await putLettersAside(ctx, 'meeting', id)
  const { cvr, companyId } = before
  const after = { email: email ?? '' }
  const about = { subject: 'booking', subjectId: id, cvr, companyId } as const
  if (email === null) {
    await record(ctx, { verb: 'told-otherwise', ...about, topics })
    return shapeOf(ctx, await meeting(ctx, id))
  }
  await store.changeAddress(ctx, id, email)
  const row = await meeting(ctx, id)
  // Who is of the centre gets no company's link, not as its contact either.
  const link = (await isMembers(ctx, email))
    ? null
    : (await makeCompanyLink(ctx, { companyId, cvr }, { name: row.contactName, email })).url
  await writeToCompany(ctx, row, 'invitation', await centreName(ctx), link)
  await record(ctx, { verb: 'invited-again', ...about, before: { email: before.contactEmail ?? '' }, after, topics })
  return shapeOf(ctx, await meeting(ctx, id))
}
