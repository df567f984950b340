import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { ofPlace } from '../leaderships/leaderships.ts'
import type { againsts, subjects } from './still-agreed.schema.ts'

export type Subject = (typeof subjects)[number]
export type Against = (typeof againsts)[number]

/** What stands open with a place, or whoever answers for it; of what speaks against each the heaviest that nobody has answered first. */
export const openOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('agreedAgainst as a')
    .innerJoin('kindThatStops as k', 'k.kind', 'a.against')
    .leftJoin('stillAgreed as s', (join) =>
      join
        .onRef('s.centreId', '=', 'a.centreId')
        .onRef('s.subject', '=', 'a.subject')
        .onRef('s.subjectId', '=', 'a.subjectId')
        .onRef('s.against', '=', 'a.against')
        .onRef('s.againstId', '=', 'a.againstId'),
    )
    .leftJoin('personNamed as by', 'by.id', 's.personId')
    .leftJoin('personNamed as p', 'p.id', 'a.personId')
    .leftJoin('bookingNow as b', (join) =>
      join.onRef('b.centreId', '=', 'a.centreId').onRef('b.id', '=', 'a.subjectId').on('a.subject', '=', 'meeting'),
    )
    .leftJoin('promiseNow as m', (join) =>
      join.onRef('m.centreId', '=', 'a.centreId').onRef('m.id', '=', 'a.subjectId').on('a.subject', '=', 'promise'),
    )
    .leftJoin('backOpen as q', (join) =>
      join
        .onRef('q.centreId', '=', 'a.centreId')
        .onRef('q.callId', '=', 'a.subjectId')
        .on('a.subject', 'in', ['call-back', 'wants-visit']),
    )
    .leftJoin('waitGiven as w', (join) =>
      join.onRef('w.centreId', '=', 'a.centreId').onRef('w.id', '=', 'a.subjectId').on('a.subject', '=', 'later'),
    )
    .distinctOn(['a.subject', 'a.subjectId'])
    .select(['a.subjectId', 'a.companyId', 'a.cvr', 'a.personId', 'p.name as who', 'a.since', 'a.againstId'])
    .select(['m.what', 'by.name as saidBy', 's.saidAt', 's.words'])
    .select((eb) => [
      eb.fn.coalesce('b.startsAt', 'q.dueAt').as('at'),
      eb.fn.coalesce('m.dueOn', 'w.untilOn').as('dueOn'),
    ])
    .select([sql<Subject>`a.subject`.as('subject'), sql<Against>`a.against`.as('against')])
    .where('a.centreId', '=', ctx.centreId)
    .where(ofPlace('a', companyId))
    // A meeting that has begun is its visitor's to report.
    .where((eb) => eb.or([eb('b.startsAt', 'is', null), eb('b.startsAt', '>', ctx.at)]))
    .orderBy('a.subject')
    .orderBy('a.subjectId')
    .orderBy(sql`s.id is not null`)
    .orderBy('k.rank')
    .execute()
export type OpenRow = Awaited<ReturnType<typeof openOf>>[number]

/** Said once of each thing that speaks against it: that it holds, or that it lapses. */
type About = Pick<OpenRow, 'subject' | 'subjectId' | 'companyId' | 'cvr' | 'against' | 'againstId'>
export const insertStillAgreed = (ctx: Ctx, row: About, said: { personId: number; words: string; holds: boolean }) => {
  const { subject, subjectId, companyId, cvr, against, againstId } = row
  return ctx.db
    .insertInto('stillAgreed')
    .values({ subject, subjectId, companyId, cvr, against, againstId, ...said, centreId: ctx.centreId, saidAt: ctx.at })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'subject', 'subjectId', 'against', 'againstId']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
}
