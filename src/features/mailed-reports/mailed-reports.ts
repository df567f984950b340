/** Front door: mails about visits. What must hold: what somebody wrote of his own visit only he reads; all else waits for a person, and becomes nothing by itself. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import * as m from '#texts'
import { coordinators } from '../centre/roles.ts'
import * as incoming from '../incoming-mails/incoming-mails.ts'
import { giveToDraft, hasDraft, isUntaken, reportsByMail, takeBackFromDraft } from '../mailed-words/mailed-words.ts'
import { topics, wordsFor } from './coming-in.ts'
import { mailedReportsEvents } from './mailed-reports-events.table.ts'
import type * as contract from './mailed-reports.schema.ts'
import * as store from './mailed-reports.sql.ts'
import { goersTo } from './meetings.sql.ts'

const record = recorder(mailedReportsEvents)
type Shape = z.infer<typeof contract.MailedReport>
type Whole = z.infer<typeof contract.WholeMailedReport>

/** A mail to the address of a visit, as it was written, that came by no mailbox. */
export const bringReportMail = (ctx: Ctx, bookingId: number, source: string) =>
  incoming.bringMail(ctx, { kind: reportsByMail, aboutId: bookingId }, source)

const personOr = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
const shapeOf = (row: store.MailRow): Shape => ({
  ...{ id: row.id, meeting: { id: row.bookingId, company: row.company, startsAt: row.startsAt } },
  ...{ person: personOr(row.personId, row.person), fromName: row.fromName, fromAddress: row.fromAddress },
  ...{ vouched: row.vouched, parked: row.parked, subject: row.subject, cameAt: row.cameAt, settledAt: row.settledAt },
  ...{ laidAside: row.settledAt !== null && row.settledBy === null, givenTo: personOr(row.givenTo, row.given) },
})

export const listMailedReports = async (ctx: Ctx, { vis }: { vis: 'waits' | 'settled' }) => {
  const rows = await store.mailRows(ctx, { settled: vis === 'settled' })
  return {
    rows: rows.slice(0, store.mostListed).map(shapeOf),
    more: rows.length > store.mostListed,
    strangers: await store.strangersNow(ctx),
    receives: ctx.house.mailbox !== null,
  }
}

/** Throws not-found. */
const mustBe = async (ctx: Ctx, id: number) => {
  const row = await store.mailById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

export const showMailedReport = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await mustBe(ctx, id)
  const waits = row.settledAt === null
  const goers = await goersTo(ctx, row.bookingId)
  return {
    ...shapeOf(row),
    ...{ words: row.words, cut: row.cut, attachments: row.attachments, unread: row.unread },
    asideOn: incoming.laidAsideOn({ ...row, stranger: row.personId === null }),
    goers: goers.map(({ personId, name }) => ({ id: personId, name })),
    can: {
      ...{ give: waits && hasDraft(row) && goers.length > 0, refuse: waits, reopen: !waits && row.givenTo === null },
      takeBack: row.givenTo !== null && (await isUntaken(ctx, id)),
    },
  }
}

/** For whoever does something about it; throws not-found. */
const lock = async (ctx: Ctx, id: number) => {
  await store.lockMail(ctx, id)
  return mustBe(ctx, id)
}
const tell = async (ctx: Ctx, id: number, verb: keyof typeof mailedReportsEvents.mailed_report, what: string) => {
  await record(ctx, { verb, subject: 'mailed_report', subjectId: id, after: { what } })
  announce(ctx, topics, 'centre', coordinators)
}
/** Of two who press at once one has settled it. */
const settle = async (ctx: Ctx, id: number) => {
  if (!(await incoming.settleMail(ctx, id))) throw problem('mail-settled')
}

export const giveMailedReport = async (ctx: Ctx, id: number, { personId }: { personId: number }) => {
  const row = await lock(ctx, id)
  const goer = (await goersTo(ctx, row.bookingId)).find((one) => one.personId === personId)
  if (!goer) {
    const detail = m.mailed_reports_problem_not_there({}, { locale: ctx.language })
    throw problemAt('wrong-input', '/body/personId', detail, 'unknown')
  }
  await settle(ctx, id)
  if (!hasDraft(row)) throw problem('mailed-report-too-late')
  const fromWhom = (row.person ?? row.fromAddress) || m.mailed_reports_unknown({}, { locale: ctx.language })
  await giveToDraft(ctx, { ...wordsFor(row), mailId: id, bookingId: row.bookingId, personId, fromWhom })
  await store.setGiven(ctx, id, personId)
  await tell(ctx, id, 'given', goer.name)
  return {}
}

export const takeBackMailedReport = async (ctx: Ctx, id: number) => {
  const { givenTo, given } = await lock(ctx, id)
  if (givenTo === null) throw problem('mail-settled')
  if (!(await takeBackFromDraft(ctx, id, givenTo))) throw problem('mailed-report-taken')
  await store.setGiven(ctx, id, null)
  // Whose words have been erased this moment waits no more.
  if ((await incoming.reopenMails(ctx, [id])).length === 0) throw problem('not-found')
  await tell(ctx, id, 'taken-back', given ?? '')
  return {}
}

export const refuseMailedReport = async (ctx: Ctx, id: number) => {
  const { company } = await lock(ctx, id)
  await settle(ctx, id)
  await tell(ctx, id, 'refused', company)
  return {}
}

export const reopenMailedReport = async (ctx: Ctx, id: number) => {
  const { company, givenTo } = await lock(ctx, id)
  if (givenTo !== null || (await incoming.reopenMails(ctx, [id])).length === 0) throw problem('mail-settled')
  await tell(ctx, id, 'reopened', company)
  return {}
}

/** All that has waited of strangers since a moment; what somebody has settled or put back meanwhile stays as it is. */
export const refuseReportStrangers = async (ctx: Ctx, { upTo }: { upTo: string }) => {
  const ids = await incoming.settleMails(ctx, await store.lockStrangers(ctx, await store.strangersSince(ctx, upTo)))
  for (const id of ids) await tell(ctx, id, 'refused', (await mustBe(ctx, id)).company)
  return { ids }
}
export const reopenMailedReports = async (ctx: Ctx, { ids: wanted }: { ids: readonly number[] }) => {
  const ids = await incoming.reopenMails(ctx, await store.lockStrangers(ctx, wanted))
  for (const id of ids) await tell(ctx, id, 'reopened', (await mustBe(ctx, id)).company)
  return { ids }
}
