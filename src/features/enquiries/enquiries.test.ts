import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#platform/endpoint'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { openUntil } from '../may-contact/may-contact.ts'
import { endMembership } from '../members/members.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import {
  answerEnquiry,
  changeSchoolReach,
  findEnquirers,
  listEnquiries,
  listSchoolReach,
  passEnquiryOn,
  registerEnquiry,
  showEnquiry,
  takeEnquiry,
} from './enquiries.schema.ts'
import { schoolFor } from './routing.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [anne, ali, pia, birgit, soren, torben] = [
  ...[world.as('anne'), world.as('ali'), world.as('pia')],
  ...[world.as('birgit'), world.as('soren'), world.as('torben')],
] as const
const { takePlace } = openThings(world)

beforeEach(() => world.clock.set('2026-11-23T09:00'))

type Form = InputOf<typeof registerEnquiry>['body']
const said = (given: Partial<Form> = {}) => ({
  body: {
    ...({ way: 'phone', company: 'Nordfjord Plast', name: 'Karen Holm', matter: 'Kursus i plastsvejsning' } as const),
    ...given,
  },
})
const waiting = async (who: typeof anne, id: number) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter((row) => row.href === `/henvendelser?nr=${id}`)
    .map(({ kind }) => kind)
const isOpen = (who: 'anne' | 'ali' | 'pia', place: { cvr: string; companyId: number }) =>
  world.inside(who, (ctx) => openUntil(ctx, place))

describe('whoever was reached writes it down', () => {
  test('a caller writes name and number: it reaches who has the company, and no card opens', async () => {
    const { id: companyId, cvr } = await world.company({ name: 'Nordfjord Plast A/S', phone: '97123456' })
    await anne.call(takeRegularContact, { body: { companyId } })
    const got = await soren.call(registerEnquiry, said({ number: '97 12 34 56', wanted: 'Anne' }))
    expect(got).toMatchObject({ to: { kind: 'person', name: 'Anne Bruun' }, dueOn: '2026-11-24' })
    expect(Object.keys(got).toSorted()).toEqual(['confirmed', 'dueOn', 'id', 'to'])
    expect(await anne.call(showEnquiry, { params: { id: got.id } })).toMatchObject({
      ...{ companyId, company: 'Nordfjord Plast A/S', registeredBy: 'Søren Vad', routedBy: 'regular-contact' },
      can: { take: false, answer: true, passOn: true },
    })
    expect([await waiting(anne, got.id), await waiting(ali, got.id)]).toEqual([['enquiry-mine'], []])
    expect([await isOpen('anne', { cvr, companyId }), await isOpen('ali', { cvr, companyId })]).toEqual([
      expect.any(String),
      null,
    ])
    for (const act of [
      () => soren.call(findEnquirers, { query: { q: 'Nordfjord' } }),
      () => soren.call(listEnquiries, { query: {} }),
      () => soren.call(showEnquiry, { params: { id: got.id } }),
    ])
      await expect(act()).rejects.toMatchObject({ status: 403 })
    // What a caller names by number is not believed: only the number counts.
    const other = await soren.call(registerEnquiry, said({ companyId, number: '' }))
    expect((await birgit.call(showEnquiry, { params: { id: other.id } })).companyId).toBeNull()
  })

  test('every role that works here may; council and partners look', async () => {
    for (const who of ['asger', 'birgit', 'anne', 'soren', 'torben', 'mette', 'tove'] as const)
      expect((await world.as(who).call(registerEnquiry, said())).to.kind).toBe('centre')
    for (const who of ['carl', 'uffe'] as const)
      await expect(world.as(who).call(registerEnquiry, said())).rejects.toMatchObject({ status: 403 })
    await expect(anne.call(registerEnquiry, said({ matter: 'Om 010190-1234' }))).rejects.toMatchObject({
      problem: { errors: [{ pointer: '/body/matter', code: 'personal-number' }] },
    })
    await expect(anne.call(registerEnquiry, said({ companyId: 999_999 }))).rejects.toMatchObject({ status: 422 })
  })

  test('a number that several companies share names none of them', async () => {
    for (const name of ['En', 'To']) await world.company({ name, phone: '70303030' })
    const { id } = await soren.call(registerEnquiry, said({ number: '70303030' }))
    expect((await birgit.call(showEnquiry, { params: { id } })).companyId).toBeNull()
  })

  test('is confirmed where there is an address, never to someone of the centre', async () => {
    const { id: companyId } = await world.company({ name: 'Med adresse', email: 'post@medadresse.example' })
    const mails = async (to: string) =>
      (await birgit.call(listMails, { query: { limit: 200 } })).rows.filter((mail) => mail.to === to)
    expect((await anne.call(registerEnquiry, said({ companyId }))).confirmed).toBe(true)
    expect((await mails('post@medadresse.example'))[0]).toMatchObject({
      subject: 'Tak for jeres henvendelse til VEU-center Østkysten',
      body: expect.stringContaining('senest 24. november') as string,
    })
    expect((await anne.call(registerEnquiry, said({ companyId, email: 'karen@medadresse.example' }))).confirmed).toBe(
      true,
    )
    expect(await mails('karen@medadresse.example')).toHaveLength(1)
    expect((await anne.call(registerEnquiry, said({ email: people.pia.email }))).confirmed).toBe(false)
    expect((await anne.call(registerEnquiry, said())).confirmed).toBe(false)
  })

  test('stands on the card of all who know companies', async () => {
    const { id: companyId } = await world.company({ name: 'På kortet' })
    await soren.call(registerEnquiry, said({ company: 'x', number: (await cvrOf(companyId)) ?? '' }))
    expect((await pia.call(listEnquiries, { query: { companyId } })).rows).toMatchObject([{ company: 'På kortet' }])
    const events = await pia.call(listCompanyEvents, { params: { id: companyId }, query: {} })
    expect(events.rows.map(({ verb }) => verb)).toEqual(['received'])
    expect((await ali.call(findEnquirers, { query: { q: 'på kor' } })).rows).toMatchObject([{ name: 'På kortet' }])
  })
})
const cvrOf = async (id: number) =>
  (await world.sql<{ cvr: string }>('select cvr from company where id = $1', [id]))[0]?.cvr

describe('where it goes', () => {
  test('to the school they asked for, else by field and area, else to the coordinators', async () => {
    const reach = (schoolId: number, fields: ('basic' | 'amu-health')[], areas: number[] = []) =>
      birgit.call(changeSchoolReach, { params: { schoolId }, body: { fields, areas } })
    await reach(schools.vuc, ['basic'])
    await reach(schools.health, ['amu-health', 'basic'], [766])
    const to = async (given: Partial<Form>) => (await soren.call(registerEnquiry, said(given))).to
    expect(await to({ field: 'amu-health' })).toEqual({ kind: 'centre', name: '' })
    expect(await to({ field: 'basic' })).toEqual({ kind: 'school', name: 'VUC Sundet' })
    expect(await to({ schoolId: schools.technical })).toEqual({ kind: 'school', name: 'Østkystens Tekniske Skole' })
    const { id: companyId } = await world.company({ name: 'I Hedensted', municipality: 766 })
    expect((await anne.call(registerEnquiry, said({ companyId, field: 'basic' }))).to.name).toBe('SOSU Fjordby')
    await expect(soren.call(registerEnquiry, said({ schoolId: 9_999 }))).rejects.toMatchObject({ status: 422 })
  })

  test('of two schools that fit, the one that names the place; then whoever was given fewest', () => {
    const reaches = [
      { schoolId: 1, fields: ['basic' as const], areas: [] },
      { schoolId: 2, fields: ['basic' as const], areas: [615] },
      { schoolId: 3, fields: ['basic' as const], areas: [615] },
      { schoolId: 4, fields: ['general' as const], areas: [] },
    ]
    const at = (municipality: number | null, given: [number, number][] = []) =>
      schoolFor(reaches, { field: 'basic', municipality }, new Map(given))
    expect([
      at(615),
      at(615, [[2, 1]]),
      at(615, [
        [2, 1],
        [3, 2],
      ]),
      at(766),
      at(null),
    ]).toEqual([2, 3, 2, 1, 1])
    expect(schoolFor(reaches, { field: 'language', municipality: 615 }, new Map())).toBeNull()
  })

  test('a leader says what the own school answers for, no other’s; a consultant reads it', async () => {
    const body = { fields: ['amu-technical' as const], areas: [] }
    expect(await torben.call(changeSchoolReach, { params: { schoolId: schools.technical }, body })).toMatchObject(body)
    await expect(torben.call(changeSchoolReach, { params: { schoolId: schools.vuc }, body })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(anne.call(changeSchoolReach, { params: { schoolId: schools.technical }, body })).rejects.toMatchObject(
      { status: 403 },
    )
    const rows = (await anne.call(listSchoolReach)).rows
    expect(rows.find(({ schoolId }) => schoolId === schools.technical)).toMatchObject({
      ...body,
      can: { change: false },
    })
  })
})

describe('somebody answers', () => {
  const atSchool = async (given: Partial<Form> = {}) =>
    (await soren.call(registerEnquiry, said({ schoolId: schools.vuc, ...given }))).id

  test('anyone of the school takes it, of two at once one; whom nobody takes within the day the coordinator sees', async () => {
    const { id: companyId, cvr } = await world.company({ name: 'Til VUC' })
    const id = (await anne.call(registerEnquiry, said({ companyId, schoolId: schools.vuc }))).id
    expect([await waiting(ali, id), await waiting(anne, id), await waiting(birgit, id)]).toEqual([
      ['enquiry-school'],
      [],
      [],
    ])
    await expect(anne.call(takeEnquiry, { params: { id } })).rejects.toMatchObject({ code: 'not-allowed' })
    world.clock.set('2026-11-25T09:00')
    expect(await waiting(birgit, id)).toEqual(['enquiry-untaken'])
    world.clock.set('2026-11-23T09:00')
    const tries = await Promise.allSettled(
      [ali, world.as('vibeke'), ali, world.as('vibeke')].map((who) => who.call(takeEnquiry, { params: { id } })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { owner } = await birgit.call(showEnquiry, { params: { id } })
    const [opening] = await world.sql<{ personId: number }>(
      'select person_id as "personId" from contact_opening where cvr = $1',
      [cvr],
    )
    expect(opening?.personId).toBe(owner?.id)
  })

  test('is answered in words, which all see; then it waits for nobody', async () => {
    const id = await atSchool()
    await ali.call(takeEnquiry, { params: { id } })
    await expect(pia.call(answerEnquiry, { params: { id }, body: { answer: 'Nej' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(
      await ali.call(answerEnquiry, { params: { id }, body: { answer: 'Kommer på besøg 3. december' } }),
    ).toMatchObject({ endedHow: 'answered', endedBy: 'Ali Demir', can: { answer: false } })
    expect(await waiting(ali, id)).toEqual([])
    for (const act of [
      () => ali.call(answerEnquiry, { params: { id }, body: { answer: 'Igen' } }),
      () => ali.call(passEnquiryOn, { params: { id }, body: { toId: people.vibeke.id } }),
      () => ali.call(takeEnquiry, { params: { id } }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'enquiry-ended' })
    expect(
      (await ali.call(listEnquiries, { query: { ended: 'true', whose: 'mine' } })).rows.map((row) => row.id),
    ).toEqual([id])
  })

  test('late, the coordinator sees it too', async () => {
    const id = await atSchool()
    await ali.call(takeEnquiry, { params: { id } })
    expect(await waiting(birgit, id)).toEqual([])
    world.clock.set('2026-11-25T09:00')
    expect([await waiting(ali, id), await waiting(birgit, id)]).toEqual([['enquiry-overdue'], ['enquiry-overdue']])
  })

  test('passed to a colleague it is his at once, to another school’s person it waits at that school; contact follows', async () => {
    const { id: companyId, cvr } = await world.company({ name: 'Videre' })
    const id = (await anne.call(registerEnquiry, said({ companyId, schoolId: schools.vuc }))).id
    await ali.call(takeEnquiry, { params: { id } })
    expect(await isOpen('ali', { cvr, companyId })).not.toBeNull()
    const pass = (who: typeof anne, body: { toId?: number; schoolId?: number; note?: string }) =>
      who.call(passEnquiryOn, { params: { id }, body })
    expect(await pass(ali, { toId: people.pia.id, note: 'Det er jeres' })).toMatchObject({
      owner: null,
      school: { name: 'SOSU Fjordby' },
    })
    expect(await isOpen('ali', { cvr, companyId })).toBeNull()
    await expect(pass(ali, { toId: people.ali.id })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await pass(pia, { toId: people.lars.id })).toMatchObject({ owner: { name: people.lars.name } })
    expect(await pass(birgit, { toId: people.anne.id })).toMatchObject({ owner: { name: 'Anne Bruun' } })
    expect(await isOpen('anne', { cvr, companyId })).not.toBeNull()
    expect(await pass(anne, {})).toMatchObject({ owner: null, school: null })
    expect(await waiting(birgit, id)).toEqual(['enquiry-unrouted'])
    await expect(pass(birgit, { toId: people.soren.id })).rejects.toMatchObject({ status: 422 })
    await birgit.call(answerEnquiry, { params: { id }, body: { how: 'closed', answer: 'Det var en fejl' } })
    expect(await world.sql('select from contact_opening where cvr = $1', [cvr])).toEqual([])
  })

  test('contact is open thirty days', async () => {
    const { id: companyId, cvr } = await world.company()
    await pia.call(takeRegularContact, { body: { companyId } })
    await soren.call(registerEnquiry, said({ number: (await cvrOf(companyId)) ?? '' }))
    world.clock.set('2026-12-23T08:59')
    expect(await isOpen('pia', { cvr, companyId })).not.toBeNull()
    world.clock.set('2026-12-23T09:01')
    expect(await isOpen('pia', { cvr, companyId })).toBeNull()
  })

  test('another centre sees none of it', async () => {
    const id = await atSchool()
    const other = world.as('birgit', await world.otherCentre())
    await expect(other.call(showEnquiry, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
    expect((await other.call(listEnquiries, { query: {} })).rows).toEqual([])
  })

  test('goes with the company to the one in its place', async () => {
    const [old, next] = [await world.company({ name: 'Gammel' }), await world.company({ name: 'Ny' })]
    const { id } = await anne.call(registerEnquiry, said({ companyId: old.id }))
    expect(await takePlace([old.id], next.id)).toEqual({ enquiry: 1 })
    expect((await anne.call(showEnquiry, { params: { id } })).companyId).toBe(next.id)
  })
})

// Last: whoever leaves is signed out for good.
test('what its owner leaves is the coordinators’, and nobody’s door is open any more', async () => {
  const { id: companyId, cvr } = await world.company({ name: 'Efterladt' })
  const { id } = await soren.call(registerEnquiry, said({ number: cvr, schoolId: schools.vuc }))
  await ali.call(takeEnquiry, { params: { id } })
  await birgit.call(endMembership, { params: { id: people.ali.memberId } })
  expect(await waiting(birgit, id)).toEqual(['enquiry-unrouted'])
  expect(await world.sql('select from contact_opening where cvr = $1', [cvr])).toEqual([])
  expect(companyId).toBeGreaterThan(0)
})
