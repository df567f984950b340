import type { AnswerOf } from '#platform/endpoint'
import type { listFreeSlots } from './bookings.schema.ts'

export type FreeSlotRow = AnswerOf<typeof listFreeSlots>['rows'][number]
