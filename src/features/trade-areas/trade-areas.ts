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
import { divisionsOf, type TradeArea } from './trade-areas.table.ts'
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

/** What I have said, and the trades that my school has: they hold while I have said none. Throws not-found for who visits nobody. */
export const myTrades = async (ctx: Ctx) => {
  const { visitors: people, schools } = await listTradeAreas(ctx)
  const mine = people.find(({ personId }) => personId === ctx.personId)
  if (!mine) throw problem('not-found')
  return { mine, ofSchool: schools.find(({ schoolId }) => schoolId === mine.schoolId)?.trades ?? [] }
}

type Mine = z.output<NonNullable<(typeof contract.changeMyTrades)['body']>>
/** Throws changed-meanwhile with what stands (`theirs`): nothing is overwritten. */
export const changeMyTrades = async (ctx: Ctx, { saidAt, ...wanted }: Mine) => {
  const personId = personOf(ctx)
  const { mine: was } = await myTrades(ctx)
  if (!(await store.sayOfVisitor(ctx, personId, wanted, saidAt)))
    throw problem('changed-meanwhile', {}, { theirs: (await myTrades(ctx)).mine, yours: wanted })
  const { trades, kinds, languages, wishes, generalist } = was
  const before = { trades, kinds, languages, wishes, generalist }
  await record(ctx, { verb: 'changed', subject: 'visitor_trades', subjectId: personId, before, after: wanted, topics })
  return (await myTrades(ctx)).mine
}

/** One more trade area beside what I have said. Said twice it is said once. */
export const addMyTrade = async (ctx: Ctx, trade: TradeArea): Promise<void> => {
  const { trades, kinds, languages, wishes, generalist, saidAt } = (await myTrades(ctx)).mine
  if (trades.includes(trade)) return
  await changeMyTrades(ctx, { trades: [...trades, trade], kinds, languages, wishes, generalist, saidAt })
}

type OfSchool = z.output<NonNullable<(typeof contract.changeSchoolTrades)['body']>>
/** The same of a school. */
export const changeSchoolTrades = async (ctx: Ctx, schoolId: number, { saidAt, ...wanted }: OfSchool) => {
  const ofSchool = async () => {
    const row = (await listTradeAreas(ctx)).schools.find((one) => one.schoolId === schoolId)
    if (!row) throw problem('not-found')
    return row
  }
  const was = await ofSchool()
  if (!maySayOf(ctx, schoolId)) throw problem('not-allowed')
  if (!(await store.sayOfSchool(ctx, schoolId, wanted, saidAt)))
    throw problem('changed-meanwhile', {}, { theirs: await ofSchool(), yours: wanted })
  const { trades, languages, wishes } = was
  const before = { trades, languages, wishes }
  await record(ctx, { verb: 'changed', subject: 'school_trades', subjectId: schoolId, before, after: wanted, topics })
  return ofSchool()
}

/** A company's trade area, and its industries (DB07 divisions). Null: nobody knows. */
export const tradeAreaOf = (industry: string | null) => {
  const area = areaOf(industry)
  return area && { area, divisions: divisionsOf[area] }
}

/** What each who visits knows of a company in this industry. */
export const whoKnows = async (ctx: Ctx, industry: string | null) => {
  const [people, schools, kinds] = await Promise.all([
    store.ofVisitors(ctx, visitors),
    store.ofSchools(ctx),
    reaches(ctx),
  ])
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
