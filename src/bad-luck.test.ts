import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { leasesHeld } from '#platform/db/embedded/embedded'
import { until } from '#testing/until'
import { openWorld } from '#testing/world'
import { addSchool, listSchools } from './features/centre/schools.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
// The token is made before anything breaks.
await world.as('birgit').call(listSchools, {})

const { PATH = '', HOME = '' } = process.env
/** Runs the product until it ends by itself; its words and exit code. */
const start = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['src/main.ts'], { env: { PATH, HOME, ...env } })
  let said = ''
  child.stderr.on('data', (piece: Buffer) => void (said += piece.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  return { code, said }
}

test('a wrong setting stops the start with a sentence that says which and why, all of them at once', async () => {
  const { code, said } = await start({ PORT: 'halvfems', SMTP_URL: 'mail.example' })
  expect(code).toBe(1)
  expect(said).toMatch(
    /PORT is "halvfems", but must be: port to listen on, 0 to 65535\.\nSMTP_URL is wrong \(not shown here\)/,
  )
  // It may hold a password.
  expect(said).not.toContain('mail.example')
  expect(said).not.toMatch(/ at .*\.ts/)
})

test('half a database setting is refused before anything is touched', async () => {
  expect(await start({ DATABASE_URL: 'postgresql://x@/y' })).toMatchObject({
    code: 1,
    said: expect.stringMatching(/DATABASE_APP_URL .* belong together/) as string,
  })
})

/** Somebody who listens, wherever there was room. */
const listening = async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  return { other, port: (other.address() as AddressInfo).port }
}
/** A port that was free a moment ago. */
const freePort = async () => {
  const { other, port } = await listening()
  other.close()
  await once(other, 'close')
  return port
}

test('a taken port is a sentence with a way out', async () => {
  const { other, port } = await listening()
  const { code, said } = await start({ PORT: String(port), TOVHOLDER_DATA: join(tmpdir(), 'tov-never-made') })
  other.close()
  expect(code).toBe(1)
  expect(said).toContain(`Port ${port} on 127.0.0.1 is already taken`)
  expect(said).toContain(`PORT=${port + 1}`)
})

// It builds the pages first when they are not there.
test('a server that cannot be reached is a sentence, not a stack', async () => {
  const { code, said } = await start({
    DATABASE_URL: 'postgresql://x@127.0.0.1:1/y',
    DATABASE_APP_URL: 'postgresql://z@127.0.0.1:1/y',
    PORT: '0',
  })
  expect(code).toBe(1)
  expect(said).toMatch(/The database of DATABASE_URL cannot be used: .*ECONNREFUSED/)
})

test('the disk is full: the answer says so, nothing is changed, and the same press works later', async () => {
  await world.sql(
    "create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$",
  )
  await world.sql('create trigger full_disk before insert on event for each row execute function full_disk()')
  const press = () =>
    world.as('birgit').call(addSchool, { body: { name: 'Skolen uden plads', kind: 'other' } }, { key: 'disk' })
  await expect(press()).rejects.toMatchObject({
    status: 507,
    code: 'disk-full',
    problem: { title: expect.stringMatching(/Disken på serveren er fuld/) as string },
  })
  expect(await world.sql("select from school where name = 'Skolen uden plads'")).toHaveLength(0)
  await world.sql('drop trigger full_disk on event')
  await press()
  expect(await world.sql("select from school where name = 'Skolen uden plads'")).toHaveLength(1)
})

test('the connection dies in the middle of a write: nothing half done, and the same press does it once', async () => {
  await world.sql(
    'create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return new; end $$',
  )
  await world.sql('create trigger slowly before insert on event for each row execute function slowly()')
  const press = () =>
    world.as('birgit').call(addSchool, { body: { name: 'Skolen midt i det', kind: 'other' } }, { key: 'cut' })
  const pressed = press().then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
  const inTheMiddle =
    "from pg_stat_activity where datname = current_database() and usename = 'tovholder_app' and wait_event = 'PgSleep'"
  await until(async () => (await world.sql(`select ${inTheMiddle}`)).length > 0)
  await world.sql(`select pg_terminate_backend(pid) ${inTheMiddle}`)
  expect(await pressed).toBe('database-away')
  await world.sql('drop trigger slowly on event')
  await press()
  await press()
  const { rows } = await world.as('birgit').call(listSchools, {})
  expect(rows.filter(({ name }) => name === 'Skolen midt i det')).toHaveLength(1)
})

test('the embedded database is killed during a write: what was answered is kept, the rest says so, and it comes back', async () => {
  const dataDir = join(tmpdir(), `tov-killed-${process.pid}`)
  mkdirSync(dataDir, { mode: 0o711 })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH, HOME, TOVHOLDER_DATA: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let printed = ''
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
  const wordPrinted = () => /with the word (\S+)/.exec(printed)?.[1]
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
  try {
    await until(() => fetch(`${address}/readyz`).then(({ ok }) => ok))
    await until(() => Promise.resolve(wordPrinted() !== undefined))
    const made = await post('/api/centres', {
      word: wordPrinted(),
      centreName: 'Prøve',
      name: 'Asger',
      email: 'a@x.example',
      password: 'rebet holder til ti',
    })
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const kept = new Set<string>()
    const press = async (n: number) => {
      const answer = await post(
        '/api/schools',
        { name: `Skole ${n}`, kind: 'other' },
        { cookie, 'idempotency-key': `school-${n}` },
      ).catch(() => null)
      if (answer?.ok) kept.add(`Skole ${n}`)
      else expect(answer?.status ?? 503).toBe(503)
    }
    const postmaster = await postmasterOf(dataDir)
    for (let n = 0; n < 40; n++) {
      if (n === 20) process.kill(postmaster, 'SIGKILL')
      await press(n)
    }
    await until(() => fetch(`${address}/readyz`).then(({ ok }) => ok))
    for (let n = 0; n < 40; n++) await press(n)
    const answer = await fetch(`${address}/api/schools`, { headers: { cookie } })
    const { rows } = (await answer.json()) as { rows: { name: string }[] }
    expect(kept.size).toBe(40)
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...kept].toSorted())
  } finally {
    const began = performance.now()
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await leasesHeld(dataDir)).toEqual([])
    rmSync(dataDir, { recursive: true, force: true })
  }
})

const postmasterOf = async (dataDir: string): Promise<number> => {
  const { readFile } = await import('node:fs/promises')
  return Number((await readFile(join(dataDir, 'pg/postmaster.pid'), 'utf8')).split('\n')[0])
}
