import * as m from '#texts'
import { longest, most } from '#platform/outside/patience.shared'
import { mostTimes, type Trouble } from './other-calendars.schema.ts'

/** What went wrong with a calendar, and what to do. */
export const saysTrouble = {
  'not-https': m.other_calendars_trouble_not_https,
  'private-address': m.other_calendars_trouble_private_address,
  unreachable: m.other_calendars_trouble_unreachable,
  insecure: m.other_calendars_trouble_insecure,
  'too-large': () => m.other_calendars_trouble_too_large({ mb: most / 1_000_000 }),
  'too-slow': () => m.other_calendars_trouble_too_slow({ seconds: longest / 1000 }),
  'too-many-redirects': m.other_calendars_trouble_too_many_redirects,
  'not-let-in': m.other_calendars_trouble_not_let_in,
  'not-found': m.other_calendars_trouble_not_found,
  'not-a-calendar': m.other_calendars_trouble_not_a_calendar,
  'too-many': () => m.other_calendars_trouble_too_many({ times: mostTimes }),
  'too-heavy': m.other_calendars_trouble_too_heavy,
  'key-lost': m.other_calendars_trouble_key_lost,
} as const satisfies Record<Trouble, unknown>
