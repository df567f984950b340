/** Front door: what a company writes to us on its own page. It reaches who has the company, and waits until somebody has answered. */
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { companyMessagesEvents } from './company-messages-events.table.ts'
import type { CompanyMessage } from './company-messages.schema.ts'
import * as store from './company-messages.sql.ts'
import { tellReader } from './message-mail.ts'

const record = recorder(companyMessagesEvents)
type Shape = z.infer<typeof CompanyMessage>
type Verb = keyof typeof companyMessagesEvents.company_message
type At = { id: number; companyId: number; cvr: string }
export const tell = (
  ctx: Ctx,
  verb: Verb,
  { id: subjectId, companyId, cvr }: At,
  after: Record<string, unknown> = {},
) =>
  record(ctx, {
    ...{ verb, subject: 'company_message', subjectId, companyId, cvr, after },
    topics: ['company-messages', 'companies'],
  })

const shapeOf = ({ cvr: _cvr, readerId: _reader, coordinatorsFrom: _from, ...row }: store.MessageRow): Shape => ({
  ...row,
  // Whoever has talked with them says so: it need not be who has the company.
  can: { answer: row.answeredAt === null, reopen: row.answeredAt !== null },
})
const messageRow = async (ctx: Ctx, id: number) => {
  const row = await store.messageById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

/** Through one link so many within a day; whoever has more to say is better off calling. */
const mostADay = 10
type Writing = { companyId: number; cvr: string; linkId: number; words: string }
/** The same words again are the same message. Throws written-enough. */
export const writeMessage = async (ctx: Ctx, { companyId, cvr, linkId, words }: Writing): Promise<void> => {
  await lockCompanies(ctx, [cvr])
  const lately = await store.sentSince(ctx, linkId, ctx.now.subtract({ hours: 24 }).toString())
  if (lately.some((one) => one.answeredAt === null && one.words === words)) return
  if (lately.length >= mostADay) throw problem('written-enough', { most: mostADay })
  const coordinatorsFrom = momentOf((await workingTimeNow(ctx)).workdayAfter(ctx.today, 1), '12:00').toString()
  const { id } = await store.insertMessage(ctx, { companyId, cvr, linkId, words, coordinatorsFrom })
  await tell(ctx, 'written', { id, companyId, cvr }, { words })
  const row = await messageRow(ctx, id)
  const reader = row.readerId === null ? undefined : await memberNow(ctx, row.readerId)
  if (reader) await tellReader(ctx, reader, row)
}

/** What came by one link, and who reads it: only whoever holds that link is told. */
export const messagesBy = async (ctx: Ctx, linkId: number) =>
  (await store.messagesBy(ctx, linkId)).map(({ id, words, sentAt, reader, answeredAt, answeredBy }) => ({
    ...{ id, words, sentAt, reader, answeredAt, answeredBy },
  }))

/** So long an answered one stands on the card. */
const daysShown = 14
export const listCompanyMessages = async (ctx: Ctx, companyId: number) => {
  if (!(await store.placeById(ctx, companyId))) throw problem('not-found')
  const since = ctx.now.subtract({ hours: 24 * daysShown }).toString()
  return { rows: (await store.messagesOf(ctx, companyId, since)).map(shapeOf) }
}

/** Of two who have answered the second hears who was first. Throws message-answered. */
export const answerMessage = async (ctx: Ctx, id: number, how: store.How): Promise<Shape> => {
  const row = await messageRow(ctx, id)
  if (!(await store.markAnswered(ctx, id, how))) {
    const { answeredBy } = await messageRow(ctx, id)
    throw problem('message-answered', { who: answeredBy ?? '' })
  }
  await tell(ctx, 'answered', row, { how })
  return shapeOf(await messageRow(ctx, id))
}
export const reopenMessage = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await messageRow(ctx, id)
  if (await store.markOpen(ctx, id)) await tell(ctx, 'reopened', row)
  return shapeOf(await messageRow(ctx, id))
}
