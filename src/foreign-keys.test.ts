import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'

// Whoever takes a row away asks every table that may point to it: without an index each such question reads the whole table.

const world = await openWorld()
afterAll(() => world.close())

/** Nobody takes these away, so nobody asks who points to them; an index would only cost each write. */
const neverGo: Record<string, string> = {
  person: 'who has been here stays by name in all that was done',
  contact_list: 'lists are closed, never removed',
  draw: 'a draw is frozen for good',
}
/** Taken away by hand, hardly ever: reading whole tables then costs less than an index costs at each write until then. */
const seldomGo: Record<string, string> = { school: 'one that was added by mistake, before anything came of it' }

type Key = { name: string; on: string; to: string; columns: string[] }
type Index = { on: string; columns: string[]; where: string | null }
const keys = await world.sql<Key>(`
  select k.conname as name, k.conrelid::regclass::text as "on", k.confrelid::regclass::text as "to",
    array(select a.attname::text from unnest(k.conkey) with ordinality o (number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.number order by o.place) as columns
  from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`)
const indexes = await world.sql<Index>(`
  select i.indrelid::regclass::text as "on", pg_get_expr(i.indpred, i.indrelid) as "where",
    array(select coalesce(a.attname::text, '') from unnest(i.indkey[0:i.indnkeyatts - 1]) with ordinality o (number, place)
          left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = o.number order by o.place) as columns
  from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace`)

/** Its columns begin the index, in any order, the centre before them or not; rows left out are those that point to nobody. */
const finds = ({ columns, where }: Index, key: Key) => {
  const asked = key.columns.filter((name) => name !== 'centre_id')
  const led = columns[0] === 'centre_id' ? columns.slice(1) : columns
  const begins = led.slice(0, asked.length)
  return (
    asked.every((name) => begins.includes(name)) &&
    (key.columns.includes('centre_id') ? columns[0] === 'centre_id' : true) &&
    (where === null || asked.some((name) => where === `(${name} IS NOT NULL)`))
  )
}
const unfound = (all: readonly Key[]) =>
  all.filter(
    (key) =>
      !(key.to in neverGo) &&
      !(key.to in seldomGo) &&
      !indexes.some((index) => index.on === key.on && finds(index, key)),
  )

test('whoever points to a row that may go is found by an index', () => {
  expect(keys.length).toBeGreaterThan(80)
  expect(unfound(keys).map(({ name }) => name)).toEqual([])
})

test('what is said never to go is removed by no statement, and something points to it', () => {
  for (const name of Object.keys(neverGo)) expect([name, keys.some(({ to }) => to === name)]).toEqual([name, true])
  const statements = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(`src/features/${path}`, 'utf8'))
    .join('\n')
  const removed = Object.keys(neverGo).filter((name) => {
    const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    return new RegExp(`delete from ${name}\\b|deleteFrom\\('${camel}'`).test(statements)
  })
  expect(removed).toEqual([])
})

test('a key without an index would be seen, and so would one whose index leaves out rows', () => {
  const missing: Key = { name: 'made_up', on: 'promise', to: 'company_known', columns: ['centre_id', 'made_by'] }
  const partial: Key = { name: 'made_up', on: 'promise', to: 'company_known', columns: ['centre_id', 'owner_id'] }
  expect(unfound([missing, partial])).toEqual([missing, partial])
})
