import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Card } from '#web/parts/Card.tsx'
import { StateWord } from '#web/parts/StateTag.tsx'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { kindName } from '../capacity/capacity-words.tsx'
import { lookedBack, showForecast } from './forecast.schema.ts'
import { type Forecast, forecastSays, isNear, restsSays } from './forecast-words.tsx'
import './forecast.css'

const Line = ({ name, forecast }: { name: string; forecast: Forecast }) => (
  <li>
    <b>{name}</b>
    <span className="forecast-when">
      {isNear(forecast) ? <StateWord tone="venter">{forecastSays(forecast)}</StateWord> : forecastSays(forecast)}
    </span>
    {restsSays(forecast) && <span className="forecast-rests tov-dim">{restsSays(forecast)}</span>}
  </li>
)

/** When there is no room left at this pace, together and at each school; nothing for who has none to see. */
export const ForecastCard = () => {
  const [form, setForm] = useState<MeetingForm>()
  const { data } = useAnswer(showForecast, { query: { form } }, { keep: true })
  if (!data || (!data.all && data.schools.length === 0)) return null
  return (
    <Card
      title={m.forecast_title()}
      right={
        data.limited.length > 0 && (
          <Choices
            label={m.forecast_for()}
            value={data.form}
            options={meetingForms.map((value) => ({ value, label: kindName[value]() }))}
            onChange={setForm}
          />
        )
      }
    >
      <ul className="forecast">
        {data.all && <Line name={m.forecast_all()} forecast={data.all} />}
        {data.schools.map(({ id, name, forecast }) => (
          <Line key={id} name={name ?? m.forecast_of_centre()} forecast={forecast} />
        ))}
      </ul>
      <p className="tov-dim">{m.forecast_rule({ days: lookedBack, weeks: data.horizon })}</p>
    </Card>
  )
}
