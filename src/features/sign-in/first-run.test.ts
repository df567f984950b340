import { afterAll, expect, test } from 'vitest'
import { houseOf, makeApp } from '../../app.ts'
import { clientFor } from '#testing/client'
import { freshDatabase } from '#testing/database'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db/open'
import { makeLog } from '#platform/log'
import { makeFirstRunWord } from './first-run-word.ts'
import { setUpCentre, showFront } from './sign-in.schema.ts'

const fresh = await freshDatabase()
const database = openDatabase(fresh.appUrl, 10)
const config = readConfig({ DATABASE_URL: fresh.ownerUrl, DATABASE_APP_URL: fresh.appUrl, LOG_LEVEL: 'silent' })
const visitor = clientFor(makeApp(houseOf(database, config, false), makeLog('silent')), () => Promise.resolve(null))
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const count = async (table: 'centre' | 'person' | 'first_run_word' | 'sign_in_try') =>
  (await fresh.superuser.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n
const setUp = (word: string, name: string, password = 'en lang adgangskode') =>
  visitor
    .call(setUpCentre, {
      body: { word, centreName: `Center ${name}`, name, email: `${name}@center.example`, password },
    })
    .then(
      ({ centre }) => centre.name,
      (refused: { code: string }) => refused.code,
    )

test('without the word from the start an empty house is nobody’s, and guessing at it is slowed', async () => {
  expect(await setUp('abcd-abcd-abcd-abcd', 'fremmed')).toBe('wrong-word')
  const word = (await makeFirstRunWord(database)) ?? ''
  expect(word).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
  const said = await Promise.all(
    Array.from({ length: 30 }, (_, n) => setUp(`${word.slice(0, 15)}${String(n).padStart(2, '0')}ææ`, 'fremmed')),
  )
  expect(said.filter((one) => one !== 'wrong-word' && one !== 'too-many-tries')).toEqual([])
  expect(said.filter((one) => one === 'wrong-word')).toHaveLength(9)
  expect(await count('centre')).toBe(0)
  expect(await count('person')).toBe(0)
  const kept = JSON.stringify((await fresh.superuser.query('select * from first_run_word')).rows)
  expect(kept).not.toContain(word.slice(0, 9))
})

test('a password that everybody tries first, or that is made of the names, makes no administrator', async () => {
  const word = (await makeFirstRunWord(database)) ?? ''
  for (const password of [
    '1234567890',
    'Password2026!',
    'Velkommen2026',
    'aaaaaaaaaaaa',
    'birgit12345',
    'CenterBirgit',
  ])
    expect([password, await setUp(word, 'birgit', password)]).toEqual([password, 'wrong-input'])
  expect(await count('centre')).toBe(0)
})

test('six who set up an empty house at once: one makes the centre, the others are told, and nothing of theirs is left', async () => {
  expect(await visitor.call(showFront)).toMatchObject({ state: 'first-run' })
  // A second process, and the start before this one: the word of either does.
  const words = [await makeFirstRunWord(database), await makeFirstRunWord(database)].map((word) => word ?? '')
  const [one = '', other = ''] = words
  const typed = [one, other, one.toUpperCase(), one.replaceAll('-', ' '), ` ${other} `, other.replaceAll('-', '')]
  const said = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => setUp(typed[at] ?? '', name)))
  const made = said.filter((answer) => answer !== 'already-set-up')
  expect(made).toHaveLength(1)
  const { rows } = await fresh.superuser.query(
    'select c.name, (select count(*)::int from centre) as centres, (select count(*)::int from rules) as rules, (select count(*)::int from person) as people, m.role from centre c join membership m on m.centre_id = c.id',
  )
  expect(rows).toEqual([{ name: made[0], centres: 1, rules: 1, people: 1, role: 'administrator' }])
  expect(await visitor.call(showFront)).toMatchObject({ state: 'ready', centreName: made[0] })
})

test('with the centre every word is over, and no start prints another', async () => {
  expect(await count('first_run_word')).toBe(0)
  expect(await makeFirstRunWord(database)).toBeNull()
})
