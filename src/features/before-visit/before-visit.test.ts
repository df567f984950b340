import { afterAll, beforeAll, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { portalFile } from '#testing/portal-file'
import { openWorld } from '#testing/world'
import { importClassFile } from '../catalogue/catalogue.schema.ts'
import { addCompanyPerson } from '../company-people/company-people.schema.ts'
import { showGuide, writeGuide } from '../guides/guides.schema.ts'
import { showLookUp } from '../look-up/look-up.schema.ts'
import { saveDraft, showReportForm } from '../visits/drafts.schema.ts'
import { reportVisit, showVisit } from '../visits/visits.schema.ts'
import { showBeforeVisit } from './before-visit.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [anne, ali, birgit] = [world.as('anne'), world.as('ali'), world.as('birgit')]
const { people } = world

const note = 'Vi får ny svejselinje til marts. Halvdelen kan ikke læse vejledningen.'
const meeting = async (startsAt: string, said = note, contactName = 'Jytte Krogh') => {
  const company = await world.company({ name: 'Nordhavn Smede A/S', industry: '251100' })
  const [row] = await world.sql<{ id: number }>(
    `with made as (
       insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
       values ($1, $2, $3, $5::timestamptz, $5::timestamptz + interval '1 hour', $7, $6, '2026-11-20T09:00:00Z', gen_random_uuid())
       returning centre_id, id)
     insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes, travel_known)
     select centre_id, id, $4, 25, false from made returning booking_id as id`,
    [world.centreId, company.id, company.cvr, people.anne.id, startsAt, said, contactName],
  )
  return { id: row?.id ?? 0, company }
}
const before = (eyes: typeof anne, id: number) => eyes.call(showBeforeVisit, { params: { id } })
const hand = (rows: Parameters<typeof portalFile>[0]) =>
  birgit.call(importClassFile, { query: { name: 'hold.csv' } }, { bytes: portalFile(rows) })
const link = (kind: string, code: string) =>
  `https://voksenuddannelse.example/kurs?subject_code=${code}&level=-&type=${kind}`

beforeAll(() => world.clock.set('2026-11-23T10:00'))

test('without classes and without anybody known the page says nothing that is not so', async () => {
  const { id } = await meeting('2026-11-24T09:00:00Z', '', '')
  const page = await before(anne, id)
  expect(page).toMatchObject({
    ...{ people: [], said: null, visits: [], promises: [], offers: [], offersAt: null, driving: null },
    ...{ occasion: 'first', trade: 'metal', guide: { id: null } },
  })
})

test('their own sentences come with what answers them; what nobody said says so; dyslexia teaching never stands beside a company', async () => {
  await hand([
    {
      kviknummer: '28005101',
      holdTitle: 'Svejsning, proces 135',
      link: link('amu', '97104'),
      startDate: '2027-01-11',
      endDate: '2027-01-15',
    },
    {
      kviknummer: '28005102',
      holdTitle: 'Svejsning, proces 135',
      link: link('amu', '97104'),
      startDate: '2026-11-20',
      endDate: '2026-12-15',
    },
    {
      kviknummer: '28005103',
      holdTitle: 'FVU-dansk, trin 2',
      link: link('fvu', '97302'),
      startDate: '2027-01-12',
      endDate: '2027-03-15',
    },
    {
      kviknummer: '28005104',
      holdTitle: 'FVU-matematik, trin 1',
      link: link('fvu', '97301'),
      startDate: '2027-01-13',
      endDate: '2027-03-15',
    },
    {
      kviknummer: '28005105',
      holdTitle: 'Ordblindeundervisning, læse og skrive',
      link: link('obu', '97401'),
      startDate: '2027-01-13',
      endDate: '2027-03-15',
    },
  ])
  const { id, company } = await meeting('2026-11-24T09:00:00Z')
  await anne.call(addCompanyPerson, {
    params: { companyId: company.id },
    body: { name: 'Marek Nowak', source: 'said', phone: '97120000', phoneAllowed: false, email: 'marek@smede.example' },
  })
  const page = await before(anne, id)
  expect(page.offers.map(({ title, answers, next }) => [title, answers, next.startsOn])).toEqual([
    ['Svejsning, proces 135', 'Vi får ny svejselinje til marts.', '2027-01-11'],
    ['FVU-dansk, trin 2', 'Halvdelen kan ikke læse vejledningen.', '2027-01-12'],
    ['FVU-matematik, trin 1', null, '2027-01-13'],
  ])
  expect(page.people).toMatchObject([
    { id: null, name: 'Jytte Krogh', agreed: true },
    { name: 'Marek Nowak', phone: null, mail: 'marek@smede.example', agreed: false },
  ])
  expect(page).toMatchObject({ said: { words: note }, driving: null, offersAt: expect.any(String) as string })
})

test('who does not go is told who does; a coordinator reads it; whoever is called off sees that it is', async () => {
  const { id } = await meeting('2026-11-24T09:00:00Z')
  await expect(before(ali, id)).rejects.toMatchObject({
    code: 'visit-of-others',
    message: expect.stringContaining('Anne Bruun') as string,
  })
  expect((await before(birgit, id)).bookingId).toBe(id)
  await world.sql('update booking_visitor set person_id = $2 where booking_id = $1', [id, people.ali.id])
  await expect(before(anne, id)).rejects.toMatchObject({ code: 'visit-of-others' })
  await world.sql(`update booking set cancelled_at = '2026-11-23T09:00:00Z' where id = $1`, [id])
  expect((await before(ali, id)).cancelledAt).toBe('2026-11-23T09:00:00.000Z')
})

test('a report keeps what was asked and the version it was asked from; one’s own questions stay with oneself; the next time is a follow-up', async () => {
  const { now } = await birgit.call(showGuide)
  const first = await birgit.call(writeGuide, { body: { questions: now.questions.slice(0, 3), version: 0 } })
  const { id, company } = await meeting('2026-11-23T07:00:00Z')
  const words = now.questions[0]?.words ?? ''
  const asked = { guideId: first.id, questions: [{ words, heard: 'unknown' as const }] }
  const draft = { about: '', needs: [], topics: [], promises: [], visitedAt: null }
  const own = { words: 'Tør jeg spørge om natholdet?', heard: 'asked' as const, own: true }
  const soFar = { guideId: first.id, questions: [{ words, heard: 'unknown' as const, own: false }, own] }
  await anne.call(saveDraft, { query: { bookingId: id }, body: { ...draft, asked: soFar } })
  expect((await anne.call(showReportForm, { query: { bookingId: id } })).draft?.body.asked).toEqual(soFar)
  expect((await birgit.call(showReportForm, { query: { bookingId: id } })).draft).toBeNull()
  await birgit.call(writeGuide, { body: { questions: now.questions.slice(0, 1), version: 1 } })
  const { id: visitId } = await anne.call(reportVisit, { body: { bookingId: id, about: 'De er på vej.', asked } })
  expect((await ali.call(showVisit, { params: { id: visitId } })).asked).toEqual(asked)
  const [next] = await world.sql<{ id: number }>(
    `with made as (
       insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
       values ($1, $2, $3, '2026-11-25T09:00Z', '2026-11-25T10:00Z', 'Jytte', '', '2026-11-23T09:00:00Z', gen_random_uuid()) returning centre_id, id)
     insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes) select centre_id, id, $4, 25 from made returning booking_id as id`,
    [world.centreId, company.id, company.cvr, people.ali.id],
  )
  expect(await before(ali, next?.id ?? 0)).toMatchObject({
    ...{ occasion: 'follow-up', driving: 25, visits: [{ about: 'De er på vej.', by: 'Anne Bruun' }] },
    knows: [{ name: 'Anne Bruun', has: false }],
  })
  // A guide that nobody knows leaves its words.
  const { id: other } = await meeting('2026-11-23T06:00:00Z')
  const lost = await anne.call(reportVisit, {
    body: { bookingId: other, about: 'Kort.', asked: { ...asked, guideId: 9999 } },
  })
  expect(lost.asked).toEqual({ ...asked, guideId: null })
})

test('three thousand classes to come are small enough to be along', async () => {
  const days = (n: number) => new Date(Date.UTC(2027, 0, 4) + (n % 200) * 86_400_000).toISOString().slice(0, 10)
  await hand(
    Array.from({ length: 3000 }, (_, n) => ({
      ...{
        kviknummer: `2800${(60_000 + n).toString()}`,
        holdTitle: `Kursus nummer ${n % 400} i faget`,
        link: link('amu', String(10_000 + (n % 400))),
      },
      ...{ startDate: days(n), endDate: days(n), lokationSted: ['Skive', 'Thisted', 'Holstebro'][n % 3] ?? '' },
    })),
  )
  const answer = await anne.call(showLookUp)
  const size = gzipSync(JSON.stringify(answer)).length
  expect(answer.courses.reduce((sum, { classes }) => sum + classes.length, 0)).toBeGreaterThan(3000)
  expect(size).toBeLessThan(150_000)
  // One class has begun: it is nobody's next.
  expect(JSON.stringify(answer)).not.toContain('2026-11-20')
})
