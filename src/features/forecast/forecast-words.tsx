import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate, saysDay } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import { manyOf } from '../capacity/capacity-words.tsx'
import type { showForecast } from './forecast.schema.ts'

export type Forecasts = AnswerOf<typeof showForecast>
export type Forecast = Forecasts['schools'][number]['forecast']

/** So many working days or fewer: somebody should be asked for more now. */
const near = 10
export const isNear = ({ state, workdays }: Forecast) => state === 'full' || (workdays !== null && workdays <= near)

/** "fyldt torsdag 3. december, om 9 hverdage" */
export const forecastSays = ({ state, day, workdays }: Forecast) => {
  if (state === 'full') return m.forecast_full()
  if (state === 'known-until' && day) return m.forecast_known_until({ day: saysDate(day) })
  if (state === 'lasts' && day) return m.forecast_lasts({ day: saysDate(day) })
  if (state !== 'on' || !day || workdays === null) return m.forecast_unknown()
  return workdays === 1
    ? m.forecast_on_one({ day: saysDay(day) })
    : m.forecast_on({ day: saysDay(day), count: number(workdays) })
}
const whySays = {
  'not-agreed': m.forecast_why_not_agreed,
  'few-days': m.forecast_why_few_days,
  'few-meetings': m.forecast_why_few_meetings,
}
/** "besøg" where it is told of these alone, else "møder". */
export const meetingsSay = ({ form }: Pick<Forecast, 'form'>) => (form ? manyOf[form]() : m.forecast_kind_all())
/** What it rests on; nothing where that is not told. */
export const restsSays = ({ state, rests, form }: Forecast) => {
  if (!rests) return undefined
  if (rests.why) return whySays[rests.why]()
  if (state === 'full' || rests.free === null) return undefined
  return m.forecast_rests({
    meetings: meetingsSay({ form }),
    ...{ booked: number(rests.booked), days: number(rests.days), free: number(rests.free) },
  })
}
