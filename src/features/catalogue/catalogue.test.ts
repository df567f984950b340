import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { classesCsv } from '../../../db/demo/classes.ts'
import { listWaiting } from '../home/home.schema.ts'
import {
  importClassFile,
  listClasses,
  listClassImportErrors,
  listClassImports,
  showCatalogue,
  undoClassImport,
} from './catalogue.schema.ts'
import { portalFile } from '#testing/portal-file'

type World = Awaited<ReturnType<typeof openWorld>>
type Eyes = ReturnType<World['as']>

const hand = (eyes: Eyes, bytes: string | Uint8Array, dryRun = false) =>
  eyes.call(importClassFile, { query: { name: 'hold.csv', ...(dryRun && { dryRun: 'true' as const }) } }, { bytes })
const all = async (eyes: Eyes) => (await eyes.call(listClasses, { query: { limit: 200 } })).rows
const one = async (eyes: Eyes, quickNumber: string) => {
  const { rows } = await eyes.call(listClasses, { query: { q: quickNumber } })
  if (!rows[0]) throw new Error(`no class ${quickNumber}`)
  return rows[0]
}

describe('the portal’s file', () => {
  let world: World
  let birgit: Eyes
  beforeAll(async () => {
    world = await openWorld()
    birgit = world.as('birgit')
  })
  afterAll(() => world.close())

  test('a dry run tells what would happen and changes nothing', async () => {
    const tried = await hand(birgit, classesCsv(1, '2026-11-23'), true)
    expect(tried).toMatchObject({ importId: null, created: 51, updated: 0, unchanged: 0, rejected: 0, errors: [] })
    expect(await all(birgit)).toEqual([])
    expect((await birgit.call(listClassImports, { query: {} })).rows).toEqual([])
  })

  test('the import does what the dry run told, and importing again changes nothing', async () => {
    expect(await hand(birgit, classesCsv(1, '2026-11-23'))).toMatchObject({ created: 51, rejected: 0 })
    const before = await all(birgit)
    expect(before).toHaveLength(51)
    const again = await hand(birgit, classesCsv(1, '2026-11-23'))
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 51, rejected: 0 })
    expect(await all(birgit)).toEqual(before)
  })

  test('33 of 51 classes are under their own minimum, as the demo’s story says; guaranteed ones are not counted', async () => {
    const overview = await birgit.call(showCatalogue)
    const rows = await all(birgit)
    const under = rows.filter((row) => !row.guaranteed && row.enrolled < (row.minimum ?? 0))
    expect(overview).toMatchObject({ classes: 51, upcoming: 51, short: under.length, can: { import: true } })
    expect(under.length).toBeGreaterThan(20)
    expect(overview.providers.reduce((sum, provider) => sum + provider.classes, 0)).toBe(51)
  })

  test('needs 3 more, runs, guaranteed, full and cancelled are told apart', async () => {
    await hand(
      birgit,
      portalFile([
        { kviknummer: '999999A', minimumParticipants: '8', currentParticipantAmount: '5' },
        { kviknummer: '999999B', minimumParticipants: '8', currentParticipantAmount: '8' },
        { kviknummer: '999999C', minimumParticipants: '8', currentParticipantAmount: '0', garantiKursus: 'True' },
        { kviknummer: '999999D', currentParticipantAmount: '20', participantCapacity: '20' },
        { kviknummer: '999999E', aflyst: 'True' },
      ]),
    )
    expect(await one(birgit, '999999A')).toMatchObject({ state: 'short', needs: 3 })
    expect(await one(birgit, '999999B')).toMatchObject({ state: 'runs', needs: 0 })
    expect(await one(birgit, '999999C')).toMatchObject({ state: 'guaranteed', needs: 0 })
    expect(await one(birgit, '999999D')).toMatchObject({ state: 'full', needs: 0 })
    expect(await one(birgit, '999999E')).toMatchObject({ state: 'cancelled', needs: 0 })
  })

  test('the price belongs to the class; the list in the text is what is extra', async () => {
    await hand(
      birgit,
      portalFile([
        { kviknummer: 'A04441X1', normpris: '436' },
        {
          kviknummer: 'A04441X2',
          normpris: '1136',
          tillaegspris: '[340, 360]',
          antalUndervisningsdage: '3',
          duration: '2',
        },
      ]),
    )
    expect(await one(birgit, 'A04441X1')).toMatchObject({ price: 436, extra: null, days: 2 })
    expect(await one(birgit, 'A04441X2')).toMatchObject({ price: 1136, extra: 700, days: 3 })
  })

  test('an institution number may hold letters, and joins the provider to the school of the centre that has it', async () => {
    await world.sql('update school set institution = $1 where id = $2', ['A04441', world.people.anne.schoolId])
    const found = await one(birgit, 'A04441X1')
    expect(found.provider).toMatchObject({ institution: 'A04441', schoolId: world.people.anne.schoolId })
    expect((await one(birgit, '999999A')).provider.schoolId).toBeNull()
  })

  test.each([
    ['08:00 - 15:24', '08:00-15:24'],
    ['8.00-15.24', '08:00-15:24'],
    ['08:00 til 15:24', '08:00-15:24'],
    ['kl. 08.00 - 15.30', '08:00-15:30'],
    ['Aftenhold efter aftale', 'Aftenhold efter aftale'],
  ])('teaching hours written %s', async (written, read) => {
    await hand(birgit, portalFile([{ kviknummer: '999998T', undervisningstidspunkt: written }]))
    expect(await one(birgit, '999998T')).toMatchObject({ hours: read })
  })

  test('good rows come in, bad rows are listed by line and column with the reason', async () => {
    const file = portalFile([
      { kviknummer: '999997A', beskrivelse: 'to\nlinjer' },
      { kviknummer: '999997B', startDate: '31-02-2027', normpris: 'gratis' },
      { kviknummer: '99', minimumParticipants: '-1' },
      { kviknummer: '999997C', link: 'https://voksenuddannelse.example/kurs' },
      { kviknummer: '999997D', startDate: '2027-03-03', endDate: '2027-03-01' },
      { kviknummer: '999997E', startDate: '03-03-2027', endDate: '04.03.2027' },
    ])
    const done = await hand(birgit, file)
    expect(done).toMatchObject({ created: 2, rejected: 4 })
    expect(done.errors.map(({ line, column }) => [line, column])).toEqual([
      [4, 'normpris'],
      [4, 'startDate'],
      [5, 'kviknummer'],
      [5, 'minimumParticipants'],
      [6, 'link'],
      [7, 'endDate'],
    ])
    expect(done.errors[0]?.reason).toContain('gratis')
    const kept = await birgit.call(listClassImportErrors, { params: { id: done.importId ?? 0 }, query: { limit: 4 } })
    expect(kept.rows).toEqual(done.errors.slice(0, 4))
    expect(kept.next).not.toBeNull()
  })

  test('the same row twice is one class; twice with other facts is told', async () => {
    const twice = portalFile([
      { kviknummer: '999996A' },
      { kviknummer: '999996A' },
      { kviknummer: '999996A', normpris: '1' },
    ])
    const done = await hand(birgit, twice)
    expect(done).toMatchObject({ created: 1, unchanged: 1, rejected: 1 })
    expect(done.errors[0]).toMatchObject({ line: 4, column: 'kviknummer', reason: expect.stringContaining('linje 2') })
  })

  test.each([
    ['an empty file', '', 'tom'],
    ['a list of companies', 'CVR;Navn\n12345678;Lund\n', 'kviknummer'],
    ['a quote that is never closed in the heading', '"kviknummer,holdTitle\n1,2\n', ''],
  ])('%s is refused with a sentence', async (_, file, says) => {
    await expect(hand(birgit, file)).rejects.toMatchObject({
      status: 422,
      code: 'file-refused',
      message: expect.stringContaining(says),
    })
  })

  test('a link that is no web address never becomes one', async () => {
    const bad = portalFile([{ kviknummer: '999995A', link: 'javascript:alert(1)//?subject_code=22906&type=amu' }])
    await hand(birgit, bad)
    const { rows } = await birgit.call(listClasses, { query: { q: '999995A' } })
    expect(rows.every((row) => row.link === null)).toBe(true)
  })

  test('search, provider, weeks, needs more and guaranteed narrow the list; pages join without a gap', async () => {
    const rows = await all(birgit)
    expect(rows.map((row) => row.startsOn)).toEqual(rows.map((row) => row.startsOn).toSorted())
    const lean = await birgit.call(listClasses, { query: { q: 'lean-værk' } })
    expect(lean.rows.map((row) => row.enrolled)).toEqual([5, 4, 3])
    const short = await birgit.call(listClasses, { query: { short: 'true', limit: 200 } })
    expect(short.rows.map((row) => row.id)).toEqual(rows.filter((row) => row.state === 'short').map((row) => row.id))
    const soon = await birgit.call(listClasses, { query: { weeks: 4, limit: 200 } })
    expect(soon.rows.map((row) => row.id)).toEqual(
      rows.filter((row) => row.startsOn >= '2026-11-23' && row.startsOn <= '2026-12-21').map((row) => row.id),
    )
    const provider = lean.rows[0]?.provider.id ?? 0
    const theirs = await birgit.call(listClasses, { query: { provider: [provider], limit: 200 } })
    expect(theirs.rows.map((row) => row.id)).toEqual(
      rows.filter((row) => row.provider.id === provider).map((row) => row.id),
    )
    const joined: number[] = []
    let cursor: string | undefined
    do {
      const page = await birgit.call(listClasses, { query: { limit: 7, ...(cursor && { cursor }) } })
      joined.push(...page.rows.map((row) => row.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(joined).toEqual(rows.map((row) => row.id))
  })

  test('the list comes as a file too', async () => {
    const answer = await birgit.fetch('/api/classes.csv?q=999999A')
    const text = await answer.text()
    expect(text).toContain('Kviknummer;Hold')
    expect(text).toContain('Mangler 3')
  })

  test('the coordinator is told of at most three half-empty classes that begin soon, nearest to running first', async () => {
    const { rows } = await birgit.call(listWaiting, { query: {} })
    const short = rows.filter((row) => row.kind === 'class-short')
    expect(short.length).toBeGreaterThan(0)
    expect(short.length).toBeLessThanOrEqual(3)
    for (const row of short)
      expect(Number(row.values['enrolled']) + Number(row.values['needs'])).toBe(row.values['minimum'])
    const anne = await world.as('anne').call(listWaiting, { query: {} })
    expect(anne.rows.filter((row) => row.kind === 'class-short')).toEqual([])
  })

  test('callers and partners do not see the catalogue, consultants do and cannot import', async () => {
    await expect(world.as('soren').call(listClasses, { query: {} })).rejects.toMatchObject({ status: 403 })
    await expect(world.as('uffe').call(showCatalogue)).rejects.toMatchObject({ status: 403 })
    expect((await world.as('anne').call(showCatalogue)).can).toEqual({ import: false })
    await expect(hand(world.as('anne'), classesCsv(1, '2026-11-23'))).rejects.toMatchObject({ status: 403 })
  })

  test('another centre sees none of it and can undo none of it', async () => {
    const west = await world.otherCentre()
    const eyes = world.as('birgit', west)
    expect(await all(eyes)).toEqual([])
    const [newest] = (await birgit.call(listClassImports, { query: {} })).rows
    await expect(eyes.call(undoClassImport, { params: { id: newest?.id ?? 0 } })).rejects.toMatchObject({ status: 404 })
    await expect(
      eyes.call(listClassImportErrors, { params: { id: newest?.id ?? 0 }, query: {} }),
    ).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('undo', () => {
  let world: World
  let birgit: Eyes
  const first = portalFile([{ kviknummer: '111111A' }, { kviknummer: '222222B', currentParticipantAmount: '2' }])
  const second = portalFile([
    { kviknummer: '222222B', currentParticipantAmount: '7', institution: 'Nyt navn', normpris: '500' },
    { kviknummer: '333333C' },
  ])
  beforeAll(async () => {
    world = await openWorld()
    birgit = world.as('birgit')
  })
  afterAll(() => world.close())

  test('new classes go, changed ones get every old value back, and so do their providers', async () => {
    const made = await hand(birgit, first)
    const before = await all(birgit)
    const two = await hand(birgit, second)
    expect(two).toMatchObject({ created: 1, updated: 1, unchanged: 0 })
    expect(await all(birgit)).not.toEqual(before)
    await expect(birgit.call(undoClassImport, { params: { id: made.importId ?? 0 } })).rejects.toMatchObject({
      status: 409,
      code: 'class-import-newer',
    })
    await birgit.call(undoClassImport, { params: { id: two.importId ?? 0 } })
    expect(await all(birgit)).toEqual(before)
    expect((await birgit.call(showCatalogue)).providers.map((provider) => provider.name)).toEqual(
      before.map((row) => row.provider.name),
    )
    await expect(birgit.call(undoClassImport, { params: { id: two.importId ?? 0 } })).rejects.toMatchObject({
      code: 'import-undone',
    })
    await birgit.call(undoClassImport, { params: { id: made.importId ?? 0 } })
    expect(await all(birgit)).toEqual([])
    expect(await world.sql('select * from provider union all select * from provider')).toEqual([])
    expect(await world.sql('select * from course')).toEqual([])
  })

  test('what was undone can be imported anew', async () => {
    expect(await hand(birgit, first)).toMatchObject({ created: 2 })
  })

  test('two imports at the same moment make each class once', async () => {
    const file = portalFile(Array.from({ length: 50 }, (_, at) => ({ kviknummer: `44444${at % 7}N${at}` })))
    // A person has at most two uploads under way.
    const results = await Promise.all([hand(birgit, file), hand(birgit, file), hand(world.as('bodil'), file)])
    expect(results.map((result) => result.created).toSorted((a, b) => a - b)).toEqual([0, 0, 50])
    expect(results.every((result) => result.created + result.unchanged === 50)).toBe(true)
  })
})
