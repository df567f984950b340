import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { houseOf, makeApp } from '../../src/app.ts'
import { showCallCosts } from '../../src/features/call-costs/call-costs.schema.ts'
import { takeCompany } from '../../src/features/calls/calls.schema.ts'
import { listClasses } from '../../src/features/catalogue/catalogue.schema.ts'
import { system } from '../../src/features/centre/centre.ts'
import { showCompany } from '../../src/features/companies/one-company.schema.ts'
import { showMyProfile } from '../../src/features/competence-profiles/competence-profiles.schema.ts'
import { listFreeSlots } from '../../src/features/free-slots/free-slots.schema.ts'
import { listHeardCompanies, showHearing, showListHearing } from '../../src/features/hearings/hearings.schema.ts'
import { listWaiting } from '../../src/features/home/home.schema.ts'
import { listContactLists } from '../../src/features/lists/lists.schema.ts'
import { makeToken } from '../../src/features/members/members.ts'
import { listPromises } from '../../src/features/promises/promises.schema.ts'
import { showQueue } from '../../src/features/queue/queue.schema.ts'
import { showStaffing } from '../../src/features/staffing-ahead/staffing-ahead.schema.ts'
import { listStruckCompanies } from '../../src/features/struck-companies/struck-companies.schema.ts'
import { listMailedReports } from '../../src/features/mailed-reports/mailed-reports.schema.ts'
import { countReports, listReports } from '../../src/features/reports/reports.schema.ts'
import { listReportSearches } from '../../src/features/reports/searches.schema.ts'
import { listVisits } from '../../src/features/visits/visits.schema.ts'
import { showReportForm } from '../../src/features/visits/drafts.schema.ts'
import { momentOf } from '#platform/clock'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db/open'
import { makeLog } from '#platform/log'
import { type Client, clientFor } from '#testing/client'
import { freshDatabase } from '#testing/database'
import { peopleWith } from './centre.ts'
import { seedDemoWorld } from './seed.ts'
import { ableToVisit } from './seed-slots.ts'

/** Monday morning, before anyone has called back. */
const now = momentOf('2026-11-23', '10:05')

/** A demo world of its own, and the product in front of it. */
const openDemo = async (companies?: number, moment = now) => {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.appUrl, 10, () => moment)
  const urls = {
    DATABASE_URL: fresh.ownerUrl,
    DATABASE_APP_URL: fresh.appUrl,
    SEALING_KEY: Buffer.alloc(32, 7).toString('base64'),
  }
  const house = houseOf(database, readConfig({ BASE_URL: 'https://tovholder.example', ...urls }), true)
  const started = performance.now()
  const centreId = await seedDemoWorld({ database }, { say: () => {}, now: moment, ...(companies && { companies }) })
  const seconds = Math.round((performance.now() - started) / 1000)
  const app = makeApp(house, makeLog('silent'))
  const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await fresh.superuser.query<Row>(text, values)).rows
  const as = (name: string): Client =>
    clientFor(app, async () => {
      const [person] = await rows<{ id: number }>('select id from person where name = $1', [name])
      const asker = { ...system(centreId), personId: person?.id ?? 0 }
      return (await database.in(asker, (ctx) => makeToken(ctx, 'test'))).token
    })
  const close = async () => {
    await database.close()
    await fresh.drop()
  }
  return { as, rows, seconds, close }
}
type Demo = Awaited<ReturnType<typeof openDemo>>

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
  process.stdout.write(`The demo world was loaded in ${demo.seconds} seconds.\n`)
}, 900_000)
afterAll(() => demo.close())

/** How many there are of what stands after `from`. */
const count = async (text: string, values: unknown[] = []) =>
  (await demo.rows<{ count: number }>(`select count(*)::int from ${text}`, values))[0]?.count ?? 0
const between = (value: number, least: number, most: number) => {
  expect(value).toBeGreaterThanOrEqual(least)
  expect(value).toBeLessThanOrEqual(most)
}
const idOf = async (text: string) => (await demo.rows<{ id: number }>(`select id from ${text}`))[0]?.id ?? 0
const listsOf = async () => (await demo.as('Hanne Lind').call(listContactLists, { query: {} })).rows
const waitsFor = async (who: string) => (await demo.as(who).call(listWaiting, { query: {} })).rows

test.for([
  ['company', 12_000, 16_000],
  ['call', 900, 2000],
  ['booking', 90, 200],
  ['booking where cancelled_at is not null', 3, 40],
  ['booking where sequence > 0 and cancelled_at is null', 3, 40],
  ['visit', 70, 150],
  ['contact_list', 10, 16],
  ['list_closing', 6, 9],
  ["event where at < '2026-03-23'", 50, 9999],
  // Nobody is left with a company under call.
  ['call_hold', 0, 0],
  ['shared_leadership', 5, 5],
] as const)('nine months of history have happened: %s', async ([of, least, most]) => {
  between(await count(of), least, most)
})

test('nothing was done at a moment that has not come', async () => {
  for (const done of ['event where at', 'call where ended_at', 'booking where booked_at', 'visit where reported_at'])
    expect(await count(`${done} > $1`, [now.toString()])).toBe(0)
  expect(await count('outbox where created_at > $1', [now.toString()])).toBe(0)
})

test('the coordinator sees what is about to be dropped: an owner who left, a promise five days late, hearings that end, stops and moves', async () => {
  const rows = await waitsFor('Hanne Lind')
  const of = (kind: string, company: string) =>
    rows.filter(({ kind: is, values }) => is === kind && values['company'] === company).map(({ values }) => values)
  expect(of('promise-orphan', 'Murerfirmaet Holm & Søn ApS')).toMatchObject([
    { what: 'Svar om FVU-dansk', days: 12, who: 'Jens Toft' },
  ])
  expect(of('promise-overdue', 'Dansk Facadeteknik A/S')).toMatchObject([{ what: 'Tilbud på svejsekursus', days: 5 }])
  expect(of('agreed-meeting', 'Thy Beslag & Smedeværk ApS')).toMatchObject([{ why: 'stop' }])
  expect(of('agreed-promise', 'Thy Beslag & Smedeværk ApS')).toMatchObject([{ why: 'stop' }])
  expect(of('moved-place', 'Vinderup Bagerhus')).toMatchObject([{ why: 'regular-contact' }])
  expect(rows.filter(({ values }) => values['why'] === 'being-dissolved').length).toBeGreaterThan(0)
  const hearings = rows.filter(({ kind }) => kind === 'hearing-ends')
  expect(hearings.map(({ values, when }) => `${values['list']}: ${when}`)).toEqual(
    expect.arrayContaining(['Lager og transport, efterår: today', 'Metal, under 20 ansatte: week']),
  )
  // Of two firms of the list that is called one is bankrupt and one is being dissolved.
  const standings = await demo.rows<{ standing: string }>(
    `select standing_of(c.status_text) as standing from list_company l join company c on c.cvr = l.cvr and c.kind = 'company'
     join contact_list n on n.centre_id = l.centre_id and n.id = l.list_id
     where n.name = 'Håndværk og service, efterår' and l.included and c.status_since > '2026-10-01' order by 1`,
  )
  expect(standings.map(({ standing }) => standing)).toEqual(expect.arrayContaining(['bankrupt', 'being-dissolved']))
  // What was promised the care home has gone along to its new owner.
  const gone = `promise p join company c on c.cvr = p.cvr and c.kind = 'company'
    where p.what like 'Forslag til demenskursus%' and c.name = 'Friplejehjemmet Solgården'`
  expect(await count(gone)).toBe(1)
})

test('a caller begins with Nordhavn Pakkeri, which asked to be called back this morning', async () => {
  const mette = demo.as('Mette Kjær')
  const queue = await mette.call(showQueue, { query: {} })
  expect(queue.next[0]?.name).toBe('Nordhavn Pakkeri A/S')
  expect(queue.ready).toBeGreaterThan(20)
  // The other list is called by the bureau alone.
  expect(queue.lists.filter(({ ready }) => ready > 10)).toHaveLength(1)
  const theirs = await demo.as('Birgit Dam').call(showQueue, { query: {} })
  expect(theirs.lists.map(({ name }) => name)).toContain('Små virksomheder i Thisted')
  const { centres } = await demo.as('Hanne Lind').call(showCallCosts)
  const bureau = centres.find(({ outside }) => outside)
  expect(bureau?.calls).toBeGreaterThan(5)
  expect(bureau?.cost).toBeGreaterThan(0)
  // Whoever has been rung without an answer comes after the untouched.
  expect(queue.next.slice(1).filter(({ tries }) => tries > 0)).toEqual([])
  // Whoever opens the card sees what was agreed on the phone.
  const card = await demo.as('Hanne Lind').call(showCompany, { params: { id: queue.next[0]?.companyId ?? 0 } })
  expect(card.callBacks.map(({ list }) => list)).toEqual(['Håndværk og service, efterår'])
  const { held } = await mette.call(takeCompany, { body: {} })
  expect(held?.last).toMatchObject({ spokeWith: 'Pia Nordhavn, driftsleder' })
  expect(held?.last?.note).toContain('Bad om opkald mandag kl. 9.15')
})

test('reports are many, found by food; Karen’s sensitive part is for three, and the coordinator keeps a search', async () => {
  const hanne = demo.as('Hanne Lind')
  const { count, all } = await hanne.call(countReports, { query: { industry: '10' } })
  expect(count).toBeGreaterThan(4)
  expect(all.count).toBeGreaterThan(count * 2)
  expect((await hanne.call(listReportSearches)).rows).toMatchObject([{ name: 'Fødevarer, åbne behov' }])
  const query = { text: 'Kringlen' }
  const [seen] = (await demo.as('Ali Demir').call(listReports, { query })).rows
  expect(seen?.readers).toEqual(['Ali Demir', 'Hanne Lind', 'Karen Mølgaard'])
  expect((await demo.as('Sofie Holst').call(listReports, { query })).rows).toMatchObject([
    { id: seen?.id, readers: null },
  ])
})

test('Østergaard Emballage has its thread: visit, needs, promises, quiet until 12 February, a screening on Thursday', async () => {
  const sofie = demo.as('Sofie Holst')
  const companyId = await idOf("company where name = 'Østergaard Emballage ApS' and kind = 'company'")
  const { rows } = await sofie.call(listVisits, { query: { companyId } })
  expect(rows[0]?.needs.map(({ words }) => words)).toContain('Halvdelen tør ikke røre scanneren')
  const promises = await sofie.call(listPromises, { query: { companyId, whose: 'all', state: 'any' } })
  expect(promises.rows.map(({ what, dueOn, state }) => [what, dueOn, state])).toEqual([
    ['Nummer på en tolk', '2026-11-20', 'kept'],
    ['Oplæg til samtalen med de ansatte', '2026-11-23', 'open'],
    ['Pris på truckkursus', '2026-12-01', 'open'],
  ])
  const its = 'cvr = (select cvr from company where id = $1)'
  expect(await count(`waiting_period where ${its} and until_on = '2027-02-12'`, [companyId])).toBe(1)
  expect(await count(`booking where ${its} and starts_at = '2026-11-26T12:00Z'`, [companyId])).toBe(1)
})

test('the school that struck Jensen Smede sees it, and two that know Spøttrup Fragt do not see each other', async () => {
  const lists = await listsOf()
  const decided = async (who: string, name: string, q: string) => {
    const id = lists.find((list) => list.name === name)?.hearing?.id ?? 0
    const { rows } = await demo.as(who).call(listHeardCompanies, { params: { id }, query: { q } })
    return rows.map((row) => [row.name, row.decision])
  }
  expect(await decided('Torben Friis', 'Metal, under 20 ansatte', 'Jensen Smede')).toEqual([
    ['Jensen Smede ApS', 'struck'],
  ])
  expect(await decided('Eva Thygesen', 'Metal, under 20 ansatte', 'Jensen Smede')).toEqual([['Jensen Smede ApS', null]])
  const struck = [['Spøttrup Fragt ApS', 'struck']]
  for (const who of ['Preben Storm', 'Eva Thygesen'])
    expect(await decided(who, 'Lager og transport, efterår', 'Spøttrup Fragt')).toEqual(struck)
  expect(await decided('Allan Bertelsen', 'Lager og transport, efterår', 'Spøttrup Fragt')).not.toEqual(struck)
})

test('every leader recognises some companies of the hearings under way; one hearing ended in silence by the rule of the centre', async () => {
  const lists = await listsOf()
  for (const name of ['Lager og transport, efterår', 'Metal, under 20 ansatte'])
    for (const { name: leader } of peopleWith('leader')) {
      const id = lists.find((list) => list.name === name)?.hearing?.id ?? 0
      const { counts, can } = await demo.as(leader).call(showHearing, { params: { id } })
      expect([name, leader, counts.known > 0]).toEqual([name, leader, true])
      if (leader !== 'Torben Friis' || !name.startsWith('Lager')) continue
      between(counts.known, 25, 60)
      expect(can.answer).toBe(true)
    }
  const thisted = lists.find(({ name }) => name === 'Små virksomheder i Thisted')
  const { answers } = await demo.as('Hanne Lind').call(showListHearing, { params: { id: thisted?.id ?? 0 } })
  expect(answers.filter(({ silentAt }) => silentAt !== null)).toHaveLength(3)
  expect(thisted?.state).toBe('calling')
})

test("Anne Skov's next week is full; Sofie is asked to take a promise over and has a half-written report", async () => {
  const companyId = await idOf("company where name = 'Kjær Automation A/S' and kind = 'workplace'")
  const personId = await idOf("person where name = 'Anne Skov'")
  const query = { companyId, personId, from: '2026-11-30', days: '5', every: 'true' } as never
  expect((await demo.as('Mette Kjær').call(listFreeSlots, { query })).rows).toEqual([])
  const rows = await waitsFor('Sofie Holst')
  expect(rows.find(({ kind }) => kind === 'handover')?.values).toMatchObject({
    company: 'Bageri Lund',
    who: 'Ali Demir',
  })
  const due = rows.find(({ kind, values }) => kind === 'visit-report' && String(values['company']).startsWith('Andels'))
  const form = { bookingId: due?.href.split('/')[2] } as never
  const { draft } = await demo.as('Sofie Holst').call(showReportForm, { query: form })
  expect(draft?.body.about).toContain('Bodil Krarup')
  const mailed = (await waitsFor('Peter Vang')).find(
    ({ kind, values }) => kind === 'visit-report' && values['mails'] === 1,
  )
  const byMail = { bookingId: mailed?.href.split('/')[2] } as never
  expect((await demo.as('Peter Vang').call(showReportForm, { query: byMail })).mailed).toMatchObject([{ from: null }])
  const { rows: parked } = await demo.as('Hanne Lind').call(listMailedReports, { query: {} })
  expect(parked).toMatchObject([{ parked: 'stranger', fromName: 'Sofie Holst' }])
})

test('in the morning a proposal stands: somebody for the visit of who is away, and company for who goes alone; nobody of care for a bakery', async () => {
  const { rows, made, gain } = await demo.as('Hanne Lind').call(showStaffing)
  expect(made?.by).toBeNull()
  const away = rows.find(({ goers }) => goers.some(({ name, gone }) => name === 'Pia Winther' && gone === 'away'))
  expect(away?.proposed.map(({ place }) => place)).toContain('lead')
  const alone = rows.filter(({ lacks, proposed }) => !lacks.includes('lead') && proposed.length > 0)
  expect(alone.length).toBeGreaterThan(1)
  expect(gain.changes).toBeGreaterThan(2)
  for (const { proposed } of rows)
    for (const { reasons, points } of proposed) expect([reasons.length > 0, points.length > 2]).toEqual([true, true])
  const companyId = await idOf("company where name = 'Bageri Lund' and kind = 'company'")
  const { rows: slots } = await demo.as('Hanne Lind').call(listFreeSlots, { query: { companyId } as never })
  expect(slots.map(({ name }) => name)).not.toContain('Pia Winther')
})

test('Mette is asked to go on with what she struck; a colleague has gone on with another', async () => {
  const { rows } = await demo.as('Mette Lauridsen').call(listStruckCompanies, { query: {} })
  const own = rows.filter(({ struckBy }) => struckBy === 'Mette Lauridsen')
  expect(own.map(({ name }) => name)).toEqual(['Holm Murer & Entreprenør'])
  expect(rows.filter(({ taken }) => taken !== null).length).toBe(1)
})

test('three schools each have too few for the same class', async () => {
  const { rows } = await demo.as('Hanne Lind').call(listClasses, { query: { q: 'Lean-værktøjer' } as never })
  expect(rows.map(({ enrolled, needs }) => `${enrolled} of ${enrolled + (needs ?? 0)}`).toSorted()).toEqual([
    '3 of 8',
    '4 of 8',
    '5 of 8',
  ])
})

/** Rows of the closed lists' companies: how often each was called, and whether anybody of it was reached. */
const rung = `(select l.id as list, d.company_id, c.phone, c.cvr, count(k.id)::int as calls,
    coalesce(bool_or(k.answer not in ('no-answer', 'wrong-number')), false) as reached,
    coalesce(bool_or(k.answer <> 'no-answer'), false) as answered, coalesce(bool_or(k.answer = 'wants-contact'), false) as yes
  from contact_list l join list_closing z on z.list_id = l.id join list_company d on d.list_id = l.id and d.included
  join company c on c.id = d.company_id left join call k on k.list_id = l.id and k.company_id = d.company_id
  where not exists (select from strike s where s.list_id = l.id and s.company_id = d.company_id)
  group by l.id, d.company_id, c.phone, c.cvr) r`

test('of those called 60 to 75 per cent were reached, 12 to 20 per cent said yes; a list is closed when it is rung through', async () => {
  const called = await count(`${rung} where calls > 0`)
  between(called, 300, 900)
  between((await count(`${rung} where reached`)) / called, 0.6, 0.75)
  between((await count(`${rung} where yes`)) / called, 0.12, 0.2)
  const left = `${rung} where calls between 1 and 4 and not answered
    and not exists (select from booking b where b.cvr = r.cvr) and not exists (select from waiting_period w where w.cvr = r.cvr)`
  expect(await count(left)).toBe(0)
})

/** The time of a moment in Denmark. */
const time = (moment: string) => `(${moment} at time zone 'Europe/Copenhagen')`
test('a caller has whole days of calls one after another, at lunch nobody calls, and days off between', async () => {
  const days = await demo.rows<{ name: string; calls: number; odd: number }>(
    `select p.name, ${time('k.ended_at')}::date::text as on, count(*)::int as calls, count(*) filter (where extract(isodow from ${time('k.ended_at')}) > 5
         or ${time('k.started_at')}::time < '07:30' or ${time('k.ended_at')}::time > '15:30')::int as odd
     from call k join person p on p.id = k.person_id join membership m on m.person_id = p.id
     where m.role = 'caller' and ${time('k.started_at')}::time < '14:25' group by 1, 2`,
  )
  expect(days.length).toBeGreaterThan(25)
  expect(days.filter(({ odd, calls }) => odd > 0 || calls > 60)).toEqual([])
  expect(days.filter(({ calls }) => calls >= 25).length / days.length).toBeGreaterThan(0.7)
  for (const own of Map.groupBy(days, ({ name }) => name).values()) expect(own.length).toBeLessThan(60)
  expect(await count(`call where ${time('started_at')}::time between '11:30' and '12:00'`)).toBe(0)
})

/** Open promises whose day has gone by: all of them, and those of more than twelve days. */
const lateIn = async ({ rows }: Demo, moment: Temporal.Instant) => {
  const text = `select count(*)::int as all, count(*) filter (where due_on < $1::date - 12)::int as long from promise
    where kept_at is null and dropped_at is null and due_on < $1::date`
  return (await rows<{ all: number; long: number }>(text, [moment.toString().slice(0, 10)]))[0] ?? { all: 0, long: 0 }
}
test('of what was promised most is kept, some falls away, fifteen to twenty are late, one or two of them long', async () => {
  between((await count('promise where kept_at is not null')) / (await count('promise')), 0.65, 0.82)
  between(await count('promise where dropped_at is not null'), 4, 20)
  const late = await lateIn(demo, now)
  between(late.all, 15, 20)
  between(late.long, 1, 2)
})

test.for([
  ['visit', 'about', 2],
  ['promise', 'what', 2],
  ['visit_need', 'words', 2],
  ['call', 'note', 2],
  ['call', 'cvr, note', 1],
] as const)('nothing is written more than twice, nor twice at one company: %s, %s', async ([table, columns, most]) => {
  const words = columns.split(', ').at(-1)
  const often = `(select ${columns} from ${table} where ${words} <> '' group by ${columns} having count(*) > ${most}) o`
  expect(await count(often)).toBe(0)
})

test('whoever visits knows the trade: nobody of social and health care comes to a bricklayer', async () => {
  const visits = await demo.rows<{ who: string; industry: string; municipality: number }>(
    `select p.name as who, c.industry, c.municipality from booking b join booking_visitor w on w.booking_id = b.id
     join person p on p.id = w.person_id join company c on c.id = b.company_id where b.list_id is not null`,
  )
  expect(visits.length).toBeGreaterThan(50)
  const strange = visits.filter(({ who, industry, municipality }) => !ableToVisit(industry, municipality).includes(who))
  expect(strange).toEqual([])
  const each = Map.groupBy(visits, ({ who }) => who)
  for (const who of ['Ivan Kowalski', 'Pia Winther', 'Karen Mølgaard', 'Lone Krag', 'Peter Vang', 'Anne Skov'])
    between(each.get(who)?.length ?? 0, 2, 24)
  // Places of a municipality are called each for itself.
  const places = "c.form_code is null and c.name ~ '^(Pleje|Hjemme|Børne|Bosted|Botil|Ældre|Vugge|Dag)'"
  expect(await count(`call k join company c on c.id = k.company_id where ${places}`)).toBeGreaterThan(5)
})

test('Ali Demir has answered three of five questions to himself', async () => {
  const { fields } = await demo.as('Ali Demir').call(showMyProfile)
  expect(fields.filter(({ step }) => step !== null)).toHaveLength(3)
})

test('a view’s column is never null unless the view’s comment names it under "Null:": the types of the code rely on it', async () => {
  const views = await demo.rows<{ view: string; comment: string; columns: string[] }>(
    `select c.relname::text as view, obj_description(c.oid) as comment,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 order by a.attnum) as columns
     from pg_class c where c.relkind = 'v' and obj_description(c.oid) like '%Null: %' order by 1`,
  )
  expect(views.length).toBeGreaterThan(5)
  const found: string[] = []
  for (const { view, comment, columns } of views) {
    const mayBeNull = /Null: ([^.]*)\./.exec(comment)?.[1]?.split(' ') ?? []
    expect(mayBeNull.filter((name) => name !== 'none' && !columns.includes(name))).toEqual([])
    const sure = columns.filter((name) => !mayBeNull.includes(name))
    const [row] = await demo.rows<Record<string, number>>(
      `select ${sure.map((name) => `count(*) filter (where ${name} is null)::int as ${name}`).join(', ')} from ${view}`,
    )
    found.push(...sure.filter((name) => row?.[name] !== 0).map((name) => `${view}.${name}`))
  }
  expect(found).toEqual([])
})

/** Everything but secrets and random identities, of each table. */
const digest = async (world: Demo): Promise<string[]> => {
  const texts = [
    'select id, cvr, p_number, name, phone from company order by id',
    'select id, cvr, answer, started_at, ended_at, spoke_with, note, person_id from call order by id',
    `select b.id, cvr, w.person_id, starts_at, sequence, note, cancelled_at, confirmed_at from booking b
     join booking_visitor w on w.booking_id = b.id order by b.id`,
    'select id, cvr, about, visited_at, reported_at from visit order by id',
    'select id, what, owner_id, due_on, kept_at, dropped_at from promise order by id',
    'select list_id, cvr, included, reason, position from list_company order by list_id, position',
    'select s.id, s.cvr, s.struck_at, o.school_id, o.reason from strike s join strike_origin o on o.strike_id = s.id order by s.id',
    'select id, verb, subject, at, cvr, person_id from event order by id',
  ]
  const sums: string[] = []
  for (const text of texts) {
    const rows = JSON.stringify(await world.rows(text))
    expect(rows.length).toBeGreaterThan(2)
    sums.push(createHash('sha256').update(rows).digest('hex'))
  }
  return sums
}

test('the same seed and moment give the same world, on a Sunday in June too', { timeout: 900_000 }, async () => {
  // Of a small register: everything happens as in the whole world, with fewer calls of a kind.
  const sunday = momentOf('2027-06-13', '13:20')
  const [first, second] = [await openDemo(500, sunday), await openDemo(500, sunday)]
  expect(await digest(first)).toEqual(await digest(second))
  between((await lateIn(first, sunday)).all, 7, 20)
  expect(await first.rows("select name from contact_list where name ~ 'efterår|vinter'")).toEqual([])
  await first.close()
  await second.close()
})
