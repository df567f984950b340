import { afterAll, expect, test } from 'vitest'
import { houseOf } from '../app.ts'
import { houseJob } from '#platform/jobs'
import { makeLog } from '#platform/log'
import { post } from '#platform/mail/outbox'
import { startJobs } from '#platform/queue'
import { openWorld } from '#testing/world'

// Two houses in one process: what one knows of itself, the other never sees.

const east = await openWorld({ BASE_URL: 'https://east.example' })
const west = await openWorld({
  BASE_URL: 'https://west.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'West <w@west.example>',
})
afterAll(async () => {
  await east.close()
  await west.close()
})

test('each has its own address, mail server and clock', async () => {
  west.clock.set('2027-01-04T08:00')
  const told = (world: typeof east) =>
    world.inside('birgit', ({ house, now }) =>
      Promise.resolve([house.baseUrl, house.mail?.from ?? null, house.demo, house.clock().equals(now)]),
    )
  expect(await told(east)).toEqual(['https://east.example', null, false, true])
  expect(await told(west)).toEqual(['https://west.example', 'West <w@west.example>', false, true])
  expect(east.clock.now().equals(west.clock.now())).toBe(false)
})

test('a mail goes to the queue of the house that has a server, not of the other', async () => {
  const letter = { to: 'lone@smedjen.example', subject: 'Hej', body: 'Vi ses.' }
  for (const world of [east, west]) await world.inside('birgit', (ctx) => post(ctx, letter))
  const waiting = (world: typeof east) => world.sql("select 1 from pgboss.job where name = 'send-mails'")
  expect([(await waiting(east)).length, (await waiting(west)).length]).toEqual([0, 1])
})

test('a demo has no mail server, whatever the settings say', () => {
  const before = west.database.house
  houseOf(west.database, west.config, true)
  expect(west.database.house.mail).toBeNull()
  west.database.house = before
})

test('the house’s own work sees its own house: no centre’s rows, every centre as the system, what all share', async () => {
  const seen: unknown[] = []
  const look = houseJob('look', '0 0 1 1 *', async ({ house, in: inHouse, centreIds, inCentre }) => {
    const schools = await inHouse(({ db }) => db.selectFrom('school').selectAll().execute())
    const people = await inHouse(({ db }) => db.selectFrom('person').select('id').execute())
    const ids = await centreIds()
    const roles = await Promise.all(
      ids.map((id) => inCentre(id, ({ role, source }) => Promise.resolve([role, source]))),
    )
    seen.push(house.baseUrl, schools.length, people.length > 3, ids, roles)
  })
  const log = makeLog('silent')
  const queue = await startJobs(west.database, west.appUrl, {
    jobs: [],
    houseJobs: [look],
    sweeps: [],
    log,
    working: false,
  })
  await queue.runHouseJob('look')
  await queue.stop()
  expect(seen).toEqual(['https://west.example', 0, true, [west.centreId], [['system', 'job']]])
})
