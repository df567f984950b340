import { afterAll, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { showHold } from '../calls/calls.schema.ts'
import { changeMyLanguages, sayCompanyLanguage } from '../call-centres/languages.schema.ts'
import { changeOffer } from '../capacity/capacity.schema.ts'
import { releaseHold } from '../queue/queue.schema.ts'
import { listScripts, writeScript } from './scripts.schema.ts'
import { listTranslations, writeTranslation } from './translations.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, soren, signe] = [world.as('birgit'), world.as('soren'), world.as('signe')]
const { held, listed } = callersIn(world)
const written = (listId: number) =>
  world.sql('select version, written_by from script where list_id = $1 order by version', [listId])

test('to look at what is said writes nothing; the default is its first version from the moment somebody calls', async () => {
  const { listId } = await listed()
  const params = { listId }
  expect((await soren.call(listScripts, { params })).rows).toEqual([
    expect.objectContaining({ id: null, listId, version: 1, writtenBy: null, writtenAt: null }),
  ])
  expect(await written(listId)).toEqual([])
  const taken = await held(soren, listId)
  expect(await written(listId)).toEqual([{ version: 1, written_by: null }])
  expect((await soren.call(listScripts, { params })).rows).toEqual([taken?.script])
})

test('whoever writes better words first keeps the default below them', async () => {
  const { listId } = await listed()
  const params = { listId }
  const said = (body: string) => birgit.call(writeScript, { params, body: { body, version: 1 } })
  const both = await Promise.allSettled([said('Goddag.'), said('Hej.')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await written(listId)).toEqual([
    { version: 1, written_by: null },
    { version: 2, written_by: world.people.birgit.id },
  ])
  const { rows } = await soren.call(listScripts, { params })
  expect(rows.map(({ version, writtenBy }) => [version, writtenBy])).toEqual([
    [2, 'Birgit Dam'],
    [1, null],
  ])
})

test('the house’s own words ask for what the list is called for; a call keeps those it began with, and what somebody wrote stays', async () => {
  const listId = await callersIn(world).listOf([await world.company(), await world.company(), await world.company()])
  const offer = (form: 'online' | 'phone') => birgit.call(changeOffer, { params: { listId }, body: { form } })
  const visit = (await held(soren, listId))?.script.body
  expect(visit).toContain('kigge forbi')
  await offer('online')
  expect((await soren.call(showHold)).held?.script.body).toBe(visit)
  // Whoever looks sees what the next call will say, and it is not written down by that.
  const { rows } = await birgit.call(listScripts, { params: { listId } })
  expect(rows.map(({ id, version }) => [id === null, version])).toEqual([
    [true, 2],
    [false, 1],
  ])
  expect(await written(listId)).toHaveLength(1)
  const online = (await held(signe, listId))?.script
  expect(online).toMatchObject({ version: 2, body: expect.stringContaining('onlinemøde') })
  expect(online?.body).not.toMatch(/besøg|forbi/iu)
  expect(rows[0]?.body).toBe(online?.body)
  expect((await soren.call(listTranslations, { params: { listId } })).rows[0]?.body).toContain('online meeting')
  await danish(listId, 'Goddag.', 2)
  await soren.call(releaseHold, {})
  await offer('phone')
  expect((await held(soren, listId))?.script).toMatchObject({ version: 3, body: 'Goddag.' })
})

test('two who call first from one list begin with the same version', async () => {
  const [one, other] = [await world.company(), await world.company()]
  const listId = await callersIn(world).listOf([one, other])
  const [first, second] = await Promise.all([held(soren, listId), held(signe, listId)])
  expect(first?.script.id).toBe(second?.script.id)
})

const inPolish = (listId: number, body: string | null, version: number, scriptVersion = 1) =>
  birgit.call(writeTranslation, { params: { listId }, body: { language: 'pol', body, version, scriptVersion } })
const danish = (listId: number, body: string, version: number) =>
  birgit.call(writeScript, { params: { listId }, body: { body, version } })
/** A company on a list of its own that is called in Polish, by Søren, who speaks it. */
const polish = async () => {
  const { listId, id } = await listed()
  await soren.call(changeMyLanguages, { body: { languages: ['pol', 'eng'] } })
  await birgit.call(sayCompanyLanguage, { params: { id }, body: { language: 'pol' } })
  return { listId, id }
}
const heard = async () => {
  const { held: now } = await soren.call(showHold)
  return [now?.says, now?.wording]
}

test('who calls in Polish reads the Polish words, those of his own call; of an older version that is said, and the Danish is at hand', async () => {
  world.clock.set('2026-11-23T09:00')
  const { listId } = await polish()
  const params = { listId }
  await danish(listId, 'Hej, {caller} her.', 1)
  await held(soren, listId)
  expect(await heard()).toEqual(['Hej, Søren her.', { language: 'pol', state: 'missing', danish: null }])
  world.clock.set('2026-11-23T09:01')
  await inPolish(listId, 'Dzień dobry, {caller}.', 0, 2)
  expect((await heard())[0]).toBe('Hej, Søren her.')
  await soren.call(releaseHold)
  await held(soren, listId)
  expect(await heard()).toEqual([
    'Dzień dobry, Søren.',
    { language: 'pol', state: 'newest', danish: 'Hej, Søren her.' },
  ])
  world.clock.set('2026-11-23T09:02')
  await danish(listId, 'Goddag.', 2)
  await soren.call(releaseHold)
  await held(soren, listId)
  expect(await heard()).toEqual(['Dzień dobry, Søren.', { language: 'pol', state: 'older', danish: 'Goddag.' }])
  const { rows } = await soren.call(listTranslations, { params })
  expect(rows.map(({ language, version, scriptVersion, older }) => [language, version, scriptVersion, older])).toEqual([
    ['pol', 1, 2, true],
  ])
  await soren.call(releaseHold)
})

test('whoever does not speak the language reads the Danish, also of a company found to speak another while under call', async () => {
  const { listId, id } = await polish()
  await inPolish(listId, 'Dzień dobry.', 0)
  await birgit.call(sayCompanyLanguage, { params: { id }, body: { language: null } })
  await held(signe, listId)
  await birgit.call(sayCompanyLanguage, { params: { id }, body: { language: 'pol' } })
  const { held: now } = await signe.call(showHold)
  expect(now).toMatchObject({ language: 'pol', wording: null })
  expect(now?.says).toContain('Hej, du taler med Signe')
  await signe.call(releaseHold)
})

test('the house’s own words are there in English until somebody writes others; taken away, nothing is said in that language', async () => {
  const { listId } = await listed()
  const params = { listId }
  const shown = async () => (await birgit.call(listTranslations, { params })).rows
  expect(await shown()).toEqual([
    expect.objectContaining({ language: 'eng', version: 0, writtenAt: null, older: false }),
  ])
  const inEnglish = (body: string | null, version: number) =>
    birgit.call(writeTranslation, { params, body: { language: 'eng', body, version, scriptVersion: 1 } })
  await inEnglish('Hello.', 0)
  expect((await shown()).map(({ version, body }) => [version, body])).toEqual([[1, 'Hello.']])
  await inEnglish(null, 1)
  expect(await shown()).toEqual([])
  // The page shows nothing, so whoever writes again has seen nothing.
  await inEnglish('Hello again.', 0)
  await danish(listId, 'Goddag.', 1)
  expect((await shown()).map(({ version, older }) => [version, older])).toEqual([[3, true]])
})

test('of two who translate at once one is asked; what leads nowhere, and a version that is not there, are refused', async () => {
  const { listId } = await listed()
  const both = await Promise.allSettled([inPolish(listId, 'Dzień dobry.', 0), inPolish(listId, 'Cześć.', 0)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile' } })
  await expect(inPolish(listId, '> Tak\n-> Nigdzie', 1)).rejects.toMatchObject({ code: 'wrong-input' })
  await expect(inPolish(listId, 'Cześć.', 1, 7)).rejects.toMatchObject({ code: 'not-found' })
})
