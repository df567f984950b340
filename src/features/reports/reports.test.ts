import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { answerNeed, changeVisit, reportVisit } from '../visits/visits.schema.ts'
import { saveDraft } from '../visits/drafts.schema.ts'
import { countReports, listBegunReports, listReports, listWordings } from './reports.schema.ts'
import { pageFound } from './reports.sql.ts'
import { keepReportSearch, listReportSearches, lookAtReportSearch, removeReportSearch } from './searches.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [anne, ali, birgit, vibeke] = [world.as('anne'), world.as('ali'), world.as('birgit'), world.as('vibeke')]
const { people } = world

type Told = { about: string; words?: string; education?: 'amu' | 'obu'; topics?: ('obstacle-time' | 'plan' | 'obu')[] }
const report = (who: 'anne' | 'ali', companyId: number, day: string, { about, words, education, topics = [] }: Told) =>
  world.as(who).call(reportVisit, {
    body: {
      ...{ companyId, visitedAt: `2026-11-${day}T09:00:00+01:00`, about, topics },
      needs: words === undefined ? [] : [{ words, education: education ?? null, soon: true }],
    },
  })

world.clock.set('2026-11-23T10:00')
const mejeri = await world.company({
  name: 'Limfjordens Mejeri A/S',
  employees: 46,
  industry: '105100',
  municipality: 779,
})
const smede = await world.company({ name: 'Jensen Smede ApS', employees: 6, industry: '251100', municipality: 751 })
const screens = { about: 'Ny ostelinje siden august.', words: 'Vi tør ikke røre de nye ved skærmen på ostelinjen' }
const made = {
  cheese: await report('anne', mejeri.id, '20', { ...screens, education: 'amu', topics: ['obstacle-time'] }),
  smiths: await report('ali', smede.id, '17', {
    about: 'De svejser meget. To er ordblinde.',
    words: 'OBU til to',
    education: 'obu',
  }),
  plan: await report('ali', mejeri.id, '03', { about: 'Planen for foråret blev lagt.', topics: ['plan', 'obu'] }),
}
const days = async (query: object, who = birgit) =>
  (await who.call(listReports, { query })).rows.map(({ visitedAt }) => visitedAt.slice(8, 10))

test('the newest visit comes first, with the company’s own words, what they lead to, who went and what was agreed', async () => {
  const [first, second, third] = (await birgit.call(listReports, { query: {} })).rows
  expect(first).toMatchObject({
    ...{ id: made.cheese.id, company: 'Limfjordens Mejeri A/S', employees: 46, about: '', people: ['Anne Bruun'] },
    quotes: [{ words: screens.words, education: 'amu', open: true }],
    ...{ topics: ['amu', 'obstacle-time'], promises: [], readers: null },
  })
  // Without a need that a list may name its beginning stands there, without what no list names.
  expect(second).toMatchObject({ quotes: [], about: 'De svejser meget. …', topics: [] })
  expect(third).toMatchObject({ about: 'Planen for foråret blev lagt.', topics: ['plan'] })
})

test.each<[object, string[]]>([
  [{ text: 'skærme' }, ['20']],
  [{ text: 'nye ostelinjer' }, ['20']],
  [{ text: 'svejs' }, ['17']],
  [{ text: 'limfjordens' }, ['20', '03']],
  [{ text: 'limfjordens plan' }, ['03']],
  [{ text: 'og der med' }, ['20', '17', '03']],
  [{ text: 'ordblinde' }, []],
  [{ text: 'obu' }, []],
  [{ text: 'anne bruun' }, []],
  [{ industry: '10' }, ['20', '03']],
  [{ municipality: 751 }, ['17']],
  [{ size: '0-9' }, ['17']],
  [{ size: '10-49' }, ['20', '03']],
  [{ education: 'amu' }, ['20']],
  [{ topic: 'plan' }, ['03']],
  [{ obstacle: 'obstacle-time' }, ['20']],
  // The need that no list names is not counted as open either.
  [{ needs: 'open' }, ['20']],
  [{ from: '2026-11-17' }, ['20', '17']],
  [{ from: '2026-11-03', to: '2026-11-03' }, ['03']],
  [{ whose: 'mine' }, []],
  [{ industry: '10', text: 'skærm', from: '2026-11-18' }, ['20']],
])('found by %j', async (query, found) => {
  expect(await days(query)).toEqual(found)
  expect(await birgit.call(countReports, { query })).toMatchObject({ count: found.length, all: { count: 3 } })
})

test('mine are those I wrote; nobody else’s are found, sorted or counted by who wrote them: that is refused in a sentence', async () => {
  expect(await days({ whose: 'mine' }, anne)).toEqual(['20'])
  expect(await days({ whose: 'mine' }, ali)).toEqual(['17', '03'])
  for (const asked of [
    'personId=2',
    'author=Anne',
    'by=2',
    'sort=person',
    'school=1',
    'whose=2',
    'whose=ali',
    'education=obu',
    'topic=obu',
  ]) {
    for (const list of ['/api/reports', '/api/reports/count', '/api/reports.csv']) {
      const answer = await birgit.fetch(`${list}?${asked}`)
      const { errors } = (await answer.json()) as { errors: { pointer: string; detail: string }[] }
      expect([asked, answer.status, errors[0]?.pointer]).toEqual([asked, 422, `/query/${asked.split('=')[0]}`])
      expect(errors[0]?.detail).toMatch(/[.]$/)
    }
  }
})

test('hostile words find nothing and break nothing', async () => {
  for (const text of [
    "'; drop table visit; --",
    '%',
    '!!!',
    '& | !',
    ':*',
    '(',
    "o'brien <-> x",
    '\\',
    'a'.repeat(100),
  ])
    expect(await days({ text })).toEqual([])
  expect((await birgit.fetch(`/api/reports?text=${'x'.repeat(101)}`)).status).toBe(422)
  expect((await birgit.fetch('/api/reports?cursor=zzz')).status).toBe(422)
  expect((await birgit.fetch('/api/reports?text=a&text=b')).status).toBe(422)
})

test('a file leaves out who wrote, and what no list names', async () => {
  const file = await (await birgit.fetch('/api/reports.csv')).text()
  expect(file).toContain('ostelinjen')
  for (const word of ['Anne', 'Ali', 'ordblind', 'OBU', 'Ordblinde']) expect(file).not.toContain(word)
})

test('where nothing fits, it is told what to take off and how many that gives', async () => {
  const query = { industry: '10', municipality: 751 }
  expect(await birgit.call(countReports, { query })).toEqual({
    ...{ count: 0, more: false, all: { count: 3, more: false } },
    without: [
      { filter: 'municipality', count: 2 },
      { filter: 'industry', count: 1 },
    ],
  })
  const none = await birgit.call(countReports, { query: { ...query, text: 'zebra' } })
  expect(none.without).toEqual([])
})

test('a company is found by its name of today, and by no older one', async () => {
  await world.sql('update company set name = $2 where id = $1', [smede.id, 'Stålværket i Struer ApS'])
  expect([await days({ text: 'stålv' }), await days({ text: 'jensen' })]).toEqual([['17'], []])
  await world.sql('update company set name = $2 where id = $1', [smede.id, 'Jensen Smede ApS'])
})

test('a page goes on where the last one ended, though a report came in between', async () => {
  const first = await birgit.call(listReports, { query: { limit: 2 } })
  const between = await report('anne', smede.id, '19', { about: 'Kom imellem' })
  const rest = await birgit.call(listReports, { query: { limit: 2, cursor: first.next ?? '' } })
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual([made.cheese.id, made.smiths.id, made.plan.id])
  expect(rest.next).toBeNull()
  for (const name of ['visit_topic', 'visit_need', 'contact_mark'])
    await world.sql(`delete from ${name} where ${name === 'contact_mark' ? 'source_id' : 'visit_id'} = $1`, [
      between.id,
    ])
  await world.sql('delete from visit where id = $1', [between.id])
})

test('the page is found along an index and never sorted, however many there are', async () => {
  const plan = await world.inside('birgit', async (ctx) => {
    for (const other of ['seqscan', 'sort', 'bitmapscan'])
      await sql`set local ${sql.raw(`enable_${other}`)} = off`.execute(ctx.db)
    const plans: string[] = []
    for (const before of [undefined, ['2026-11-20T08:00:00.000Z', 9] as const]) {
      const page = pageFound(ctx, { text: 'ostelinje', industry: '10' }, before, 51)
      const { rows } = await sql<Record<string, string>>`explain ${page}`.execute(ctx.db)
      plans.push(rows.map((row) => Object.values(row)[0]).join('\n'))
    }
    return plans
  })
  for (const one of plan) {
    expect(one).toContain('visit_newest')
    expect(one).not.toMatch(/Sort/)
  }
})

test('callers, partners, teachers and the council have no such list; another centre sees none of it', async () => {
  for (const who of ['soren', 'uffe', 'carl'] as const)
    for (const endpoint of [listReports, countReports])
      await expect(world.as(who).call(endpoint, { query: {} })).rejects.toMatchObject({ status: 403 })
  const other = await world.otherCentre()
  expect((await world.as('birgit', other).call(listReports, { query: {} })).rows).toEqual([])
  expect(await world.as('birgit', other).call(countReports, { query: {} })).toMatchObject({ all: { count: 0 } })
  expect(await days({}, vibeke)).toHaveLength(3)
})

test('a need that is answered is not open any more; a report that is mended is found by its new words, and keeps the old', async () => {
  const [need] = made.cheese.needs
  await anne.call(answerNeed, { params: { id: need?.id ?? 0 }, body: { why: 'Vist filmen' } })
  expect(await days({ needs: 'open' })).toEqual([])
  world.clock.set('2026-11-24T10:00')
  const params = { id: made.plan.id }
  await ali.call(changeVisit, { params, body: { version: 1, about: 'Robotten kommer.', needs: [], topics: [] } })
  expect([await days({ text: 'robot' }), await days({ text: 'planen' }), await days({ topic: 'plan' })]).toEqual([
    ['03'],
    [],
    [],
  ])
  expect((await birgit.call(listWordings, { params })).rows).toMatchObject([
    {
      by: 'Ali Demir',
      about: 'Planen for foråret blev lagt.',
      topics: ['obu', 'plan'],
      changedAt: '2026-11-24T09:00:00.000Z',
    },
  ])
  await expect(world.as('soren').call(listWordings, { params })).rejects.toMatchObject({ status: 403 })
})

test('a kept search is its owner’s alone, says what has come since he looked, and is opened again', async () => {
  const kept = await birgit.call(keepReportSearch, { body: { name: 'Fødevarer', filter: { industry: '10' } } })
  expect(kept).toMatchObject({ name: 'Fødevarer', filter: { industry: '10' }, fresh: 0 })
  world.clock.set('2026-11-24T12:00')
  await report('anne', mejeri.id, '23', { about: 'Nyt i mejeriet' })
  await report('anne', smede.id, '23', { about: 'Nyt hos smeden' })
  expect((await birgit.call(listReportSearches)).rows).toMatchObject([{ id: kept.id, fresh: 1 }])
  for (const other of [anne, vibeke]) {
    expect((await other.call(listReportSearches)).rows).toEqual([])
    await expect(other.call(lookAtReportSearch, { params: { id: kept.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(other.call(removeReportSearch, { params: { id: kept.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
  }
  expect(await world.inside('asger', (ctx) => ctx.db.selectFrom('reportSearch').selectAll().execute())).toEqual([])
  expect(await birgit.call(lookAtReportSearch, { params: { id: kept.id } })).toMatchObject({ fresh: 0 })
  // What one writes oneself is no news.
  await anne.call(keepReportSearch, { body: { name: 'Alt', filter: {} } })
  world.clock.set('2026-11-24T13:00')
  await report('anne', smede.id, '24', { about: 'Mit eget' })
  expect((await anne.call(listReportSearches)).rows).toMatchObject([{ fresh: 0 }])
  const again = await birgit.call(keepReportSearch, { body: { name: 'Fødevarer', filter: { industry: '25' } } })
  expect([again.id, again.filter]).toEqual([kept.id, { industry: '25' }])
  await birgit.call(removeReportSearch, { params: { id: kept.id } })
  expect((await birgit.call(listReportSearches)).rows).toEqual([])
})

test('so many searches and no more; two at once of one name are one', async () => {
  const keep = (name: string) => vibeke.call(keepReportSearch, { body: { name, filter: {} } })
  await Promise.all([keep('Ens'), keep('Ens'), keep('Ens')])
  expect((await vibeke.call(listReportSearches)).rows).toHaveLength(1)
  for (let n = 2; n <= 20; n++) await keep(`Nr. ${n}`)
  await expect(keep('Nr. 21')).rejects.toMatchObject({ code: 'too-many-searches' })
  await keep('Nr. 20')
  const refused = vibeke.fetch('/api/reports/searches', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Annes', filter: { personId: people.anne.id } }),
  })
  expect((await refused).status).toBe(422)
})

test('a file says the day as it was here, and who wants no advertising', async () => {
  const late = await world.company({ name: 'Natbageren ApS', isProtected: true })
  await anne.call(reportVisit, {
    body: { companyId: late.id, visitedAt: '2026-11-24T00:30:00+01:00', about: 'Om natten', needs: [], topics: [] },
  })
  const lines = (await (await birgit.fetch('/api/reports.csv')).text()).split('\r\n')
  const told = (of: string) => lines.find((line) => line.includes(of))?.split(';')
  const at = lines[0]?.split(';').indexOf('Reklamebeskyttet') ?? -1
  expect([told('Natbageren')?.[0]?.slice(0, 10), told('Natbageren')?.[at], told('Mejeri')?.[at]]).toEqual([
    '2026-11-24',
    'Ja',
    'Nej',
  ])
})

test('what I have begun and not sent stands over my list alone', async () => {
  const body = { about: 'Halvt', needs: [], topics: [], promises: [], visitedAt: null }
  await anne.call(saveDraft, { query: { companyId: smede.id }, body })
  expect((await anne.call(listBegunReports)).rows).toMatchObject([{ company: 'Jensen Smede ApS', bookingId: null }])
  for (const other of [ali, birgit]) expect((await other.call(listBegunReports)).rows).toEqual([])
})
