/** What people take out of the house as files: who, which list, how much of it. */
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import type { TakenOut } from '#platform/http/export-list'
import { membersEvents } from './members-events.table.ts'

const record = recorder(membersEvents)

export const recordTakenOut = (ctx: Ctx, taken: TakenOut): Promise<void> =>
  record(ctx, { verb: 'taken-out', subject: 'export', after: taken })
