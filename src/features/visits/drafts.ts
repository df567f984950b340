import { type Ctx, personOf } from '#platform/context'
import { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Personal } from '#platform/room'
import { visitsEvents } from './visits-events.table.ts'
import { runsCentre } from '../centre/roles.ts'
import { dropMailed, mailedToMe, reportAddress, takeMailed } from '../mailed-words/mailed-words.ts'
import { listPromiseOwners } from '../promises/promises.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { DraftBody } from './drafts.schema.ts'
import * as drafts from './drafts.sql.ts'
import * as store from './visits.sql.ts'

const record = recorder(visitsEvents)

/** Reports begun and not sent are their writer's alone, and go with him. */
export const ownDrafts: Personal = {
  mine: async (ctx) =>
    (await drafts.ownDrafts(ctx)).map(({ companyId, company, savedAt }) => ({
      ...{ kind: 'draft', company: { id: companyId, name: company }, since: savedAt },
    })),
  goes: drafts.leaversDraftsGo,
}

type Held = { visitors: readonly number[] }
export const wentThere = ({ personId }: Ctx, { visitors }: Held) => personId !== null && visitors.includes(personId)
/** A meeting is reported by one who visited, or by a coordinator on behalf of who went first. */
export const mayReport = (ctx: Ctx, booking: Held) => wentThere(ctx, booking) || runsCentre(ctx)

type Given = { bookingId?: number | null | undefined; companyId?: number | null | undefined }

/** The meeting, or the company without one. Throws not-found; wrong-input when neither is named. */
export const placeOf = async (ctx: Ctx, { bookingId, companyId }: Given) => {
  if (bookingId) {
    const booking = await drafts.bookingById(ctx, bookingId)
    if (!booking) throw problem('not-found')
    return { ...booking, booking, bookingId: booking.id }
  }
  if (!companyId) throw problemAt('wrong-input', '/body/bookingId', 'bookingId | companyId', 'missing')
  const company = await store.companyById(ctx, companyId)
  if (!company) throw problem('not-found')
  const { id, name, ...facts } = company
  return { ...facts, companyId: id, company: name, booking: null, bookingId: null }
}

/** An old draft whose form has changed since is shown as none rather than as an error. */
const readBody = (body: unknown) => {
  const read = z.safeParse(DraftBody, body)
  return read.success ? read.data : null
}

/** Whom it was agreed with; nobody when he has left since, or wishes to be forgotten. */
const metOf = ({
  companyPersonId,
  metId,
  contactName,
}: {
  companyPersonId: number | null
  metId: number | null
  contactName: string
}) => {
  if (companyPersonId === null) return [{ personId: null, name: contactName, add: false }]
  return metId === null ? [] : [{ personId: metId, name: '', add: false }]
}

/** What was said on the phone goes along to a visit that nobody booked too, until someone has been there since. */
const saidOnPhone = async (ctx: Ctx, place: { cvr: string; companyId: number }) => {
  for (const { saidLast } of ctx.house.rooms) {
    const said = await saidLast?.(ctx, place)
    if (said && !(await drafts.visitedSince(ctx, place.companyId, said.at))) return said.note
  }
  return ''
}

/** What came by mail to my draft of a meeting, and where I can write more of it to. */
const byMail = async (ctx: Ctx, booking: Awaited<ReturnType<typeof placeOf>>['booking']) => {
  if (!booking) return { mailed: [], mailTo: null }
  return {
    mailed: await mailedToMe(ctx, booking.id),
    mailTo: wentThere(ctx, booking) ? await reportAddress(ctx, booking) : null,
  }
}

/** What is known before the report is written. Throws not-found. */
export const showReportForm = async (ctx: Ctx, given: Given) => {
  const place = await placeOf(ctx, given)
  const { booking } = place
  const kept = await drafts.draftOf(ctx, place)
  const body = kept && readBody(kept.body)
  const has = await contactOf(ctx, place)
  const begun = !booking || booking.startsAt <= ctx.at
  return {
    companyId: place.companyId,
    company: place.company,
    town: place.town,
    bookingId: place.bookingId,
    startsAt: booking?.startsAt ?? null,
    contactName: booking?.contactName ?? null,
    met: booking ? metOf(booking) : [],
    callNote: booking ? booking.note : await saidOnPhone(ctx, place),
    visitId: booking?.visitId ?? null,
    draft: kept && body ? { body, savedAt: kept.savedAt } : null,
    ...(await byMail(ctx, booking)),
    regularContact: has && { id: has.personId, name: has.name, school: has.school },
    people: (await listPromiseOwners(ctx)).rows,
    can: { report: begun && !booking?.cancelledAt && !booking?.visitId && (!booking || mayReport(ctx, booking)) },
  }
}

/** Saves what I have typed so far; only I ever see it. A draft is no event of the trade: nobody is told. */
export const saveDraft = async (ctx: Ctx, given: Given, body: z.output<typeof DraftBody>) => {
  const { companyId, bookingId } = await placeOf(ctx, given)
  await drafts.upsertDraft(ctx, personOf(ctx), { companyId, bookingId }, body)
  if (bookingId !== null && body.mails.length > 0) await takeMailed(ctx, bookingId, body.mails)
  return { savedAt: ctx.at }
}

type Dropped = Given & { mails?: readonly number[] | undefined }
/** The opposite: what I have typed is thrown away, and of what came by mail to it what I have seen. */
export const dropDraft = async (ctx: Ctx, given: Dropped): Promise<Record<string, never>> => {
  const { companyId, bookingId, cvr } = await placeOf(ctx, given)
  await drafts.deleteDraft(ctx, { companyId, bookingId })
  if (bookingId !== null) await dropMailed(ctx, bookingId, given.mails ?? [])
  await record(ctx, {
    verb: 'draft-dropped',
    subject: 'visit_draft',
    cvr,
    companyId,
    visibility: 'personal',
    topics: ['visit-drafts'],
  })
  return {}
}
