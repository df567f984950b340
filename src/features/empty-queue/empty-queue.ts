/** Front door: whom to ask when there is nobody to call. Why, and what mends it, the page reckons from the queue's own answer. */
import type { Ctx } from '#platform/context'
import * as store from './empty-queue.sql.ts'

export const listWhomToAsk = async (ctx: Ctx) => ({ names: (await store.runnersNow(ctx)).map(({ name }) => name) })
