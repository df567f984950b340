import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { listNotes, removeNote, writeNote } from './notes.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [anne, ali, birgit, bodil] = [world.as('anne'), world.as('ali'), world.as('birgit'), world.as('bodil')]
type Client = typeof anne

const write = (
  who: Client,
  companyId: number,
  visibility: 'centre' | 'school' | 'personal',
  words = 'Porten er låst kl. 15',
) => who.call(writeNote, { body: { companyId, visibility, words } })
const seen = async (who: Client, companyId: number) =>
  (await who.call(listNotes, { query: { companyId } })).rows.map(({ words }) => words)
const told = async (who: Client, id: number) =>
  (await who.call(listCompanyEvents, { params: { id }, query: {} })).rows.filter(
    ({ subject }) => subject === 'company_note',
  )

test('a note is read by whom its writer chose, and nobody else reads, counts or hears of it', async () => {
  const { id } = await world.company()
  await write(anne, id, 'centre', 'Alle')
  await write(anne, id, 'school', 'Skolen')
  await write(anne, id, 'personal', 'Mig')
  const all = await Promise.all([anne, ali, birgit].map((who) => seen(who, id)))
  expect(all).toEqual([['Mig', 'Skolen', 'Alle'], ['Alle'], ['Alle']])
  expect([(await told(anne, id)).length, (await told(ali, id)).length, (await told(birgit, id)).length]).toEqual([
    3, 1, 1,
  ])
  expect(JSON.stringify(await told(anne, id))).not.toContain('Skolen')
  // Numbered without gaps: nobody can tell that others stand between.
  expect((await told(ali, id)).map(({ id: n }) => n)).toEqual([1])
})

test('only the writer removes it, once, and its words are gone from the database', async () => {
  const { id } = await world.company()
  const [mine, schools] = [await write(anne, id, 'centre', 'Slet mig'), await write(anne, id, 'school', 'Skolens')]
  for (const [who, note] of [
    [ali, mine],
    [ali, schools],
    [birgit, schools],
  ] as const)
    await expect(who.call(removeNote, { params: { id: note.id } })).rejects.toMatchObject({ code: 'not-found' })
  const tries = await Promise.allSettled([1, 2, 3].map(() => anne.call(removeNote, { params: { id: mine.id } })))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await seen(anne, id)).toEqual(['Skolens'])
  expect(await world.sql('select from company_note where words = $1', ['Slet mig'])).toEqual([])
  expect((await told(ali, id)).map(({ verb }) => verb)).toEqual(['removed', 'noted'])
})

test('who belongs to no school keeps nothing to one; what is no note is refused', async () => {
  const { id } = await world.company()
  expect((await birgit.call(listNotes, { query: { companyId: id } })).readers).toEqual(['centre', 'personal'])
  await expect(write(birgit, id, 'school')).rejects.toMatchObject({ code: 'wrong-input' })
  for (const words of ['', ' ', 'x'.repeat(2001), 'CPR 010101-1234'])
    await expect(write(anne, id, 'centre', words)).rejects.toMatchObject({ code: 'wrong-input' })
  const turned = 'ABC \u202Egnitirw\u202C og <script>alert(1)</script>'
  expect((await write(anne, id, 'centre', turned)).words).toContain('<script>')
  await expect(write(anne, 99_999, 'centre')).rejects.toMatchObject({ code: 'not-found' })
  for (const who of ['soren', 'uffe', 'carl', 'mette'] as const)
    await expect(write(world.as(who), id, 'centre')).rejects.toMatchObject({ status: 403 })
  const other = await world.otherCentre()
  expect(await seen(world.as('anne', other), id)).toEqual([])
})

test('it stands on all cards of a company under one leadership; with a shared one on its workplace and the company’s', async () => {
  const head = await world.company({ name: 'Fjordby Kommune', employees: 412 })
  const place = (name: string) => world.company({ kind: 'workplace', cvr: head.cvr, name })
  const [one, other] = [await place('Skive'), await place('Hurup')]
  await write(bodil, one.id, 'centre', 'Om Skive')
  const everywhere = () => Promise.all([head, one, other].map(({ id }) => seen(bodil, id)))
  expect(await everywhere()).toEqual([['Om Skive'], ['Om Skive'], ['Om Skive']])
  await birgit.call(decideLeadership, { params: { companyId: head.id }, body: { shared: true, why: '' } })
  expect(await everywhere()).toEqual([['Om Skive'], ['Om Skive'], []])
})
