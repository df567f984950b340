import { spawn } from 'node:child_process'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import type { Task } from '#testing/waits-in-time'
import { beginsAt, danishDay, dayNumber, type Day, endOfWait, written } from '#testing/waiting-oracle'

let world: Awaited<ReturnType<typeof openWorld>>
let folder: string
beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'tovholder-clock-'))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

/** Debian's libfaketime, installed by the test command. */
const library = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketimeMT.so.1`

/** The product in a process whose clock stands where it is put. */
const productInTime = () => {
  if (!existsSync(library)) throw new Error(`${library} is missing: apt-get install libfaketime`)
  const clock = join(folder, 'clock')
  const set = (at: number) => {
    writeFileSync(`${clock}.new`, new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' '))
    renameSync(`${clock}.new`, clock)
  }
  set(beginsAt([2026, 11, 30]))
  const { id: personId, schoolId, role } = world.people.birgit
  const asker = { centreId: world.centreId, personId, schoolId, role, source: 'api', language: 'da' }
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../testing/waits-in-time.ts'), world.appUrl, JSON.stringify(asker)],
    {
      env: {
        ...process.env,
        ...{
          LD_PRELOAD: library,
          FAKETIME_TIMESTAMP_FILE: clock,
          FAKETIME_NO_CACHE: '1',
          FAKETIME_DONT_FAKE_MONOTONIC: '1',
        },
        TZ: 'UTC',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const at = async (moment: number, task: Task) => {
    set(moment)
    child.stdin.write(`${JSON.stringify(task)}\n`)
    const { value } = await answers.next()
    const said = JSON.parse(String(value)) as { until?: string; held?: boolean; at: string }
    // Else a library that is not there would let the real clock prove everything.
    expect(Date.parse(said.at)).toBe(moment * 1000)
    return said
  }
  const end = async () => {
    child.stdin.end()
    await new Promise((done) => child.once('exit', done))
  }
  return { at, end }
}

/** Moments of talks: by chance over eighty years, and where dates go wrong: ends of months, 29 February, the edges of days, both changes of the clock. */
const moments = (many: number): number[] => {
  let seed = 20261130
  const chance = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  const edges = [-1, 0, 1, 3599, 3600, 7199, 7200, 43_200]
  const years = Array.from({ length: 78 }, (_, at) => 2026 + at)
  const hard: Day[] = years.flatMap((year) => [
    ...(
      [
        [2, 28],
        [3, 1],
        [8, 31],
        [11, 30],
        [12, 31],
      ] as const
    ).map(([month, day]): Day => [year, month, day]),
    ...([3, 10] as const).map((month): Day => [year, month, 31 - ((dayNumber([year, month, 31]) + 4) % 7)]),
  ])
  const onEdge = hard.map((day) => beginsAt(day) + (edges[chance(edges.length)] ?? 0))
  const first = beginsAt([2026, 1, 1])
  const span = beginsAt([2104, 1, 1]) - first
  return [
    ...onEdge,
    ...Array.from({ length: many - onEdge.length }, () => first + Math.floor((chance(1e9) / 1e9) * span)),
  ]
}

const told = moments(2000).map((moment, nr) => {
  const reason = nr % 2 === 0 ? ('later' as const) : ('not-interested' as const)
  return { moment, reason, until: endOfWait(danishDay(moment), reason === 'later' ? 3 : 6) }
})

test('two thousand waits end on the day that is reckoned otherwise too', async () => {
  const product = productInTime()
  const wrong: object[] = []
  for (const { moment, reason, until } of told) {
    const { until: given } = await product.at(moment, { reason })
    if (given !== written(until)) wrong.push({ moment, reason, given, until })
  }
  await product.end()
  expect(told).toHaveLength(2000)
  expect(wrong).toEqual([])
})

test('given to a company, it holds to the last second of the day before, and not in the first of the day', async () => {
  const product = productInTime()
  const wrong: object[] = []
  for (const { moment, reason, until } of told.filter((_, nr) => nr % 9 === 0)) {
    const { id: companyId } = await world.company()
    const given = await product.at(moment, { companyId, reason })
    const before = await product.at(beginsAt(until) - 1, { companyId })
    const after = await product.at(beginsAt(until), { companyId })
    if (given.until !== written(until) || before.held !== true || after.held !== false)
      wrong.push({ moment, reason, until, given, before, after })
  }
  await product.end()
  expect(wrong).toEqual([])
})
