/** Statements on questions to whoever has a company. Whoever changes one holds the company's lock first. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { seenFrom } from '../leaderships/leaderships.ts'
import type { abouts } from './contact-questions.schema.ts'

export type About = (typeof abouts)[number]

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.id', '=', companyId)
    .select(['c.id as companyId', 'c.cvr', 'c.name as company'])
    .executeTakeFirst()

const questions = (ctx: Ctx) =>
  ctx.db
    .selectFrom('contactQuestion as q')
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .innerJoin('memberEver as a', (join) =>
      join.onRef('a.centreId', '=', 'q.centreId').onRef('a.personId', '=', 'q.askedBy'),
    )
    // Whoever has the company today answers what stands open.
    .leftJoin('contactQuestionOpenNow as n', (join) =>
      join.onRef('n.centreId', '=', 'q.centreId').onRef('n.id', '=', 'q.id'),
    )
    .leftJoin('memberEver as t', (join) =>
      join
        .onRef('t.centreId', '=', 'q.centreId')
        .on(sql<boolean>`t.person_id = case when n.id is null then q.to_id else n.to_id end`),
    )
    .leftJoin('personNamed as x', 'x.id', 'q.answeredBy')
    .leftJoin('contactOpenNow as o', (join) =>
      join.onRef('o.centreId', '=', 'q.centreId').onRef('o.sourceId', '=', 'q.id').on('o.sourceKind', '=', 'question'),
    )
    .where('q.centreId', '=', ctx.centreId)
    .select([
      'q.id',
      'q.companyId',
      'q.cvr',
      'c.name as company',
      'q.words',
      'q.askedBy',
      'a.name as asker',
      'a.school as askerSchool',
      'q.askedAt',
      't.personId as toId',
      't.name as to',
      't.school as toSchool',
      'q.coordinatorsFrom',
      'q.answeredAt',
      'x.name as answeredBy',
      'q.why',
      'q.withdrawnAt',
      'o.until as openUntil',
    ])
    .select(sql<About>`q.about`.as('about'))
    .select(sql<'yes' | 'no' | null>`q.answer`.as('answer'))
export type QuestionRow = Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>

export const questionById = (ctx: Ctx, id: number): Promise<QuestionRow | undefined> =>
  questions(ctx).where('q.id', '=', id).executeTakeFirst()

/** Those without an answer, and the answers since a day, seen from a place. */
export const questionsOf = (ctx: Ctx, companyId: number, since: string): Promise<QuestionRow[]> =>
  questions(ctx)
    .where(seenFrom('q', companyId))
    .where('q.withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('q.answeredAt', 'is', null), eb('q.answeredAt', '>=', since)]))
    .orderBy(sql`q.answered_at is not null`)
    .orderBy('q.id', 'desc')
    .limit(20)
    .execute()

export const openOf = (
  ctx: Ctx,
  of: { personId: number } | { companyIds: readonly number[] },
): Promise<QuestionRow[]> =>
  questions(ctx)
    .where('q.answeredAt', 'is', null)
    .where('q.withdrawnAt', 'is', null)
    .where((eb) =>
      'personId' in of
        ? eb.or([eb('q.askedBy', '=', of.personId), eb('q.toId', '=', of.personId)])
        : eb('q.companyId', 'in', [0, ...of.companyIds]),
    )
    .orderBy('q.id')
    .execute()

type New = {
  companyId: number
  cvr: string
  about: About
  words: string
  toId: number | null
  coordinatorsFrom: string
}
/** Undefined when who asks has asked it already. */
export const insertQuestion = (ctx: Ctx, question: New) =>
  ctx.db
    .insertInto('contactQuestion')
    .values({ ...question, centreId: ctx.centreId, askedBy: ctx.personId ?? 0, askedAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
export const openByAsker = (ctx: Ctx, { companyId, about }: { companyId: number; about: About }) =>
  ctx.db
    .selectFrom('contactQuestion')
    .where('centreId', '=', ctx.centreId)
    .where('companyId', '=', companyId)
    .where('askedBy', '=', ctx.personId ?? 0)
    .where('about', about === 'doubt' ? '=' : '<>', 'doubt')
    .where('answeredAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .select('id')
    .executeTakeFirst()

type Change = Partial<{
  toId: number | null
  coordinatorsFrom: string
  companyId: number
  cvr: string
  answeredAt: string
  answeredBy: number | null
  answer: 'yes' | 'no'
  why: string
  withdrawnAt: string
}>
/** Changes one that stands open; false when it has an answer, or is taken back. */
export const changeOpen = async (ctx: Ctx, id: number, change: Change): Promise<boolean> =>
  (await ctx.db
    .updateTable('contactQuestion')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
