import * as m from '#texts'
import type { Holiday } from './working-days.schema.ts'

/** What the closed days of the year are called. */
export const holidayNames: Record<Holiday, typeof m.working_days_new_year> = {
  'new-year': m.working_days_new_year,
  'maundy-thursday': m.working_days_maundy_thursday,
  'good-friday': m.working_days_good_friday,
  easter: m.working_days_easter,
  'easter-monday': m.working_days_easter_monday,
  'prayer-day': m.working_days_prayer_day,
  ascension: m.working_days_ascension,
  whitsun: m.working_days_whitsun,
  'whit-monday': m.working_days_whit_monday,
  'constitution-day': m.working_days_constitution_day,
  'christmas-eve': m.working_days_christmas_eve,
  christmas: m.working_days_christmas,
  'boxing-day': m.working_days_boxing_day,
  'new-years-eve': m.working_days_new_years_eve,
}
