/**
 * Front door: a company said stop, closed or went bankrupt while something was agreed with it. Owner and coordinators have it on their page
 * until it is held, called off, dropped, or until somebody says that it is still agreed, and who said so.
 */
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { dateOf } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { type Language, problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre } from '../centre/roles.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { makePromises } from '../promises/promises.ts'
import { finishBacks, judgeQueue } from '../queue/queue.ts'
import { stillAgreedEvents } from './still-agreed-events.table.ts'
import { spoken, type StillOpen } from './still-agreed.schema.ts'
import * as store from './still-agreed.sql.ts'

const record = recorder(stillAgreedEvents)
type Shape = z.infer<typeof StillOpen>

const shapeOf = (ctx: Ctx, { saidBy, saidAt, words, ...row }: store.OpenRow): Shape => ({
  ...row,
  said: saidAt === null ? null : { by: saidBy ?? '', at: saidAt, words: words ?? '' },
  can: {
    say: saidAt === null && (runsCentre(ctx) || row.personId === ctx.personId),
    lapse: isOneOf(spoken, row.subject) && (runsCentre(ctx) || row.personId === ctx.personId),
  },
})

export const listStillOpen = async (ctx: Ctx, companyId: number): Promise<{ rows: Shape[] }> => ({
  rows: (await store.openOf(ctx, companyId)).map((row) => shapeOf(ctx, row)),
})

type About = { companyId: number; subject: store.Subject; subjectId: number }
type Said = About & { words: string }
const find = async (ctx: Ctx, { companyId, subject, subjectId }: About): Promise<store.OpenRow> => {
  const rows = await store.openOf(ctx, companyId)
  const row = rows.find((one) => one.subject === subject && one.subjectId === subjectId)
  if (!row) throw problem('not-found')
  return row
}
/** What stands, under its company's lock: of two who say something of it the second sees what the first did. */
const lock = async (ctx: Ctx, said: Said) => {
  await lockCompanies(ctx, [(await find(ctx, said)).cvr])
  return find(ctx, said)
}
const tell = (ctx: Ctx, { verb, row, words }: { verb: 'said' | 'lapsed'; row: store.OpenRow; words: string }) =>
  record(ctx, {
    verb,
    subject: 'still_agreed',
    subjectId: row.subjectId,
    cvr: row.cvr,
    companyId: row.companyId,
    after: { kind: row.subject, against: row.against, words },
    topics: ['still-open', 'companies', 'calls', 'promises'],
  })

const promised: Partial<Record<store.Subject, (row: store.OpenRow, locale: Language) => string>> = {
  'call-back': ({ at }, locale) => m.queue_promise_back({ when: at ? sayDay(at, locale) : '' }, { locale }),
  'wants-visit': (_, locale) => m.queue_promise_visit({}, { locale }),
  later: (_, locale) => m.still_agreed_promise_later({}, { locale }),
}
/** The queue calls nobody who said stop: what was agreed on the phone is a promise of who says that it holds, and that is said of the promise too. */
const promise = async (ctx: Ctx, row: store.OpenRow, said: { personId: number; words: string }): Promise<void> => {
  const { companyId, cvr } = row
  const what = promised[row.subject]?.(row, ctx.language)
  if (what === undefined) return
  if (row.subject !== 'later') await finishBacks(ctx, { companyId, cvr }, ctx.at)
  const due = row.dueOn ?? (row.at === null ? ctx.today : dateOf(Temporal.Instant.from(row.at)).toString())
  const form = { what, ownerId: said.personId, dueOn: due < ctx.today ? ctx.today : due, late: false }
  const [subjectId = 0] = await makePromises(ctx, { companyId, cvr, origin: null }, [form], '/body')
  await store.insertStillAgreed(ctx, { ...row, subject: 'promise', subjectId }, { ...said, holds: true })
  await judgeQueue(ctx, [cvr])
}

/** By who has it, or the coordinator. What speaks against it later is asked about anew. */
export const sayStillAgreed = async (ctx: Ctx, said: Said): Promise<Shape> => {
  const row = await lock(ctx, said)
  if (row.saidAt !== null) return shapeOf(ctx, row)
  if (!shapeOf(ctx, row).can.say) throw problem('not-allowed')
  const by = { personId: personOf(ctx), words: said.words }
  await store.insertStillAgreed(ctx, row, { ...by, holds: true })
  await promise(ctx, row, by)
  await tell(ctx, { verb: 'said', row, words: said.words })
  if (promised[row.subject]) return { ...shapeOf(ctx, row), can: { say: false, lapse: false } }
  return shapeOf(ctx, await find(ctx, said))
}

/** Nothing comes of what was agreed on the phone: by who has it, or the coordinator, with the reason. */
export const sayLapsed = async (ctx: Ctx, said: Said & { subject: (typeof spoken)[number] }) => {
  const row = await lock(ctx, said)
  if (!shapeOf(ctx, row).can.lapse) throw problem('not-allowed')
  await store.insertStillAgreed(ctx, row, { personId: personOf(ctx), words: said.words, holds: false })
  if (row.subject !== 'later') await finishBacks(ctx, row, ctx.at)
  await judgeQueue(ctx, [row.cvr])
  await tell(ctx, { verb: 'lapsed', row, words: said.words })
  return { subject: said.subject, subjectId: said.subjectId }
}
