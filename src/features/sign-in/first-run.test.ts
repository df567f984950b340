import { afterAll, expect, test } from 'vitest'
import { houseOf, makeApp } from '../../app.ts'
import { clientFor } from '#testing/client'
import { freshDatabase } from '#testing/database'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db/open'
import { makeLog } from '#platform/log'
import { setUpCentre, showFront } from './sign-in.schema.ts'

const fresh = await freshDatabase()
const database = openDatabase(fresh.appUrl, 10)
const config = readConfig({ DATABASE_URL: fresh.ownerUrl, DATABASE_APP_URL: fresh.appUrl, LOG_LEVEL: 'silent' })
const visitor = clientFor(makeApp(houseOf(database, config, false), makeLog('silent')), () => Promise.resolve(null))
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

test('six who set up an empty house at once: one makes the centre, the others are told, and nothing of theirs is left', async () => {
  expect(await visitor.call(showFront)).toMatchObject({ state: 'first-run' })
  const setUp = (name: string) =>
    visitor
      .call(setUpCentre, {
        body: { centreName: `Center ${name}`, name, email: `${name}@center.example`, password: 'en lang adgangskode' },
      })
      .then(
        ({ centre }) => centre.name,
        (refused: { code: string }) => refused.code,
      )
  const said = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(setUp))
  const made = said.filter((one) => one !== 'already-set-up')
  expect(made).toHaveLength(1)
  const { rows } = await fresh.superuser.query(
    'select c.name, (select count(*)::int from centre) as centres, (select count(*)::int from rules) as rules, (select count(*)::int from person) as people, m.role from centre c join membership m on m.centre_id = c.id',
  )
  expect(rows).toEqual([{ name: made[0], centres: 1, rules: 1, people: 1, role: 'administrator' }])
  expect(await visitor.call(showFront)).toMatchObject({ state: 'ready', centreName: made[0] })
})
