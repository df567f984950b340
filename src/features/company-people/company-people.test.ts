import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#platform/endpoint'
import { callersIn } from '#testing/callers'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, showBooking } from '../bookings/bookings.schema.ts'
import { listCompanyCalls } from '../calls/calls.schema.ts'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { registerEnquiry, showEnquiry } from '../enquiries/enquiries.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { listCompanyLinks, sendCompanyLink } from '../links/links.schema.ts'
import { addHeldPerson, correctHeldPerson, listHeldPeople } from '../queue/held.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import {
  addCompanyPerson,
  correctCompanyPerson,
  eraseCompanyPerson,
  listCompanyPeople,
  noteDeparture,
  noteTold,
  showCompanyPerson,
  undoDeparture,
} from './company-people.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
let world: World
let callers: ReturnType<typeof callersIn>
let things: ReturnType<typeof openThings>
beforeAll(async () => {
  world = await openWorld()
  callers = callersIn(world)
  things = openThings(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

type Place = { id: number }
type Written = InputOf<typeof addCompanyPerson>['body']
const birthe = { name: 'Birthe Lauridsen', title: 'plejehjemsleder', source: 'said' } as const
const unsaid = { phone: '', phoneAllowed: true, email: '', mailAllowed: true, note: '', speaksForAll: false }
const add = ({ id }: Place, written: Partial<Written> = {}, who: 'anne' | 'birgit' | 'torben' = 'anne') =>
  world.as(who).call(addCompanyPerson, { params: { companyId: id }, body: { ...birthe, ...written } })
const people = async ({ id }: Place, inWorld?: Parameters<World['as']>[1]) =>
  (await world.as('anne', inWorld).call(listCompanyPeople, { params: { companyId: id } })).rows
const names = async (place: Place) => (await people(place)).map(({ name }) => name)
/** The form as it stands, with what is typed anew. */
type Corrected = InputOf<typeof correctCompanyPerson>['body']
const correct = (
  person: Awaited<ReturnType<typeof add>>,
  change: Partial<Corrected>,
  who: 'anne' | 'birgit' = 'anne',
) =>
  world.as(who).call(correctCompanyPerson, {
    params: { id: person.id },
    body: {
      ...{ name: person.name, title: person.title, note: person.note, speaksForAll: person.speaksForAll },
      ...{ phone: person.phone.value ?? '', phoneAllowed: person.phone.allowed },
      ...{ email: person.mail.value ?? '', mailAllowed: person.mail.allowed },
      ...{ source: 'said', version: person.version },
      ...change,
    },
  })

describe('who works there', () => {
  test('each way to reach someone says whether it is allowed, who said so and when; what is not touched keeps its own', async () => {
    const place = await world.company()
    const made = await add(place, { phone: '40 55 66 77', email: 'Birthe@Fjordblik.example', mailAllowed: false })
    expect(made).toMatchObject({
      phone: { value: '40556677', allowed: true, source: 'said', on: '2026-11-23' },
      mail: { value: 'birthe@fjordblik.example', allowed: false, source: 'said', on: '2026-11-23' },
      toldOn: null,
      tellBy: '2026-12-23',
    })
    world.clock.set('2026-11-30T09:00')
    const after = await correct(made, { mailAllowed: true, source: 'asked', note: 'Bedst mellem kl. 13 og 14' })
    expect(after).toMatchObject({
      note: 'Bedst mellem kl. 13 og 14',
      phone: { source: 'said', on: '2026-11-23' },
      mail: { allowed: true, source: 'asked', on: '2026-11-30' },
      version: 2,
    })
    expect(await people(place)).toEqual([after])
    // Not before there is anything to say of it.
    expect((await add(place, { name: 'Rikke Toft' })).phone).toEqual({
      value: null,
      allowed: true,
      source: null,
      on: null,
    })
  })

  test('a union role is nobody’s title: the sentence says why and what to do; a fitter, a leader and Trine are fine', async () => {
    const place = await world.company()
    for (const title of [
      'tillidsrepræsentant',
      'Fællestillidsrepræsentant og montør',
      'TR',
      'TR-suppleant',
      'FTR',
      'tillidsmand',
      'Shop Steward',
      'union representative',
      'klubformand i 3F',
      'fagforeningsrepræsentant',
    ])
      await expect(add(place, { title })).rejects.toMatchObject({ code: 'union-title' })
    await expect(add(place, { note: 'Spørg efter tillidsmanden' })).rejects.toMatchObject({ code: 'union-title' })
    await expect(add(place, { note: '010190-1234' })).rejects.toMatchObject({ code: 'wrong-input' })
    for (const [n, title] of ['montør', 'trafikleder', 'Trine fra kontoret', 'klubmester', 'patruljeleder'].entries())
      await add(place, { name: `Nr. ${n}`, title })
    expect(await names(place)).toHaveLength(5)
  })

  test('hostile words are refused or cleaned: two thousand characters, turned writing, 112, a mail that is none', async () => {
    const place = await world.company()
    for (const wrong of [
      { name: 'x'.repeat(2000) },
      { name: '   ' },
      { phone: '112' },
      { email: 'ikke en adresse' },
      { note: 'y'.repeat(201) },
    ])
      await expect(add(place, wrong)).rejects.toMatchObject({ code: 'wrong-input' })
    expect((await add(place, { name: '\u202eBirthe\u200b Lund' })).name).toBe('Birthe Lund')
    await expect(add({ id: 99_999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('other centres see nobody, and cannot reach them', async () => {
    const place = await world.company()
    const other = await world.otherCentre()
    const made = await add(place)
    expect(await people(place, other)).toEqual([])
    const stranger = world.as('anne', other)
    const params = { id: made.id }
    for (const asked of [
      () => stranger.call(showCompanyPerson, { params }),
      () => stranger.call(eraseCompanyPerson, { params }),
      () => stranger.call(noteDeparture, { params, body: {} }),
      () => stranger.call(correctCompanyPerson, { params, body: { ...birthe, ...unsaid, version: 1 } }),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'not-found' })
    expect(await names(place)).toEqual(['Birthe Lauridsen'])
  })

  test('of two who correct at once one is told, with how it stands now; nothing is lost', async () => {
    const made = await add(await world.company())
    const both = await Promise.allSettled([
      correct(made, { title: 'leder' }),
      correct(made, { note: 'Efter kl. 14' }, 'birgit'),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = both.find(({ status }) => status === 'rejected')
    const now = await world.as('anne').call(showCompanyPerson, { params: { id: made.id } })
    expect(refused).toMatchObject({ reason: { code: 'changed-meanwhile', problem: { theirs: now } } })
    expect(await correct(now, { title: 'leder', note: 'Efter kl. 14' })).toMatchObject({ version: 3 })
    expect(await world.sql('select from company_person_was where company_person_id = $1', [made.id])).toHaveLength(2)
  })
})

describe('whose they are', () => {
  test('of one leadership everybody’s; of shared leadership the workplace’s, and whoever speaks for all is seen at each', async () => {
    const head = await world.company({ name: 'Salling Kommune', employees: 2140 })
    const [home, kitchen] = [
      await world.company({ kind: 'workplace', cvr: head.cvr, name: 'Fjordblik', employees: 64 }),
      await world.company({ kind: 'workplace', cvr: head.cvr, name: 'Det Fælles Køkken', employees: 30 }),
    ]
    await add(home)
    await add(kitchen, { name: 'Jesper Nørgaard' })
    await add(head, { name: 'Søren Bech', speaksForAll: true })
    expect(await names(kitchen)).toEqual(['Birthe Lauridsen', 'Jesper Nørgaard', 'Søren Bech'])
    await world.as('birgit').call(decideLeadership, { params: { companyId: head.id }, body: { shared: true } })
    expect(await names(home)).toEqual(['Birthe Lauridsen', 'Søren Bech'])
    expect(await names(kitchen)).toEqual(['Jesper Nørgaard', 'Søren Bech'])
    expect(await names(head)).toHaveLength(3)
    const { apart } = await world.as('anne').call(listCompanyPeople, { params: { companyId: home.id } })
    expect(apart).toBe(2)
  })

  test('a workplace that moves to another CVR number takes its people along', async () => {
    const [old, next] = [await world.company(), await world.company()]
    const place = await world.company({ kind: 'workplace', cvr: old.cvr })
    await add(place)
    await world.sql('update company set cvr = $1 where id = $2', [next.cvr, place.id])
    expect(await names(next)).toEqual(['Birthe Lauridsen'])
    expect(await names(old)).toEqual([])
  })

  test('whoever takes a company’s place gets its people', async () => {
    const [old, next] = [await world.company(), await world.company()]
    await add(old)
    expect((await things.previewOf({ companyIds: [old.id] })).said).toEqual(['1 person'])
    await things.takePlace([old.id], next.id)
    expect(await names(next)).toEqual(['Birthe Lauridsen'])
    expect(await names(old)).toEqual([])
  })
})

describe('who left, and who wishes to be forgotten', () => {
  test('who left stays, last and with the day; he may be there after all', async () => {
    const place = await world.company()
    const made = await add(place)
    await add(place, { name: 'Åse Zimmer' })
    const params = { id: made.id }
    await expect(world.as('anne').call(noteDeparture, { params, body: { on: '2026-12-24' } })).rejects.toMatchObject({
      code: 'wrong-input',
    })
    expect(await world.as('anne').call(noteDeparture, { params, body: {} })).toMatchObject({ leftOn: '2026-11-23' })
    expect(await names(place)).toEqual(['Åse Zimmer', 'Birthe Lauridsen'])
    expect(await world.as('torben').call(undoDeparture, { params })).toMatchObject({ leftOn: null })
  })

  const waiting = async (who: 'anne' | 'birgit' | 'ali') =>
    (await world.as(who).call(listWaiting, { query: {} })).rows.map(
      ({ kind, values }) => `${kind} ${values['who'] ?? ''}`,
    )
  test('his link waits to be closed with who sent it; erased he is nowhere: not in links, meetings, mails, events', async () => {
    const place = await world.company({ email: 'post@sted.example' })
    const made = await add(place, { name: 'Torgrim Unik', phone: '40778899', email: 'torgrim.unik@sted.example' })
    const params = { id: made.id }
    const anne = world.as('anne')
    await anne.call(sendCompanyLink, { body: { companyId: place.id, companyPersonId: made.id } })
    const slots = await world.as('soren').call(listFreeSlots, { query: { companyId: place.id } })
    const slot = slots.rows[0]
    const booked = await world.as('birgit').call(bookMeeting, {
      body: {
        ...{ companyId: place.id, personId: slot?.personId ?? 0, startsAt: slot?.startsAt ?? '' },
        ...{ contactName: 'skrevet forkert', companyPersonId: made.id },
      },
    })
    expect(booked).toMatchObject({
      contactName: 'Torgrim Unik',
      contactEmail: 'torgrim.unik@sted.example',
      contactPhone: '40778899',
    })
    // Where his name was typed, or put in by a press, and nothing ties it to him.
    for (const spokeWith of ['torgrim unik', 'Torgrim', 'Tora'])
      await world.sql(
        `insert into call (centre_id, company_id, cvr, person_id, started_at, ended_at, answer, spoke_with)
         values ($1, $2, $3, $4, now(), now(), 'no-answer', $5)`,
        [world.centreId, place.id, place.cvr, world.people.soren.id, spokeWith],
      )
    await world.as('birgit').call(cancelBooking, { params: { id: booked.id }, body: { why: 'Sygdom' } })
    const visit = { visitedAt: '2026-11-17T09:00:00Z', about: 'Ny linje', needs: [], topics: [], promises: [] }
    await anne.call(reportVisit, { body: { companyId: place.id, ...visit, tookPart: [{ name: 'Torgrim Unik' }] } })
    const typed = await world.as('birgit').call(bookMeeting, {
      body: {
        ...{ companyId: place.id, personId: slot?.personId ?? 0, startsAt: slots.rows.at(-1)?.startsAt ?? '' },
        ...{ contactName: 'Torgrim', contactEmail: 'torgrim.unik@sted.example' },
      },
    })
    // Who turned to us themselves: confirmed to the own address, and to the company's.
    const asked = []
    for (const email of ['torgrim.unik@sted.example', '']) {
      const said = {
        way: 'phone',
        company: 'Sted',
        companyId: place.id,
        name: 'Torgrim Unik',
        email,
        phone: '40778899',
      } as const
      asked.push(await anne.call(registerEnquiry, { body: { ...said, matter: 'Kursus i svejsning' } }))
    }
    expect(asked.map(({ confirmed }) => confirmed)).toEqual([true, true])
    await anne.call(noteDeparture, { params, body: {} })
    expect(await waiting('anne')).toContain('link-of-who-left Torgrim Unik')
    await expect(
      anne.call(sendCompanyLink, { body: { companyId: place.id, companyPersonId: made.id } }),
    ).rejects.toMatchObject({ code: 'wrong-input' })
    await anne.call(eraseCompanyPerson, { params })
    const links = await anne.call(listCompanyLinks, { query: { companyId: place.id } })
    expect(links.rows.every(({ revokedAt, recipientName }) => revokedAt !== null && recipientName === null)).toBe(true)
    expect(await anne.call(showBooking, { params: { id: booked.id } })).toMatchObject({
      contactName: 'Slettet efter eget ønske',
      contactEmail: null,
    })
    expect(await anne.call(showBooking, { params: { id: typed.id } })).toMatchObject({
      contactName: 'Slettet efter eget ønske',
      contactEmail: null,
    })
    for (const { id } of asked)
      expect(await world.as('birgit').call(showEnquiry, { params: { id } })).toMatchObject({
        name: 'Slettet efter eget ønske',
        ...{ phone: '', email: '', matter: 'Kursus i svejsning' },
      })
    const calls = await anne.call(listCompanyCalls, { params: { companyId: place.id } })
    expect(calls.rows.map(({ spokeWith }) => spokeWith)).toEqual(['Tora', '', ''])
    expect(await people(place)).toEqual([])
    // No other word of a call can be changed.
    await expect(
      world.inside('anne', (ctx) => ctx.db.updateTable('call').set({ spokeWith: 'En anden' }).execute()),
    ).rejects.toThrow('never changed')
    await expect(
      world.inside('anne', (ctx) => ctx.db.updateTable('call').set({ note: '' }).execute()),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(anne.call(showCompanyPerson, { params })).rejects.toMatchObject({ code: 'not-found' })
    expect(await waiting('anne')).not.toContain('link-of-who-left Torgrim Unik')
    const tables = await world.sql<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    )
    for (const { name } of tables)
      expect({
        name,
        rows: await world.sql(`select from ${name} t where t::text ~* 'torgrim|\\munik\\M|40778899'`),
      }).toEqual({ name, rows: [] })
    const [row] = await world.sql('select erased_by, erased_at is not null as gone from company_person where id = $1', [
      made.id,
    ])
    expect(row).toEqual({ erased_by: world.people.anne.id, gone: true })
    const { rows } = await anne.call(listCompanyEvents, { params: { id: place.id }, query: {} })
    expect(rows.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['erased', 'left', 'added']))
  })
})

describe('what they must be told', () => {
  const waiting = async (who: 'anne' | 'birgit') =>
    (await world.as(who).call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'person-untold')
  const mails = (to: string) =>
    world.sql<{ body: string }>('select body from outbox where recipient = $1 order by id', [to])

  test('waits a week before the month is over for who wrote him down; said, it waits no more; who knows was told', async () => {
    const place = await world.company()
    const made = await add(place, { name: 'Vagn Venter' })
    expect((await add(place, { told: true, name: 'Ved Det' })).toldOn).toBe('2026-11-23')
    const told = ({ values }: { values: Record<string, unknown> }) => values['who'] === 'Vagn Venter'
    expect((await waiting('anne')).some(told)).toBe(false)
    world.clock.set('2026-12-17T09:00')
    expect((await waiting('anne')).filter(told)).toHaveLength(1)
    expect(await world.as('birgit').call(noteTold, { params: { id: made.id } })).toMatchObject({ toldOn: '2026-12-17' })
    expect((await waiting('anne')).some(told)).toBe(false)
  })

  test('stands at the foot of the first mail that goes to him anyway, once; nothing goes where he allows no mail', async () => {
    const place = await world.company()
    const made = await add(place, { name: 'Mai Mail', email: 'mai@sted.example', source: 'own-page' })
    const send = (id: number) =>
      world.as('anne').call(sendCompanyLink, { body: { companyId: place.id, companyPersonId: id } })
    await send(made.id)
    await send(made.id)
    const [first, second] = await mails('mai@sted.example')
    expect(first?.body).toContain('virksomhedens hjemmeside')
    expect(first?.body).toContain('Datatilsynet')
    expect(second?.body).not.toContain('Datatilsynet')
    expect((await people(place))[0]).toMatchObject({ toldOn: '2026-11-23' })
    const silent = await add(place, { name: 'Nej Tak', email: 'nej@sted.example', mailAllowed: false })
    await expect(send(silent.id)).rejects.toMatchObject({ code: 'person-without-mail' })
    const slot = (await world.as('soren').call(listFreeSlots, { query: { companyId: place.id } })).rows[0]
    const booked = await world.as('birgit').call(bookMeeting, {
      body: {
        ...{ companyId: place.id, personId: slot?.personId ?? 0, startsAt: slot?.startsAt ?? '' },
        ...{ contactName: 'Nej Tak', contactEmail: 'nej@sted.example', companyPersonId: silent.id },
      },
    })
    expect(booked.contactEmail).toBeNull()
    expect(await mails('nej@sted.example')).toEqual([])
  })

  test('who leaves the centre leaves it to the coordinators', async () => {
    const made = await add(await world.company(), { name: 'Arvet Besked' }, 'torben')
    const preview = await things.previewOf({ personId: world.people.torben.id })
    expect(preview.said).toContain('1 person, der skal have besked om, hvad vi har skrevet')
    await world.inside('birgit', async (ctx) => {
      const { handOnAll } = await import('#platform/loose-ends')
      await handOnAll(ctx, { personId: world.people.torben.id }, null)
    })
    expect(await world.sql('select tells from company_person where id = $1', [made.id])).toEqual([{ tells: null }])
  })
})

describe('a caller', () => {
  test('writes down and corrects whom he talks with, at the company under call and no other', async () => {
    const { id, listId } = await callers.listed()
    const stranger = await add(await world.company(), { name: 'En Anden' })
    const soren = world.as('soren')
    const body = { ...birthe, companyId: id, phone: '40112299' }
    await expect(soren.call(addHeldPerson, { body })).rejects.toMatchObject({ code: 'not-your-call' })
    await callers.held(soren, listId)
    const made = await soren.call(addHeldPerson, { body })
    expect((await soren.call(listHeldPeople, { query: { companyId: id } })).rows).toEqual([made])
    const change = (personId: number) =>
      soren.call(correctHeldPerson, {
        params: { personId },
        body: { ...birthe, ...unsaid, title: 'leder', version: 1 },
      })
    expect(await change(made.id)).toMatchObject({ title: 'leder' })
    await expect(change(stranger.id)).rejects.toMatchObject({ code: 'not-found' })
    await callers.answer(soren, id, { answer: 'not-interested' })
    await expect(change(made.id)).rejects.toMatchObject({ code: 'not-your-call' })
    expect((await soren.call(listHeldPeople, { query: { companyId: id } })).rows).toEqual([])
    await expect(soren.call(listCompanyPeople, { params: { companyId: id } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    // Who tells him is the coordinators: a caller opens no card.
    expect(await world.sql('select tells from company_person where id = $1', [made.id])).toEqual([{ tells: null }])
  })
})
