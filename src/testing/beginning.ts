import { momentOf } from '../platform/clock.ts'

/** Monday morning; daylight saving ended a month ago. */
export const beginning = momentOf('2026-11-23', '09:00')
