import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { Go } from '#web/parts/Go.tsx'
import { askForMore } from '../capacity/capacity.schema.ts'
import { showForecast } from './forecast.schema.ts'
import { forecastSays, isNear, meetingsSay, restsSays } from './forecast-words.tsx'

/** On the home page of who may ask for more, when all together are full, or soon. */
export const NearlyFull = () => {
  const { data } = useAnswer(showForecast, { query: {} }, { when: useMay()(askForMore) })
  if (!data?.all || !isNear(data.all)) return null
  const meetings = meetingsSay(data.all)
  return (
    <Card title={data.all.state === 'full' ? m.forecast_home_full({ meetings }) : m.forecast_home_title({ meetings })}>
      {data.all.state !== 'full' && (
        <p>
          <b>{forecastSays(data.all)}</b>
        </p>
      )}
      {restsSays(data.all) && <p className="tov-dim">{restsSays(data.all)}</p>}
      <Go className="tov-link" to="/kapacitet">
        {m.forecast_home_go()}
      </Go>
    </Card>
  )
}
