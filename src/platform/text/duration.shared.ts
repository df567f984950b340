import * as m from '#texts'
import type { Language } from './language.ts'

/** "58 min.", "2 t", "1 t 11 min.": how long a way takes, said the same in a mail, a proposal and a calendar. */
export const sayMinutes = (all: number, options?: { locale?: Language }): string => {
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return m.platform_short_minutes({ minutes }, options)
  return minutes === 0 ? m.platform_short_hours({ hours }, options) : m.platform_short_both({ hours, minutes }, options)
}
