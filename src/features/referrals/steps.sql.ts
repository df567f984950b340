/** Statements on what was said with a referral, and what happened to it. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { StepVerb } from './referral-words.table.ts'
import type { ReferralRow } from './referrals.sql.ts'

/** What they said, whom to talk with; undefined for who may not read it. */
export const matterOf = (ctx: Ctx, referralId: number) =>
  ctx.db
    .selectFrom('referralMatter as m')
    .leftJoin('companyPersonNow as p', (join) =>
      join.onRef('p.centreId', '=', 'm.centreId').onRef('p.id', '=', 'm.contactId'),
    )
    .where('m.centreId', '=', ctx.centreId)
    .where('m.referralId', '=', referralId)
    .select(['m.words', 'm.field', 'm.visitId', 'p.name', 'p.title'])
    .select(sql<string | null>`case when p.phone_allowed then p.phone end`.as('phone'))
    .executeTakeFirst()

export const stepsOf = (ctx: Ctx, referralId: number) =>
  ctx.db
    .selectFrom('referralStep as t')
    .leftJoin('referralSaid as w', (join) => join.onRef('w.centreId', '=', 't.centreId').onRef('w.stepId', '=', 't.id'))
    .leftJoin('personNamed as b', 'b.id', 't.doneBy')
    .leftJoin('personNamed as p', 'p.id', 't.toId')
    .leftJoin('schoolNow as s', (join) =>
      join.onRef('s.centreId', '=', 't.centreId').onRef('s.id', '=', 't.toSchoolId'),
    )
    .where('t.centreId', '=', ctx.centreId)
    .where('t.referralId', '=', referralId)
    .select(['t.id', 't.doneAt as at', 'b.name as by', 'w.words'])
    .select((eb) => eb.fn.coalesce('p.name', 's.name').as('to'))
    .select(sql<StepVerb>`t.verb`.as('verb'))
    .orderBy('t.id')
    .execute()

/** At whom it was, and with which days: for whoever takes the step back. */
type Was = Pick<
  ReferralRow,
  'receiverId' | 'receiverSchoolId' | 'askedAt' | 'remindOn' | 'answerBy' | 'takenAt' | 'givenBack'
>
export const wasOf = ({ receiverId, receiverSchoolId, askedAt, remindOn, answerBy, takenAt, givenBack }: Was): Was => ({
  ...{ receiverId, receiverSchoolId, askedAt, remindOn, answerBy, takenAt, givenBack },
})
export type Step = { verb: StepVerb; toId?: number | null; toSchoolId?: number | null; words?: string; was?: Was }
export const insertStep = async (ctx: Ctx, referralId: number, { words, was, ...step }: Step): Promise<void> => {
  const { id } = await ctx.db
    .insertInto('referralStep')
    .values({
      ...step,
      centreId: ctx.centreId,
      referralId,
      doneAt: ctx.at,
      doneBy: ctx.personId,
      was: was ? JSON.stringify(was) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (words)
    await ctx.db.insertInto('referralSaid').values({ centreId: ctx.centreId, stepId: id, referralId, words }).execute()
}
const asking: readonly StepVerb[] = ['given', 'given-back', 'passed', 'released']
/** Whom it was asked of last: a person, a school, or (neither) the coordinators. */
export const lastAsked = (ctx: Ctx, referralId: number) =>
  ctx.db
    .selectFrom('referralStep')
    .where('centreId', '=', ctx.centreId)
    .where('referralId', '=', referralId)
    .where('verb', 'in', asking)
    .select(['toId as receiverId', 'toSchoolId as receiverSchoolId'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
export const lastStep = (ctx: Ctx, referralId: number) =>
  ctx.db
    .selectFrom('referralStep')
    .where('centreId', '=', ctx.centreId)
    .where('referralId', '=', referralId)
    .select(['verb', 'doneBy'])
    .select(sql<Was | null>`was`.as('was'))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
/** Who has had it, and has given it back. */
export const whoGaveBack = async (ctx: Ctx, referralId: number): Promise<(number | null)[]> => {
  const rows = await ctx.db
    .selectFrom('referralStep')
    .where('centreId', '=', ctx.centreId)
    .where('referralId', '=', referralId)
    .where('verb', '=', 'given-back')
    .select('doneBy')
    .execute()
  return rows.map(({ doneBy }) => doneBy)
}
/** What is undone stands in the trail; in the thread it is gone. */
export const dropLastStep = (ctx: Ctx, referralId: number, verbs: readonly StepVerb[]) =>
  ctx.db
    .deleteFrom('referralStep')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('referralStep as last')
        .where('last.centreId', '=', ctx.centreId)
        .where('last.referralId', '=', referralId)
        .where('last.verb', 'in', verbs)
        .select((of) => of.fn.max('last.id').as('id')),
    )
    .execute()
/** What was given by mistake leaves nothing but its events. */
export const deleteReferral = async (ctx: Ctx, id: number): Promise<void> => {
  for (const table of ['referralStep', 'referralMatter'] as const)
    await ctx.db.deleteFrom(table).where('centreId', '=', ctx.centreId).where('referralId', '=', id).execute()
  await ctx.db.deleteFrom('referral').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
}
