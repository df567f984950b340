import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { rooms } from './app.ts'

const world = await openWorld()
afterAll(() => world.close())

/** Hashes that are no secret's, or let nobody in by themselves. */
const noAccess: Record<string, string> = {
  'person.password_hash': 'one a person for all centres: it opens nothing without a place in one',
  'first_run_word.hash': 'nobody’s: over when there is a centre',
  'idempotency.request_hash': 'of what was asked, not of a secret',
  'incoming_address.token': 'where mails are sent to: who knows it may write, and reads nothing',
  'incoming_address_of.token': 'the same of one thing, such as a visit',
  'incoming_address_old.token': 'the same of before: what is written there is read as such, and answered by nobody',
}

test('every table that keeps a secret’s hash is in the one list of what gives access, and nothing else is', async () => {
  const columns = await world.sql<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name ~ '(hash|secret|token|digest)$' and data_type in ('text', 'bytea')`,
  )
  const listed = rooms.flatMap(({ credentials = [], owns = [] }) =>
    credentials.map(({ table }) => ({ table, own: owns.includes(table) })),
  )
  expect(listed.filter(({ own }) => !own)).toEqual([])
  const known = [...listed.map(({ table }) => `${table}.hash`), ...Object.keys(noAccess)]
  expect(new Set(columns.map(({ name }) => name))).toEqual(new Set(known))
})
