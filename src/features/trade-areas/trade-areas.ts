/** Front door: what consultants and schools know, said by themselves, and whose field fits a company. */
import type { z } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { leadsSchool, settlesCentre, visitors } from '../centre/roles.ts'
import { reaches } from '../enquiries/enquiries.ts'
import { areaOf, type Knowledge, knowledgeOf } from './knowledge.ts'
import { tradeAreasEvents } from './trade-areas-events.table.ts'
import type * as contract from './trade-areas.schema.ts'
import { divisionsOf } from './trade-areas.table.ts'
import * as store from './trade-areas.sql.ts'

export type { Knowledge } from './knowledge.ts'

const record = recorder(tradeAreasEvents)
/** Answers that another field makes stale. */
const topics = ['trade-areas', 'free-slots']

/** A leader the own school's, who settles the centre everyone's. */
const maySayOf = (ctx: Ctx, schoolId: number) => settlesCentre(ctx) || (leadsSchool(ctx) && schoolId === ctx.schoolId)

export const listTradeAreas = async (ctx: Ctx) => {
  const [people, schools] = await Promise.all([store.ofVisitors(ctx, visitors), store.ofSchools(ctx)])
  return {
    visitors: people.map((row) => ({ ...row, can: { change: row.personId === ctx.personId } })),
    schools: schools.map((row) => ({ ...row, can: { change: maySayOf(ctx, row.schoolId) } })),
  }
}

type Mine = z.output<NonNullable<(typeof contract.changeMyTrades)['body']>>
export const changeMyTrades = async (ctx: Ctx, wanted: Mine) => {
  const personId = personOf(ctx)
  await store.sayOfVisitor(ctx, personId, wanted)
  await record(ctx, { verb: 'changed', subject: 'visitor_trades', subjectId: personId, after: wanted, topics })
  const mine = (await listTradeAreas(ctx)).visitors.find((row) => row.personId === personId)
  if (!mine) throw problem('not-found')
  return mine
}

type OfSchool = z.output<NonNullable<(typeof contract.changeSchoolTrades)['body']>>
export const changeSchoolTrades = async (ctx: Ctx, schoolId: number, wanted: OfSchool) => {
  const { schools } = await listTradeAreas(ctx)
  const before = schools.find((row) => row.schoolId === schoolId)
  if (!before) throw problem('not-found')
  if (!maySayOf(ctx, schoolId)) throw problem('not-allowed')
  await store.sayOfSchool(ctx, schoolId, wanted)
  await record(ctx, { verb: 'changed', subject: 'school_trades', subjectId: schoolId, after: wanted, topics })
  return { ...before, ...wanted, saidAt: ctx.at }
}

/** A company's trade area, and its industries (DB07 divisions). Null: nobody knows. */
export const tradeAreaOf = (industry: string | null) => {
  const area = areaOf(industry)
  return area && { area, divisions: divisionsOf[area] }
}

/** What each who visits knows of a company in this industry. */
export const whoKnows = async (ctx: Ctx, industry: string | null) => {
  const [people, schools, kinds] = [
    await store.ofVisitors(ctx, visitors),
    await store.ofSchools(ctx),
    await reaches(ctx),
  ]
  const owns = new Map(people.map((row) => [row.personId, row.saidAt === null ? null : row]))
  const ofSchool = new Map(
    schools.map(({ schoolId, trades }) => [
      schoolId,
      { trades, kinds: kinds.find((row) => row.schoolId === schoolId)?.fields ?? [] },
    ]),
  )
  return ({ personId, schoolId }: { personId: number; schoolId: number | null }): Knowledge =>
    knowledgeOf(owns.get(personId) ?? null, schoolId === null ? null : (ofSchool.get(schoolId) ?? null), industry)
}
