import { serve } from '#platform/http/serve'
import { listWhomToAsk } from './empty-queue.schema.ts'
import * as emptyQueue from './empty-queue.ts'

export const emptyQueueRoutes = [serve(listWhomToAsk, (ctx) => emptyQueue.listWhomToAsk(ctx))]
