import { afterAll, expect, test } from 'vitest'
import { listGatherings } from '../../src/features/gatherings/gatherings.ts'
import { houseOf } from '../../src/app.ts'
import { momentOf } from '#platform/clock'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db/open'
import { freshDatabase } from '#testing/database'
import { makeDeck } from './said.ts'
import { makeAgenda } from './seed-agenda.ts'
import { makeCalendar } from './seed-calendar.ts'
import { planGatherings, weekdayIn } from './seed-gatherings.ts'
import { gather } from './seed-people.ts'

const now = momentOf('2026-12-01', '10:05')
const fresh = await freshDatabase()
const database = openDatabase(fresh.appUrl, 4, () => now)
houseOf(
  database,
  readConfig({ BASE_URL: 'https://tovholder.example', DATABASE_URL: fresh.ownerUrl, DATABASE_APP_URL: fresh.appUrl }),
  true,
)
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

test('four are signed up for next week’s tour, Hanne plans the stand at the job fair; its first turn is full', async () => {
  expect([weekdayIn('2026-12-01', 1, 3), weekdayIn('2026-12-13', 1, 4)]).toEqual(['2026-12-09', '2026-12-17'])
  const calendar = makeCalendar(now)
  const cast = await gather(database, calendar.at(20, '08:00'))
  const agenda = makeAgenda(database, calendar.now)
  planGatherings({
    ...{ agenda, cast, calendar, seed: 1, reserved: new Set(), deck: makeDeck() },
    ...{ latest: { later: 0 }, late: { lately: 0, long: 0 } },
    diaries: { cast, lastOfJens: 0, kept: [] },
  })
  await agenda.run()
  const { rows } = await database.in(cast.as('Hanne Lind'), (ctx) => listGatherings(ctx, false), now)
  expect(rows.map(({ title, startsAt, times, free }) => [title, startsAt.slice(0, 10), times, free])).toEqual([
    ['Truck og kran på Nordhavn', '2026-12-09', 1, 8],
    ['Jobmessen i Skive', '2027-01-14', 3, 3],
  ])
})
