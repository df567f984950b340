import { expect, test } from 'vitest'
import * as m from '#texts'
import { meetingsSay, restsSays } from './forecast-words.tsx'

test('where visits alone are full it is told of visits, else of meetings', () => {
  const home = (form: 'visit' | null) => m.forecast_home_full({ meetings: meetingsSay({ form }) })
  expect([home('visit'), home(null)]).toEqual([
    'Der er ikke plads til flere besøg',
    'Der er ikke plads til flere møder',
  ])
  const rests = { booked: 5, days: 7, free: 3, why: null }
  expect(restsSays({ state: 'on', day: '2026-12-03', workdays: 9, form: 'visit', rests })).toContain('5 besøg aftalt')
})
