import type { z } from '#platform/endpoint'
import type { CalendarPerson } from './diaries.schema.ts'

/** A column of the calendar: someone with working hours and absences. */
export type Person = z.infer<typeof CalendarPerson>
