import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listEnquiries } from '../enquiries/enquiries.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { showMyPartner, giveTipByLink, showPartnerPage } from '../partner-page/partner-page.schema.ts'
import { addPartner, addPartnerPerson, endPartner } from '../partners/partners.schema.ts'
import { makePartnerLink } from '../partners/partners.ts'
import { makePromise } from '../promises/promises.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { addMember } from '../members/members.ts'
import { findTipped, giveTip } from './giving.schema.ts'
import * as contract from './tips.schema.ts'
import { giveTipAs } from './tips.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, visitor } = world
const [birgit, ali, anne, uffe] = [world.as('birgit'), world.as('ali'), world.as('anne'), world.as('uffe')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const partnerForm = { kind: 'union', place: 'Skive', heldById: people.birgit.id } as const
const union = await birgit.call(addPartner, { body: { ...partnerForm, name: '3F i Skive' } })
const other = await birgit.call(addPartner, { body: { ...partnerForm, name: 'Jobcenter Skive', kind: 'job-centre' } })
await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: people.uffe.id } })

const words = 'Produktionen går ned efter nytår'
const tipOn = (company: { id: number } | null, more: object = {}) =>
  uffe.call(giveTip, { body: { company: 'Nordfjord Plast', companyId: company?.id ?? null, words, ...more } })
/** The other partner's, as its own people would give it. */
const othersTip = (companyId: number) =>
  world.inside('birgit', (ctx) =>
    giveTipAs(
      ctx,
      { partnerId: other.id, linkId: null },
      { company: 'Nordfjord', companyId, words: 'De fyrer', mayName: true, urgent: false, askedBy: '', askedOn: null },
    ),
  )
const latest = async () => (await birgit.call(contract.listTips, { query: {} })).rows[0]?.id ?? 0
const seen = async () => (await uffe.call(showMyPartner)).tips[0]?.reached
const waits = async (who: 'birgit' | 'ali' | 'anne' = 'birgit') =>
  (await world.as(who).call(listWaiting, { query: {} })).rows
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('tip-'))
const visited = (companyId: number, visitedAt: string) =>
  ali.call(reportVisit, { body: { companyId, visitedAt, about: 'Snak', needs: [], topics: [] } })

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from tip; delete from waiting_period; delete from contact_mark; delete from contact_opening; delete from enquiry',
  )
})

describe('how far it is', () => {
  test('follows what happens: read, visited, led to something; the partner sees no day, name or school', async () => {
    const company = await world.company({ name: 'Nordfjord Plast' })
    await tipOn(company)
    const id = await latest()
    expect([await seen(), await waits()]).toEqual(['received', ['tip-new']])
    await birgit.call(contract.askAboutTip, { params: { id }, body: { toId: people.ali.id } })
    expect([await seen(), await waits('ali')]).toEqual(['looking', ['tip-asked']])
    // A visit that nobody made for the tip tells nothing.
    await visited(company.id, '2026-11-23T07:30:00Z')
    expect(await seen()).toBe('looking')
    await ali.call(contract.acceptTip, { params: { id } })
    expect([await seen(), await waits('ali')]).toEqual(['looking', ['tip-mine']])
    world.clock.set('2026-11-25T12:00')
    await visited(company.id, '2026-11-25T09:00:00Z')
    expect(await seen()).toBe('visited')
    await ali.call(makePromise, {
      body: { companyId: company.id, what: 'Pris på FVU', ownerId: people.ali.id, dueOn: '2026-12-01' },
    })
    const page = await uffe.call(showMyPartner)
    expect(page).toEqual({
      centre: 'VEU-center Østkysten',
      mailTo: null,
      mailToNewOn: null,
      partner: { name: '3F i Skive', kind: 'union', place: 'Skive' },
      tips: [
        {
          company: 'Nordfjord Plast',
          town: expect.any(String) as string,
          givenOn: '2026-11-23',
          reached: 'led',
          visited: true,
        },
      ],
      ...{ older: 0, presence: { days: [], told: null }, jointVisits: [] },
    })
    expect(await waits('ali')).toEqual([])
  })
  test('what is ended without a visit is not now, with a hollow knot; why stays with us', async () => {
    await tipOn(await world.company())
    const params = { id: await latest() }
    await birgit.call(contract.endTip, { params, body: { why: 'De har sagt stop' } })
    const { tips } = await uffe.call(showMyPartner)
    expect(tips).toMatchObject([{ reached: 'not-now', visited: false }])
    expect(JSON.stringify(tips)).not.toContain('stop')
    expect(await codeOf(birgit.call(contract.readTip, { params }))).toBe('tip-ended')
  })
  test('who takes over does not set it back', async () => {
    const company = await world.company()
    await tipOn(company)
    const params = { id: await latest() }
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } })
    await ali.call(contract.acceptTip, { params })
    world.clock.set('2026-11-24T12:00')
    await visited(company.id, '2026-11-24T09:00:00Z')
    await ali.call(contract.declineTip, { params, body: { why: 'Syg' } })
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.anne.id } }).catch(() => undefined)
    expect(await seen()).toBe('visited')
  })
})

describe('a company in ro', () => {
  const inPeace = async () => {
    const company = await world.company()
    await birgit.call(giveWait, { params: { companyId: company.id }, body: { reason: 'later', words: 'Efter jul' } })
    await tipOn(company)
    return { company, params: { id: await latest() } }
  }
  test('waits until the wait ends by itself; nobody can be asked before, and the partner cannot tell', async () => {
    const { params } = await inPeace()
    expect(await codeOf(birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } }))).toBe(
      'may-not-contact',
    )
    const read = await birgit.call(contract.readTip, { params })
    expect(read.because).not.toBeNull()
    expect([await waits(), await seen()]).toEqual([[], 'looking'])
    world.clock.set('2027-03-01T09:00')
    expect([await waits(), await seen()]).toEqual([['tip-free'], 'looking'])
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } })
  })
  test('a wait that came while someone was asked holds him back too', async () => {
    const company = await world.company()
    await tipOn(company)
    const params = { id: await latest() }
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } })
    await birgit.call(giveWait, { params: { companyId: company.id }, body: { reason: 'later', words: 'Efter jul' } })
    expect(await codeOf(ali.call(contract.acceptTip, { params }))).toBe('may-not-contact')
  })
  test('that asked itself becomes an enquiry of its own, with who and when; without a name and day it is refused', async () => {
    const company = await world.company()
    await birgit.call(giveWait, { params: { companyId: company.id }, body: { reason: 'later', words: 'Efter jul' } })
    expect(await codeOf(tipOn(company, { askedBy: 'Karen' }))).toBe('wrong-input')
    expect(await codeOf(tipOn(company, { askedBy: 'Karen', askedOn: '2026-11-24' }))).toBe('wrong-input')
    await tipOn(company, { askedBy: 'Karen', askedOn: '2026-11-20' })
    const tip = await birgit.call(contract.registerTip, {
      params: { id: await latest() },
      body: { matter: 'Spørger om FVU' },
    })
    const { rows } = await birgit.call(listEnquiries, { query: {} })
    expect(rows).toMatchObject([
      { id: tip.enquiryId, name: 'Karen', matter: 'Spørger om FVU', way: 'tip', companyId: company.id },
    ])
    expect(await codeOf(birgit.call(contract.registerTip, { params: { id: tip.id }, body: { matter: 'x' } }))).toBe(
      'tip-taken',
    )
  })
  test('two worlds: with ro, protection or neither, giving and looking answer alike to the byte', async () => {
    const told: string[] = []
    for (const kind of ['free', 'ro', 'protected', 'contact', 'told'] as const) {
      await world.sql('delete from tip')
      const company = await world.company({ name: 'Ens Plast', town: 'Skive', isProtected: kind === 'protected' })
      if (kind === 'ro')
        await birgit.call(giveWait, {
          params: { companyId: company.id },
          body: { reason: 'do-not-contact', words: 'Nej' },
        })
      if (kind === 'contact') await anne.call(takeRegularContact, { body: { companyId: company.id } })
      if (kind === 'told') await othersTip(company.id)
      const answers = [
        await tipOn(company),
        await uffe.call(showMyPartner),
        (await uffe.call(findTipped, { query: { q: company.cvr } })).rows.map(({ name, town }) => [name, town]),
      ]
      await birgit.call(contract.readTip, { params: { id: await latest() } })
      told.push(JSON.stringify([...answers, await uffe.call(showMyPartner)]))
    }
    expect(new Set(told).size).toBe(1)
  })
})

describe('the same company twice', () => {
  test('is one matter with two givers; each sees its own, and both how far it is', async () => {
    const company = await world.company()
    await othersTip(company.id)
    await tipOn(company)
    const { rows } = await birgit.call(contract.listTips, { query: {} })
    const [mine, first] = rows
    expect([mine?.joinedTo, first?.joinedTo]).toEqual([first?.id, null])
    expect((await uffe.call(showMyPartner)).tips).toHaveLength(1)
    const params = { id: first?.id ?? 0 }
    expect((await birgit.call(contract.showTip, { params })).joined).toMatchObject([{ id: mine?.id, words }])
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } })
    // Read by nobody yet, whatever becomes of the other.
    expect([await seen(), await waits()]).toEqual(['received', ['tip-joined']])
    await birgit.call(contract.readTip, { params: { id: mine?.id ?? 0 } })
    expect(await seen()).toBe('looking')
  })
  test('given by twelve at once: one stands first, the others are joined to it', async () => {
    const company = await world.company()
    await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? tipOn(company) : othersTip(company.id))))
    const rows = await world.sql<{ n: number; first: boolean }>(
      'select count(*)::int as n, joined_to is null as first from tip group by 2 order by 2',
    )
    expect(rows).toEqual([
      { n: 11, first: false },
      { n: 1, first: true },
    ])
  })
  test('accepted by the one who is asked alone; of two who are asked in turn one goes on', async () => {
    await tipOn(await world.company())
    const params = { id: await latest() }
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } })
    const done = await Promise.all([
      codeOf(ali.call(contract.acceptTip, { params })),
      codeOf(birgit.call(contract.askAboutTip, { params, body: { toId: people.anne.id } })),
    ])
    const tip = await birgit.call(contract.showTip, { params })
    expect(done.filter((code) => code === 'done')).toHaveLength(1)
    expect([tip.owner?.id ?? null, tip.askedWhom?.id ?? null].filter(Boolean)).toHaveLength(1)
  })
})

describe('who sees what', () => {
  test('a union that is not to be named stands with the coordinator alone; another consultant sees no tip', async () => {
    await tipOn(await world.company())
    const params = { id: await latest() }
    expect((await birgit.call(contract.showTip, { params })).partner?.name).toBe('3F i Skive')
    expect(await codeOf(ali.call(contract.showTip, { params }))).toBe('not-found')
    await birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } })
    expect(JSON.stringify(await ali.call(contract.showTip, { params }))).not.toContain('3F')
    expect((await anne.call(contract.listTips, { query: {} })).rows).toEqual([])
  })
  test('a link gives tips and sees its own; it ends with the partner', async () => {
    const third = await birgit.call(addPartner, { body: { ...partnerForm, name: 'HK Salling' } })
    const { url } = await world.inside('birgit', (ctx) => makePartnerLink(ctx, third.id, 'Lone'))
    const params = { token: url.split('/').at(-1) ?? '' }
    await visitor.call(giveTipByLink, { params, body: { company: 'Smeden i Durup', words: 'De mangler folk' } })
    expect((await visitor.call(showPartnerPage, { params })).tips).toMatchObject([
      { company: 'Smeden i Durup', reached: 'received' },
    ])
    expect((await uffe.call(showMyPartner)).tips).toEqual([])
    await birgit.call(endPartner, { params: { id: third.id } })
    expect(await codeOf(visitor.call(showPartnerPage, { params }))).toBe('link-revoked')
  })
  test('a personal number is refused; who comes from no partner gives none', async () => {
    expect(await codeOf(tipOn(null, { words: 'Spørg 311299-1234' }))).toBe('wrong-input')
    await world.sql('delete from partner_member')
    expect([await codeOf(tipOn(null)), (await uffe.call(showMyPartner)).partner]).toEqual(['not-allowed', null])
    await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: people.uffe.id } })
  })
  test('not found in the register it is sent as it was written, and named later; there it joins the open one', async () => {
    const company = await world.company()
    await othersTip(company.id)
    const first = await latest()
    await tipOn(null)
    const tip = await birgit.call(contract.nameTipCompany, {
      params: { id: await latest() },
      body: { companyId: company.id },
    })
    expect(tip.joinedTo).toBe(first)
    expect((await uffe.call(showMyPartner)).tips).toMatchObject([{ company: 'Nordfjord Plast', reached: 'received' }])
  })
})

test('the regular contact is asked first, and is not held back by having the company', async () => {
  const company = await world.company()
  await anne.call(takeRegularContact, { body: { companyId: company.id } })
  await tipOn(company)
  const params = { id: await latest() }
  const tip = await birgit.call(contract.readTip, { params })
  expect([tip.proposed[0]?.id, tip.because, await waits()]).toEqual([people.anne.id, null, ['tip-free']])
  expect(await codeOf(birgit.call(contract.askAboutTip, { params, body: { toId: people.ali.id } }))).toBe(
    'may-not-contact',
  )
  await birgit.call(contract.askAboutTip, { params, body: { toId: people.anne.id } })
})

test('who leaves gives the tip back to the coordinators', async () => {
  await tipOn(await world.company())
  const params = { id: await latest() }
  const { id, personId } = await world.inside('birgit', (ctx) =>
    addMember(ctx, {
      name: 'Nye Nina',
      email: 'nina@vucsundet.example',
      role: 'consultant',
      schoolId: people.ali.schoolId,
      phone: '',
      passwordHash: null,
    }),
  )
  await birgit.call(contract.askAboutTip, { params, body: { toId: personId } })
  await birgit.call(endMembership, { params: { id } })
  expect((await birgit.call(contract.showTip, { params })).askedWhom).toBeNull()
  expect(await waits()).toEqual(['tip-free'])
})
