/** What a caller skips goes to others, and comes back to him by itself, or when he brings it back. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import { letGo } from '../measures/measures.ts'
import * as holds from './holds.sql.ts'
import { companyOf } from './queue.sql.ts'
import * as skips from './skips.sql.ts'

const skipMinutes = 30

/** "Spring over": to others at once, back to this caller after half an hour. */
export const skipCompany = async (ctx: Ctx, companyId: number) => {
  const company = await companyOf(ctx, companyId)
  if (!company) throw problem('not-found')
  if (await holds.endHold(ctx, companyId)) await letGo(ctx)
  const until = ctx.now.add({ minutes: skipMinutes }).toString({ fractionalSecondDigits: 3 })
  await skips.insertSkip(ctx, { companyId, cvr: company.cvr }, until)
  announce(ctx, ['calls'])
  return {}
}

/** All that one skipped oneself, at once. */
export const bringBackSkipped = async (ctx: Ctx) => {
  const count = await skips.removeSkips(ctx)
  announce(ctx, ['calls'])
  return { count }
}
