/**
 * Front door: a company said stop, closed or went bankrupt while something was agreed with it. Owner and coordinators have it on their page
 * until it is held, called off, dropped, or until somebody says that it is still agreed, and who said so.
 */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { refusePersonalNumbers } from '../centre/centre.ts'
import { runsCentre } from '../centre/roles.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { stillAgreedEvents } from './still-agreed-events.table.ts'
import type { StillOpen } from './still-agreed.schema.ts'
import * as store from './still-agreed.sql.ts'

const record = recorder(stillAgreedEvents)
type Shape = z.infer<typeof StillOpen>

const shapeOf = (ctx: Ctx, { saidBy, saidAt, words, ...row }: store.OpenRow): Shape => ({
  ...row,
  said: saidAt === null ? null : { by: saidBy ?? '', at: saidAt, words: words ?? '' },
  can: { say: saidAt === null && (runsCentre(ctx) || row.personId === ctx.personId) },
})

export const listStillOpen = async (ctx: Ctx, companyId: number): Promise<{ rows: Shape[] }> => ({
  rows: (await store.openOf(ctx, companyId)).map((row) => shapeOf(ctx, row)),
})

type Said = { companyId: number; subject: store.Subject; subjectId: number; words: string }
const find = async (ctx: Ctx, { companyId, subject, subjectId }: Said): Promise<store.OpenRow> => {
  const rows = await store.openOf(ctx, companyId)
  const row = rows.find((one) => one.subject === subject && one.subjectId === subjectId)
  if (!row) throw problem('not-found')
  return row
}

/** By who has it, or the coordinator. What speaks against it later is asked about anew. */
export const sayStillAgreed = async (ctx: Ctx, said: Said): Promise<Shape> => {
  refusePersonalNumbers(ctx, [['/body/words', said.words]])
  const personId = personOf(ctx)
  const { cvr } = await find(ctx, said)
  await lockCompanies(ctx, [cvr])
  const row = await find(ctx, said)
  if (row.saidAt !== null) return shapeOf(ctx, row)
  if (!shapeOf(ctx, row).can.say) throw problem('not-allowed')
  await store.insertStillAgreed(ctx, row, { personId, words: said.words })
  await record(ctx, {
    verb: 'said',
    subject: 'still_agreed',
    subjectId: row.subjectId,
    cvr: row.cvr,
    companyId: row.companyId,
    after: { kind: row.subject, against: row.against, words: said.words },
    topics: ['still-open', 'companies'],
  })
  return shapeOf(ctx, await find(ctx, said))
}
