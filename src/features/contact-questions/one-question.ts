/** One question as it is shown, and how it is told. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { runsCentre } from '../centre/roles.ts'
import { contactQuestionsEvents } from './contact-questions-events.table.ts'
import type { ContactQuestion } from './contact-questions.schema.ts'
import * as store from './contact-questions.sql.ts'

const record = recorder(contactQuestionsEvents)

export type Shape = z.infer<typeof ContactQuestion>
const topics = ['contact-questions', 'companies']

type Happened = {
  verb: keyof typeof contactQuestionsEvents.contact_question
  before?: unknown
  after?: unknown
}
export const tell = (
  ctx: Ctx,
  { id, companyId, cvr }: { id: number; companyId: number; cvr: string },
  happened: Happened,
) => record(ctx, { ...happened, subject: 'contact_question', subjectId: id, companyId, cvr, topics })

const isOpen = ({ answeredAt, withdrawnAt }: store.QuestionRow) => answeredAt === null && withdrawnAt === null

/** Who has the company; the coordinators where nobody has, of a doubt, and when nobody has answered in time. Nobody answers himself but a coordinator. */
export const mayAnswer = (ctx: Ctx, row: store.QuestionRow): boolean => {
  if (row.toId !== null && row.toId === ctx.personId) return row.askedBy !== ctx.personId || runsCentre(ctx)
  const theirs = row.toId === null || row.toId === row.askedBy || row.about === 'doubt'
  return runsCentre(ctx) && (theirs || row.coordinatorsFrom <= ctx.at)
}

export const shapeOf = (ctx: Ctx, row: store.QuestionRow): Shape => {
  const { askedBy, asker, askerSchool, toId, to, toSchool, answer, withdrawnAt: _withdrawn, cvr: _cvr, ...rest } = row
  const open = isOpen(row)
  return {
    ...rest,
    asker: { id: askedBy, name: asker, school: askerSchool },
    to: toId === null ? null : { id: toId, name: to ?? '', school: toSchool },
    state: open ? 'open' : (answer ?? 'withdrawn'),
    mine: askedBy === ctx.personId,
    can: { answer: open && mayAnswer(ctx, row), withdraw: open && askedBy === ctx.personId },
  }
}

export const questionRow = async (ctx: Ctx, id: number): Promise<store.QuestionRow> => {
  const row = await store.questionById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
export const showQuestion = async (ctx: Ctx, id: number): Promise<Shape> => shapeOf(ctx, await questionRow(ctx, id))
