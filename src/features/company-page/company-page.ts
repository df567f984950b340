/** Front door: what the company sees and does through its own link (Jeres forløb). */
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { sayAll } from '#platform/text/danish'
import { bookingsOf } from '../bookings/bookings.ts'
import { answersCompanies } from '../centre/roles.ts'
import { messagesBy, writeMessage } from '../company-messages/company-messages.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { stopContact as stopAllContact } from '../may-contact/may-contact.ts'
import { listNewTimes } from '../new-times/new-times.ts'
import { promisesOf } from '../promises/promises.ts'
import { groupsOf } from '../groups/groups.ts'
import { referralsOf } from '../referrals/referrals.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { visitsOf } from '../visits/visits.ts'
import { linksSeen } from './case-links.ts'
import type { Case } from './company-page.schema.ts'
import * as store from './company-page.sql.ts'

export { endLinks } from './case-links.ts'
export { cancelCaseMeeting, confirmMeeting, listCaseSlots, moveCaseMeeting } from './case-meetings.ts'

/** The company that stands at the door, and by which link; without one it is only looked at. */
export type Own = { companyId: number; cvr: string; linkId?: number }
type Shape = z.infer<typeof Case>
type Parts = {
  bookings: Awaited<ReturnType<typeof bookingsOf>>
  promises: Awaited<ReturnType<typeof promisesOf>>
  visits: Awaited<ReturnType<typeof visitsOf>>
  members: Awaited<ReturnType<typeof store.membersNow>>
  regular: Awaited<ReturnType<typeof contactOf>>
}

const dayOf = (moment: string) => dateOf(Temporal.Instant.from(moment)).toString()

/** Someone who has left is not named as the one who comes: the company hears who it is when another has taken over. */
const whoOf = (ctx: Ctx, { members }: Parts, personIds: readonly number[]) => {
  const found = personIds.flatMap((personId) => members.filter(({ id }) => id === personId))
  const schools = new Set(found.flatMap(({ school }) => school ?? []))
  return {
    who:
      found.length === 0
        ? null
        : sayAll(
            found.map(({ name }) => name),
            ctx.language,
          ),
    school: schools.size === 0 ? null : sayAll([...schools], ctx.language),
  }
}
const goersOf = ({ visitors }: Parts['bookings'][number]) => visitors.filter(({ releasedAt }) => releasedAt === null)
const idsOf = (booking: Parts['bookings'][number]) => goersOf(booking).map(({ personId }) => personId)

const ahead = (ctx: Ctx, parts: Parts) =>
  parts.bookings
    .filter(({ cancelledAt, endsAt }) => !cancelledAt && endsAt > ctx.at)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((one) => ({
      id: one.id,
      startsAt: one.startsAt,
      ...{ endsAt: one.endsAt, form: one.form, place: one.place },
      ...whoOf(ctx, parts, idsOf(one)),
      confirmed: one.confirmedAt !== null,
      sequence: one.sequence,
      can: { answer: one.startsAt > ctx.at },
    }))

/** Whose time is over, and of which nobody has written that somebody came or met nobody. */
const over = (ctx: Ctx, { bookings }: Pick<Parts, 'bookings'>) =>
  bookings.filter((one) => !one.cancelledAt && one.endsAt <= ctx.at && !one.reported && !one.notMetAt)

/** Visits that were reported, meetings that were agreed or cancelled and promises that were kept, newest first: what and who, never what was written. */
const done = (ctx: Ctx, parts: Parts): Shape['done'] => {
  const { visits, promises } = parts
  const held = visits.map(({ id, visitedAt, by }) => ({
    kind: 'visit' as const,
    id,
    on: dayOf(visitedAt),
    what: '',
    who: by.name,
  }))
  const kept = promises.flatMap(({ id, state, promisedBy, closedAt, what, owner }) =>
    state === 'kept' && promisedBy === 'us' && closedAt
      ? [{ kind: 'promise' as const, id, on: dayOf(closedAt), what, who: owner.name }]
      : [],
  )
  // Of a meeting that nobody went to any more, nothing was done.
  const agreed = over(ctx, parts).flatMap((one) =>
    goersOf(one)
      .slice(0, 1)
      .map(({ name: who }) => ({
        ...{ kind: 'meeting' as const, id: one.id, on: dayOf(one.startsAt), what: '', who },
      })),
  )
  const cancelled = parts.bookings.flatMap(({ id, startsAt, cancelledAt }) =>
    cancelledAt ? [{ kind: 'cancelled' as const, id, on: dayOf(startsAt), what: '', who: '' }] : [],
  )
  return [...held, ...agreed, ...cancelled, ...kept].toSorted((a, b) => b.on.localeCompare(a.on))
}

/** Who has them, else whoever comes next, else whoever owes them something, else the last who came; else a coordinator: someone always answers. */
const contact = (ctx: Ctx, parts: Parts): Shape['contact'] => {
  const { regular, bookings, promises, visits, members } = parts
  if (regular) {
    const { name, school, phone, email } = regular
    return { name, school, phone, email, regular: true }
  }
  const came = [
    ...over(ctx, parts).map((one) => ({ at: one.startsAt, ids: idsOf(one) })),
    ...visits.map(({ visitedAt, by }) => ({ at: visitedAt, ids: [by.id] })),
  ]
  const cameLast = came.toSorted((a, b) => b.at.localeCompare(a.at)).flatMap((one) => one.ids)
  const ids = [
    ...bookings.filter(({ cancelledAt, endsAt }) => !cancelledAt && endsAt > ctx.at).flatMap(idsOf),
    ...promises.filter(({ state }) => state === 'open').map(({ owner }) => owner.id),
    ...cameLast,
  ]
  const known = ids.map((id) => members.find((member) => member.id === id)).find((member) => member !== undefined)
  const found = known ?? members.find(answersCompanies)
  return found
    ? { name: found.name, school: found.school, phone: found.phone, email: found.email, regular: false }
    : null
}

/** What a company may see of its own case: what happens, who and when; no report, no note, nothing about others. */
export const showCase = async (ctx: Ctx, { companyId, cvr, linkId }: Own): Promise<Shape> => {
  const { kind, ...names } = await store.namesOf(ctx, companyId)
  const parts: Parts = {
    bookings: await bookingsOf(ctx, companyId),
    promises: await promisesOf(ctx, companyId),
    visits: await visitsOf(ctx, companyId),
    members: await store.membersNow(ctx),
    regular: await contactOf(ctx, { cvr, companyId }),
  }
  const open = parts.promises.filter(({ state, promisedBy }) => state === 'open' && promisedBy === 'us')
  const theirs = parts.promises.filter(({ state, promisedBy }) => state === 'open' && promisedBy === 'company')
  return {
    ...names,
    meetings: ahead(ctx, parts),
    newTimes: (await listNewTimes(ctx, companyId)).rows.map(({ id, wasAt, who }) => ({ id, wasAt, who })),
    promised: open.map(({ id, what, dueOn, daysLate, owner }) => ({
      id,
      what,
      dueOn,
      late: daysLate > 0,
      ...whoOf(ctx, parts, [owner.id]),
    })),
    asked: await referralsOf(ctx, companyId),
    groups: await groupsOf(ctx, companyId),
    theirs: theirs.map(({ id, what, dueOn }) => ({ id, what, dueOn })),
    done: done(ctx, parts),
    contact: contact(ctx, parts),
    links: await linksSeen(ctx, { companyId, cvr, ...(linkId !== undefined && { linkId }) }),
    messages: linkId === undefined ? [] : await messagesBy(ctx, linkId),
    apart: kind === 'company' && (await isShared(ctx, cvr)),
    stopped: await store.hasSaidStop(ctx, companyId),
  }
}

/** The same for people of the centre, to look at: what a company may answer is the company's. Throws not-found. */
export const previewCase = async (ctx: Ctx, companyId: number): Promise<Shape> => {
  const company = await store.companyById(ctx, companyId)
  if (!company) throw problem('not-found')
  const seen = await showCase(ctx, { companyId, cvr: company.cvr })
  return { ...seen, meetings: seen.meetings.map((meeting) => ({ ...meeting, can: { answer: false } })) }
}

/** It reaches whoever has them, else the coordinators. Throws written-enough. */
export const writeToContact = async (ctx: Ctx, own: Required<Own>, words: string) => {
  await writeMessage(ctx, { ...own, words })
  return showCase(ctx, own)
}

/** "Sig stop": from now on nobody calls, at any school. Saying it twice is saying it. */
export const stopContact = async (ctx: Ctx, own: Own, words: string) => {
  if (!(await store.hasSaidStop(ctx, own.companyId)))
    await stopAllContact(ctx, { cvr: own.cvr, companyId: own.companyId, words })
  return showCase(ctx, own)
}
