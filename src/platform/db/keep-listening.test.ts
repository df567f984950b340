import { until } from '#testing/until'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '#testing/database'
import { gateTo } from '#testing/gate'
import { keepListening } from './keep-listening.ts'

const fresh = await freshDatabase()
const gate = await gateTo(fresh.ownerUrl)
afterAll(async () => {
  await gate.close()
  await fresh.drop()
})

const say = (word: string) => fresh.superuser.query('select pg_notify($1, $2)', ['ear', word])
/** Connections of ours: the server's own workers come and go in every database, to vacuum it. */
const listening = async () => {
  const { rows } = await fresh.superuser.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  return rows[0]?.n
}

// A minute without database at a twentieth of its length: the waits are as much shorter.
const minute = 3_000
const patience = { first: 250 / 20, most: 10_000 / 20 }

test('a minute without database is a handful of tries, one at a time, and one connection afterwards', async () => {
  const heard: string[] = []
  let gaps = 0
  const stop = await keepListening({
    url: gate.url,
    channel: 'ear',
    hear: (word) => void heard.push(word),
    gap: () => void gaps++,
    patience,
  })
  await say('before')
  await until(() => heard.includes('before'))
  for (let outage = 1; outage <= 2; outage++) {
    const before = gate.knocks()
    gate.shut()
    await rest(minute)
    const tries = gate.knocks() - before
    // 12, 25, 50, 100, 200, 400, 500 … ms, each between a half and one and a half times as long.
    expect(tries).toBeGreaterThan(5)
    expect(tries).toBeLessThan(25)
    gate.open()
    await until(() => gaps === outage)
    await say(`after ${outage}`)
    await until(() => heard.includes(`after ${outage}`))
    expect(await listening()).toBe(1)
  }
  await stop()
  expect(heard).toEqual(['before', 'after 1', 'after 2'])
  await until(async () => (await listening()) === 0)
})

test('it ends at once, also in the middle of an outage', async () => {
  const stop = await keepListening({ url: gate.url, channel: 'ear', hear: () => {}, gap: () => {} })
  gate.shut()
  await rest(50)
  await stop()
  const knocks = gate.knocks()
  await rest(400)
  expect(gate.knocks()).toBe(knocks)
  gate.open()
})

test('it ends also while it is coming back, and leaves no connection behind', async () => {
  const stop = await keepListening({
    url: gate.url,
    channel: 'ear',
    hear: () => {},
    gap: () => {},
    patience: { first: 5, most: 5 },
  })
  gate.shut()
  await rest(30)
  const knocks = gate.knocks()
  gate.open()
  await until(() => gate.knocks() > knocks)
  await stop()
  await until(async () => (await listening()) === 0)
})

test('a database that is not there when it starts is told', async () => {
  gate.shut()
  await expect(keepListening({ url: gate.url, channel: 'ear', hear: () => {}, gap: () => {} })).rejects.toThrow(
    /terminated|EPIPE|ECONN/,
  )
  gate.open()
})
