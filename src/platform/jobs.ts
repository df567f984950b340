import type { Asker, Ctx, HouseCtx, HouseFacts } from './context.ts'
import type { Database } from './db/open.ts'
import type { Claim } from './portions.ts'

/** What a running job may do: transactions in its centre, as whoever handed it in. Long work goes `inPortions`. */
export type Reach = {
  asker: Asker
  database: Database
  in<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  claim: Claim
}
export type Job<Data extends object> = { name: string; run(reach: Reach, data: Data): Promise<void> }
/** Runs every minute for every centre, each in one transaction: deadlines are rows, a sweep only wakes them. */
export type Sweep = { name: string; run(ctx: Ctx): Promise<void> }

/** What the house's own work may do: what all centres share, and each centre as the system. */
export type HouseReach = {
  house: HouseFacts
  /** A transaction that knows no centre; of the centres' rows it sees none. */
  in: <T>(work: (ctx: HouseCtx) => Promise<T>) => Promise<T>
  centreIds: () => Promise<number[]>
  inCentre: <T>(centreId: number, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  claim: Claim
}
/**
 * Work that belongs to no centre. `at` is a cron line in Danish time (`15 3 * * *`: at a quarter past three). While it
 * runs it is not started again, in no process: what falls due meanwhile is left out.
 */
export type HouseJob = { name: string; at: string; run(reach: HouseReach): Promise<void> }

/** As a school itself, with nobody signed in: what it keeps to itself is seen by nobody else, not even by the system. */
export const asSchool = ({ database, asker }: Reach, schoolId: number) => {
  const { centreId, language } = asker
  return <T>(work: (ctx: Ctx) => Promise<T>) =>
    database.in({ centreId, personId: null, schoolId, role: 'system', source: 'job', language }, work)
}

export const job = <Data extends object>(name: string, run: Job<Data>['run']): Job<Data> => ({ name, run })
export const sweep = (name: string, run: Sweep['run']): Sweep => ({ name, run })
export const houseJob = (name: string, at: string, run: HouseJob['run']): HouseJob => ({ name, at, run })

/** What lies in the queue; `position` is written by `inPortions`. */
export type Payload = { asker: Asker; data: object; position?: unknown }

/** Hands in a job, in the same transaction as the change it belongs to. `data` carries ids only. */
export const enqueue = <Data extends object>(ctx: Ctx, wanted: Job<Data>, data: Data): Promise<void> => {
  const { centreId, personId, schoolId, role, language } = ctx
  const payload: Payload = { asker: { centreId, personId, schoolId, role, language, source: 'job' }, data }
  return ctx.send(wanted.name, payload)
}

/** Hands in a job that only does at once what a sweep would find; without a queue it is left to the sweep. */
export const wake = async <Data extends object>(ctx: Ctx, wanted: Job<Data>, data: Data): Promise<void> => {
  if (ctx.queueStands) await enqueue(ctx, wanted, data)
}
