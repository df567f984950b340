/** What schools answer for, and where. */
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { leadsSchool, settlesCentre } from '../centre/roles.ts'
import { enquiriesEvents } from './enquiries-events.table.ts'
import type * as contract from './enquiries.schema.ts'
import * as store from './reach.sql.ts'

const record = recorder(enquiriesEvents)

type Body = z.output<NonNullable<(typeof contract.changeSchoolReach)['body']>>
/** A leader the own school's, who settles the centre everyone's. */
const mayChange = (ctx: Ctx, schoolId: number) => settlesCentre(ctx) || (leadsSchool(ctx) && schoolId === ctx.schoolId)

export const listSchoolReach = async (ctx: Ctx) => ({
  rows: (await store.reaches(ctx)).map((row) => ({ ...row, can: { change: mayChange(ctx, row.schoolId) } })),
})

export const changeSchoolReach = async (ctx: Ctx, schoolId: number, wanted: Body) => {
  const before = (await store.reaches(ctx)).find((row) => row.schoolId === schoolId)
  if (!before) throw problem('not-found')
  if (!mayChange(ctx, schoolId)) throw problem('not-allowed')
  await store.replaceReach(ctx, schoolId, wanted)
  const about = { subject: 'school_reach', subjectId: schoolId, before, after: wanted } as const
  await record(ctx, { verb: 'changed', ...about, topics: ['school-reach'] })
  return { ...before, ...wanted, can: { change: true } }
}
