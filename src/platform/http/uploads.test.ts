import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { afterAll, expect, test } from 'vitest'
import { houseOf, makeApp } from '../../app.ts'
import { showMe } from '../../features/members/members.schema.ts'
import { makeToken } from '../../features/members/members.ts'
import { listContactUploads, uploadContacts } from '../../features/school-contacts/school-contacts.schema.ts'
import { openDatabase } from '#platform/db/open'
import { makeLog } from '#platform/log'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'
import type { PersonKey } from '../../../db/world.ts'

const world = await openWorld()
// As the product runs: a real socket in front, and ten connections behind.
const database = openDatabase(world.appUrl, 10, world.clock.now)
database.sender = world.database.sender
const server = createServer({}, (request, out) => void listener(request, out))
const app = makeApp(houseOf(database, world.config, false), makeLog('silent'))
const listener = getRequestListener(app.fetch)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.close()
  await world.close()
})

const tokens = new Map<PersonKey, string>()
const tokenOf = async (who: PersonKey) => {
  const token = tokens.get(who) ?? (await world.inside(who, (ctx) => makeToken(ctx, 'upload'))).token
  tokens.set(who, token)
  return token
}
const as = (who: PersonKey) => clientFor(app, () => tokenOf(who))

/** A request as somebody writes it by hand; `answer` is all that came back until the other side closed. */
const speak = async (who: PersonKey, path: string, headers: readonly string[], body: string) => {
  const socket: Socket = connect(port, '127.0.0.1')
  const head = [`POST ${path} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${await tokenOf(who)}`, ...headers]
  let said = ''
  socket.on('data', (piece) => void (said += piece.toString()))
  socket.on('error', () => {})
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  const answer = once(socket, 'close').then(() => said)
  return { socket, answer, said: () => said }
}
const file = (name: string) => `/api/school-contacts/uploads?name=${name}`
const silent = (who: PersonKey) =>
  speak(who, file('s.csv'), ['Content-Type: application/octet-stream', 'Content-Length: 1000000'], 'navn;cvr\n')

/** Who waits for a lock in this database; others' tests wait in theirs. */
const waits = () =>
  world.sql(
    "select from pg_locks where database = (select oid from pg_database where datname = current_database()) and locktype = 'advisory' and not granted",
  )

test('twelve uploads that fall silent stop nobody: two are read, ten are refused, and in seconds all have ended', async () => {
  const held = await Promise.all(Array.from({ length: 12 }, () => silent('anne')))
  const other = await silent('lars')
  await rest(300)
  // Every connection to the database is free.
  const began = performance.now()
  await Promise.all(Array.from({ length: 30 }, () => as('anne').call(showMe)))
  expect((await app.request('/readyz')).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(5_000)
  const refused = held.filter(({ said }) => said().startsWith('HTTP/1.1 429'))
  expect(refused).toHaveLength(10)
  for (const { socket } of refused) socket.destroy()
  const left = held.filter((one) => !refused.includes(one))
  for (const one of [...left, other]) {
    const answer = await one.answer
    expect(answer).toMatch(/^HTTP\/1\.1 408[\s\S]*connection: close[\s\S]*"code":"too-slow"/i)
  }
  expect(await as('anne').call(listContactUploads)).toMatchObject({ rows: [], contacts: 0 })
})

test('a slow and honest sender is waited for', async () => {
  const body = 'navn;cvr\nBageri;10000009\n'
  const { socket, answer } = await speak(
    'anne',
    file('langsom.csv'),
    ['Content-Type: application/octet-stream', `Content-Length: ${body.length}`, 'Connection: close'],
    body.slice(0, 5),
  )
  for (const sign of body.slice(5)) {
    await rest(20)
    socket.write(sign)
  }
  expect(await answer).toMatch(/^HTTP\/1\.1 201/)
})

test('under one key it is the bytes that count, whatever length the sender names', async () => {
  const first = 'navn;cvr\nSmeden;10000017\n'
  const other = first.replace('10000017', '10000025')
  const send = (bytes: string, key: string) =>
    as('anne').call(uploadContacts, { query: { name: 'k.csv' } }, { bytes, key })
  const answer = await send(first, 'samme')
  expect(await send(first, 'samme')).toEqual(answer)
  await expect(send(other, 'samme')).rejects.toMatchObject({ status: 422, code: 'key-reused' })
  const chunked = async (bytes: string) => {
    const { answer: said } = await speak(
      'anne',
      file('stykker.csv'),
      [
        'Content-Type: application/octet-stream',
        'Transfer-Encoding: chunked',
        'Idempotency-Key: stykker',
        'Connection: close',
      ],
      `${bytes.length.toString(16)}\r\n${bytes}\r\n0\r\n\r\n`,
    )
    return (await said).slice(9, 12)
  }
  expect(await chunked('navn;cvr\nMaleren;10000033\n')).toBe('201')
  expect(await chunked('navn;cvr\nMaleren;10000033\n')).toBe('201')
  expect(await chunked('navn;cvr\nMurerne;10000041\nTo;10000068\n')).toBe('422')
  const { rows } = await as('anne').call(listContactUploads)
  expect(rows.filter(({ fileName }) => fileName === 'stykker.csv')).toHaveLength(1)
})

test('a file is as large as its kind may be, told before it has come', async () => {
  const { answer } = await speak(
    'anne',
    file('stor.csv'),
    ['Content-Type: application/octet-stream', 'Content-Length: 60000000'],
    'navn;cvr\n',
  )
  expect(await answer).toMatch(/^HTTP\/1\.1 413[\s\S]*10 MB/)
})

test('who has gone is not worked for: what he sent is taken back, and the same press does it once', async () => {
  const { schoolId } = world.people.anne
  const uploads = async () => (await as('anne').call(listContactUploads)).rows.map(({ fileName }) => fileName)
  const body = 'navn;cvr\nSadelmageren;10000076\n'
  // Another holds the school's contacts: the file has been read by then, and waits.
  await world.sql("select pg_advisory_lock(hashtext('school_contact'), $1)", [schoolId])
  const headers = ['Content-Type: application/octet-stream', `Content-Length: ${body.length}`, 'Idempotency-Key: gaaet']
  const { socket } = await speak('anne', file('gaaet.csv'), headers, body)
  while ((await waits()).length === 0) await rest(10)
  socket.destroy()
  await rest(200)
  await world.sql("select pg_advisory_unlock(hashtext('school_contact'), $1)", [schoolId])
  while (
    (
      await world.sql(
        "select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and (state like 'idle in tr%' or state = 'active' and pid <> pg_backend_pid())",
      )
    ).length > 0
  )
    await rest(10)
  expect(await uploads()).not.toContain('gaaet.csv')
  const again = { bytes: body, key: 'gaaet' }
  await as('anne').call(uploadContacts, { query: { name: 'gaaet.csv' } }, again)
  await as('anne').call(uploadContacts, { query: { name: 'gaaet.csv' } }, again)
  expect((await uploads()).filter((name) => name === 'gaaet.csv')).toHaveLength(1)
})

test('a file of nonsense is read no further than its kind may have rows, its errors no further than anyone reads', async () => {
  const wrong = `navn;cvr\n"aaa;1\n${'B;2\n'.repeat(2_000_000)}`
  const began = performance.now()
  let latest = 0
  let longest = 0
  const heart = setInterval(() => {
    const now = performance.now()
    if (latest > 0) longest = Math.max(longest, now - latest)
    latest = now
  }, 10)
  await expect(
    as('anne').call(uploadContacts, { query: { name: 'vrøvl.csv' } }, { bytes: wrong }),
  ).rejects.toMatchObject({
    status: 422,
    code: 'file-refused',
    problem: { title: expect.stringContaining('250.000') as string },
  })
  clearInterval(heart)
  // Others are served meanwhile: the loop is free again and again.
  expect(longest).toBeLessThan((performance.now() - began) / 2)
  const few = `navn;cvr\n${'B;2\n'.repeat(40_000)}`
  const answer = await as('anne').call(uploadContacts, { query: { name: 'vrøvl.csv' } }, { bytes: few })
  expect(answer.errors).toHaveLength(500)
  const [{ n } = { n: -1 }] = await world.sql<{ n: number }>('select count(*)::int as n from import_error')
  expect(n).toBeLessThanOrEqual(10_000)
})

test('a file of nothing but empty rows is read no further than a sheet has rows', async () => {
  for (const empty of ['\n', ';\n', '\r'])
    await expect(
      as('anne').call(
        uploadContacts,
        { query: { name: 'tom.csv' } },
        { bytes: `navn;cvr\n${empty.repeat(3_000_000)}` },
      ),
    ).rejects.toMatchObject({
      status: 422,
      code: 'file-refused',
      problem: { title: expect.stringContaining('tomme') as string },
    })
})

test('ten files at once from five people leave connections to everybody else', async () => {
  // The schools' contacts are held: each that is worked on waits for them, with a connection.
  await world.sql("select pg_advisory_lock(hashtext('school_contact'), id) from school")
  const send = (who: PersonKey) =>
    as(who).call(uploadContacts, { query: { name: 'p.csv' } }, { bytes: 'navn;cvr\nBageri;10000009\n' })
  const all = (['anne', 'torben', 'ali', 'vibeke', 'pia'] as const).flatMap((who) => [send(who), send(who)])
  while ((await waits()).length < 2) await rest(10)
  await rest(300)
  expect(await waits()).toHaveLength(2)
  await world.sql('select pg_advisory_unlock_all()')
  await Promise.all(all)
})
