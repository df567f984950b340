import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { showBooking } from '../bookings/bookings.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { listCompanies } from '../companies/companies.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { previewCase } from '../company-page/company-page.schema.ts'
import { listPromiseOwners, showPromise } from '../promises/promises.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { showReportForm } from '../visits/drafts.schema.ts'
import { lapseContacts } from './lapsing.ts'
import {
  acceptRegularContact,
  claimRegularContact,
  decideClaim,
  declineRegularContact,
  offerRegularContact,
  withdrawClaim,
  withdrawRegularContact,
} from './regular-contacts.schema.ts'
import {
  agreeFollowUp,
  changeDeputy,
  doFollowUp,
  endRegularContact,
  listRegularContacts,
  showCompanyContact,
  takeRegularContact,
  undoFollowUp,
} from './regular-contacts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const { booked, promised, takePlace } = openThings(world)

beforeEach(() => world.clock.set('2026-11-23T09:00'))

const company = (name = 'Bageri Lund ApS') => world.company({ name, email: 'lund@bagerilund.example' })
const takenBy = async (who: typeof anne, companyId: number, followUp?: { what: string; dueOn: string }) =>
  who.call(takeRegularContact, { body: { companyId, followUp: followUp ?? null } })
const marks = (cvr: string) =>
  world.sql<{ personId: number }>(
    `select person_id as "personId" from contact_mark where kind = 'regular-contact' and cvr = $1`,
    [cvr],
  )
const waiting = async (who: typeof anne, kind: string, companyName: string) =>
  (await who.call(listWaiting, { query: {} })).rows.filter(
    (row) => row.kind === kind && row.values['company'] === companyName,
  )
const mailsTo = async (to: string) =>
  (await birgit.call(listMails, { query: { limit: 200 } })).rows.filter((mail) => mail.to === to)
const race = async (acts: (() => Promise<unknown>)[]) => {
  const tries = await Promise.allSettled(acts.map((act) => act()))
  return {
    won: tries.filter(({ status }) => status === 'fulfilled').length,
    codes: tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : [])),
  }
}

describe('who has a company', () => {
  test('says so, all see it, and it is marked for whoever would call', async () => {
    const { id, cvr } = await company()
    expect((await pia.call(showCompanyContact, { params: { companyId: id } })).can).toEqual({
      take: true,
      propose: true,
    })
    expect(await takenBy(anne, id)).toMatchObject({ person: { name: 'Anne Bruun' }, left: false, whole: true })
    expect(await pia.call(showCompanyContact, { params: { companyId: id } })).toMatchObject({
      contact: { person: { name: 'Anne Bruun' }, can: { handOver: false, claim: true } },
      can: { take: false, propose: false },
    })
    expect(await marks(cvr)).toEqual([{ personId: people.anne.id }])
    await expect(takenBy(ali, id)).rejects.toMatchObject({
      code: 'contact-taken',
      problem: { title: expect.stringContaining('Anne Bruun') as string },
    })
    // Saying it twice is saying it.
    expect(await takenBy(anne, id)).toMatchObject({ person: { name: 'Anne Bruun' } })
    for (const who of ['soren', 'uffe', 'carl', 'mette'] as const)
      await expect(world.as(who).call(showCompanyContact, { params: { companyId: id } })).rejects.toMatchObject({
        status: 403,
      })
  })

  test('of twenty who take it at once one has it, and there is one mark', async () => {
    const { id, cvr } = await company()
    const who = [anne, ali, pia, birgit, world.as('bodil')]
    const { won, codes } = await race(who.flatMap((one) => [1, 2, 3, 4].map(() => () => takenBy(one, id))))
    const [{ personId } = { personId: 0 }] = await marks(cvr)
    expect(await marks(cvr)).toHaveLength(1)
    // Whoever has it says so four times, and is right each time.
    expect([won, new Set(codes)]).toEqual([4, new Set(['contact-taken'])])
    expect(personId).toBeGreaterThan(0)
  })

  test('another centre has its own', async () => {
    const { id } = await company()
    await takenBy(anne, id)
    const other = await world.otherCentre()
    expect((await world.as('birgit', other).call(showCompanyContact, { params: { companyId: id } })).contact).toBeNull()
  })

  test('is given up with a reason; then nobody has it, and it may be called as others', async () => {
    const { id, cvr } = await company()
    const contact = await takenBy(anne, id, { what: 'Ring igen', dueOn: '2026-12-07' })
    await expect(pia.call(endRegularContact, { params: { id: contact.id }, body: { why: 'x' } })).rejects.toMatchObject(
      { code: 'not-allowed' },
    )
    expect(
      await anne.call(endRegularContact, { params: { id: contact.id }, body: { why: 'De har lukket linjen' } }),
    ).toMatchObject({ contact: null, before: [{ person: 'Anne Bruun', how: 'given-up', why: 'De har lukket linjen' }] })
    expect(await marks(cvr)).toEqual([])
    world.clock.set('2026-12-08T09:00')
    expect(await waiting(anne, 'follow-up-overdue', 'Bageri Lund ApS')).toEqual([])
  })

  test('has a deputy of the own school; another school’s only a coordinator names', async () => {
    const { id } = await company()
    const contact = await takenBy(anne, id)
    const set = (who: typeof anne, deputyId: number | null) =>
      who.call(changeDeputy, { params: { id: contact.id }, body: { deputyId } })
    expect(await set(anne, people.torben.id)).toMatchObject({ deputy: { name: 'Torben Friis' } })
    await expect(set(anne, people.ali.id)).rejects.toMatchObject({
      problem: { errors: [{ pointer: '/body/deputyId', code: 'other-school' }] },
    })
    expect(await set(birgit, people.ali.id)).toMatchObject({ deputy: { name: 'Ali Demir' } })
    await expect(set(pia, null)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(set(anne, people.soren.id)).rejects.toMatchObject({ status: 422 })
    expect(await set(anne, null)).toMatchObject({ deputy: null })
  })

  test('lists own companies; everyone’s are the coordinator’s, and a file says who has what', async () => {
    const { id } = await company('Nordkaj Spedition')
    await takenBy(pia, id)
    expect((await pia.call(listRegularContacts, { query: { text: 'nordkaj' } })).rows).toMatchObject([
      { company: 'Nordkaj Spedition' },
    ])
    expect((await anne.call(listRegularContacts, { query: { text: 'nordkaj' } })).rows).toEqual([])
    await expect(anne.call(listRegularContacts, { query: { whose: 'all' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const first = await birgit.call(listRegularContacts, { query: { whose: 'all', limit: 1 } })
    const next = await birgit.call(listRegularContacts, {
      query: { whose: 'all', limit: 1, cursor: first.next ?? '' },
    })
    expect(next.rows[0]?.id).not.toBe(first.rows[0]?.id)
    expect(await (await birgit.fetch('/api/regular-contacts.csv?whose=all')).text()).toContain('Nordkaj Spedition')
  })
})

describe('what was agreed to follow', () => {
  test('waits for who has the company until it is done; a coordinator sees what is late', async () => {
    const { id } = await company('Klint')
    await takenBy(anne, id, { what: 'Ring igen om to uger', dueOn: '2026-12-07' })
    expect(await waiting(anne, 'follow-up-due', 'Klint')).toEqual([])
    world.clock.set('2026-12-02T09:00')
    expect(await waiting(anne, 'follow-up-due', 'Klint')).toMatchObject([{ when: 'week', href: `/virksomheder/${id}` }])
    expect(await waiting(birgit, 'follow-up-due', 'Klint')).toEqual([])
    world.clock.set('2026-12-08T09:00')
    expect(await waiting(birgit, 'follow-up-overdue', 'Klint')).toMatchObject([{ when: 'over' }])
    const contact = (await anne.call(showCompanyContact, { params: { companyId: id } })).contact
    const done = { params: { id: contact?.followUp?.id ?? 0 } }
    expect(contact?.followUp).toMatchObject({ daysLate: 1, can: { do: true } })
    await expect(pia.call(doFollowUp, { ...done, body: {} })).rejects.toMatchObject({ code: 'not-allowed' })
    const next = { what: 'Kom på besøg', dueOn: '2027-01-11' }
    expect(await anne.call(doFollowUp, { ...done, body: { next } })).toMatchObject({ followUp: next })
    await expect(anne.call(doFollowUp, { ...done, body: {} })).rejects.toMatchObject({ code: 'follow-up-over' })
    expect(await waiting(anne, 'follow-up-overdue', 'Klint')).toEqual([])
  })

  test('done by mistake is open again, unless something else was agreed meanwhile; another replaces it', async () => {
    const { id } = await company()
    const contact = await takenBy(anne, id, { what: 'Ring', dueOn: '2026-12-01' })
    const done = { params: { id: contact.followUp?.id ?? 0 } }
    expect(await anne.call(doFollowUp, { ...done, body: {} })).toMatchObject({ followUp: null })
    expect(await anne.call(undoFollowUp, done)).toMatchObject({ followUp: { what: 'Ring' } })
    const body = { what: 'Besøg', dueOn: '2026-12-03' }
    expect(await anne.call(agreeFollowUp, { params: { id: contact.id }, body })).toMatchObject({ followUp: body })
    await expect(anne.call(undoFollowUp, done)).rejects.toMatchObject({ code: 'follow-up-over' })
    await expect(
      anne.call(agreeFollowUp, { params: { id: contact.id }, body: { what: '010190-1234', dueOn: '2026-12-01' } }),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'personal-number' }] } })
  })
})

describe('handing a company over', () => {
  test('who has it does until the answer is yes; then promise and meeting go along, and the company is told', async () => {
    const { id, cvr } = await company('Hvedemarken')
    const contact = await takenBy(anne, id, { what: 'Ring', dueOn: '2026-12-01' })
    const promiseId = await promised(id)
    const [meetingId, other] = [await booked(id), await promised(id, 'Bliver hos Anne')]
    const before = await birgit.call(showBooking, { params: { id: meetingId } })
    const shown = await anne.call(showCompanyContact, { params: { companyId: id } })
    expect(shown.open.map(({ kind }) => kind)).toEqual(['promise', 'promise', 'meeting'])
    const along = [
      { kind: 'promise', sourceId: promiseId },
      { kind: 'meeting', sourceId: meetingId },
      // Not Anne's: it does not go along.
      { kind: 'promise', sourceId: 99_999 },
    ]
    const asked = await anne.call(offerRegularContact, {
      body: { companyId: id, toId: people.ali.id, note: 'De vil helst ringes op om morgenen', along },
    })
    expect(asked).toMatchObject({
      contact: { person: { name: 'Anne Bruun' } },
      offer: { to: { name: 'Ali Demir' }, can: { answer: false, withdraw: true } },
    })
    expect(asked.offer?.along.map(({ kind }) => kind)).toEqual(['promise', 'meeting'])
    await expect(
      anne.call(offerRegularContact, { body: { companyId: id, toId: people.pia.id } }),
    ).rejects.toMatchObject({ code: 'contact-asked' })
    expect(await waiting(ali, 'contact-offer', 'Hvedemarken')).toMatchObject([{ when: 'today' }])
    expect((await mailsTo(people.ali.email))[0]).toMatchObject({
      subject: 'Vil du være fast kontakt for Hvedemarken?',
    })
    const answer = { params: { id: asked.offer?.id ?? 0 } }
    await expect(pia.call(acceptRegularContact, { ...answer, body: {} })).rejects.toMatchObject({ status: 404 })
    expect(await ali.call(acceptRegularContact, { ...answer, body: {} })).toMatchObject({
      contact: { person: { name: 'Ali Demir' }, followUp: { what: 'Ring' } },
      offer: null,
      before: [{ person: 'Anne Bruun', how: 'handed-over' }],
    })
    expect(contact.id).toBeGreaterThan(0)
    expect(await marks(cvr)).toEqual([{ personId: people.ali.id }])
    expect((await ali.call(showPromise, { params: { id: promiseId } })).owner.name).toBe('Ali Demir')
    expect((await ali.call(showPromise, { params: { id: other } })).owner.name).toBe('Anne Bruun')
    const after = await birgit.call(showBooking, { params: { id: meetingId } })
    expect(after).toMatchObject({ consultant: 'Ali Demir', startsAt: before.startsAt })
    expect(after.sequence).toBe(before.sequence + 1)
    const told = await mailsTo('lund@bagerilund.example')
    expect(told.map(({ subject }) => subject)).toContain('Fra nu af er det Ali Demir')
    await expect(ali.call(acceptRegularContact, { ...answer, body: {} })).rejects.toMatchObject({
      code: 'contact-answered',
    })
    expect(await waiting(ali, 'contact-offer', 'Hvedemarken')).toEqual([])
  })

  test('a meeting that does not suit can be left out; one that collides stops the yes, and nothing has moved', async () => {
    const [{ id }, { id: elsewhere }] = [await company(), await company('Andet')]
    await takenBy(anne, id)
    const meetingId = await booked(id)
    const { startsAt } = await birgit.call(showBooking, { params: { id: meetingId } })
    // Ali is somewhere else at that very time.
    const theirs = await booked(elsewhere, people.ali.id)
    await world.sql('delete from busy where person_id = $1 and source_id <> $2', [people.ali.id, theirs])
    await world.sql(
      "update busy b set during = tstzrange($1::timestamptz, $1::timestamptz + interval '1 hour') where kind = 'booking' and source_id = $2",
      [startsAt, theirs],
    )
    const along = [{ kind: 'meeting', sourceId: meetingId }]
    const { offer } = await anne.call(offerRegularContact, { body: { companyId: id, toId: people.ali.id, along } })
    const answer = { params: { id: offer?.id ?? 0 } }
    await expect(ali.call(acceptRegularContact, { ...answer, body: {} })).rejects.toMatchObject({ code: 'slot-taken' })
    expect((await pia.call(showCompanyContact, { params: { companyId: id } })).contact?.person.name).toBe('Anne Bruun')
    expect(await ali.call(acceptRegularContact, { ...answer, body: { without: along } })).toMatchObject({
      contact: { person: { name: 'Ali Demir' } },
    })
    expect((await birgit.call(showBooking, { params: { id: meetingId } })).consultant).toBe('Anne Bruun')
  })

  test('declined or taken back, it stays; a company that said stop, or a member’s address, gets no mail', async () => {
    const { id } = await world.company({ name: 'Stille A/S', email: 'stille@stille.example' })
    await takenBy(anne, id)
    const ask = (toId: number) => anne.call(offerRegularContact, { body: { companyId: id, toId } })
    const first = await ask(people.ali.id)
    const declined = { params: { id: first.offer?.id ?? 0 }, body: { why: 'Jeg er på orlov' } }
    expect(await ali.call(declineRegularContact, declined)).toMatchObject({
      contact: { person: { name: 'Anne Bruun' } },
      offer: null,
    })
    const second = await ask(people.pia.id)
    const back = { params: { id: second.offer?.id ?? 0 } }
    await expect(ali.call(withdrawRegularContact, back)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await anne.call(withdrawRegularContact, back)).toMatchObject({ offer: null })
    await expect(pia.call(acceptRegularContact, { ...back, body: {} })).rejects.toMatchObject({
      code: 'contact-answered',
    })
    await birgit.call(giveWait, { params: { companyId: id }, body: { reason: 'do-not-contact', words: 'Lad os være' } })
    const third = await ask(people.ali.id)
    await ali.call(acceptRegularContact, { params: { id: third.offer?.id ?? 0 }, body: {} })
    expect(await mailsTo('stille@stille.example')).toEqual([])
  })

  test('where nobody has it anyone proposes; who is asked says yes himself', async () => {
    const { id } = await company()
    const { offer } = await pia.call(offerRegularContact, {
      body: { companyId: id, toId: people.anne.id, followUp: { what: 'Besøg i januar', dueOn: '2027-01-11' } },
    })
    expect((await pia.call(showCompanyContact, { params: { companyId: id } })).contact).toBeNull()
    expect(await anne.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} })).toMatchObject({
      contact: { person: { name: 'Anne Bruun' }, followUp: { what: 'Besøg i januar', dueOn: '2027-01-11' } },
    })
  })

  test('accepted and ended at the same moment: never two contacts, nor a mark without one', async () => {
    for (let round = 0; round < 6; round++) {
      const { id, cvr } = await company()
      const contact = await takenBy(anne, id)
      const { offer } = await anne.call(offerRegularContact, { body: { companyId: id, toId: people.ali.id } })
      const { codes } = await race([
        () => ali.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} }),
        () => birgit.call(endRegularContact, { params: { id: contact.id }, body: { why: 'Lukket' } }),
        () => takenBy(pia, id),
      ])
      for (const code of codes) expect(['contact-answered', 'contact-taken', 'not-found']).toContain(code)
      const now = (await birgit.call(showCompanyContact, { params: { companyId: id } })).contact
      expect(await marks(cvr)).toEqual(now ? [{ personId: now.person.id }] : [])
    }
  })
})

describe('two say that they have it', () => {
  test('a coordinator decides, both see it, both are told', async () => {
    const { id, cvr } = await company('To om en')
    await expect(
      pia.call(claimRegularContact, { body: { companyId: id, why: 'Vi har deres elever' } }),
    ).rejects.toMatchObject({ code: 'contact-free' })
    await takenBy(anne, id)
    const body = { companyId: id, why: 'Vi har haft deres elever i ti år' }
    const claimed = await pia.call(claimRegularContact, { body })
    const claim = claimed.contact?.claims[0]
    expect(claim).toMatchObject({ person: { name: 'Pia Toft' }, can: { decide: false, withdraw: true } })
    await expect(pia.call(claimRegularContact, { body })).rejects.toMatchObject({ code: 'contact-asked' })
    expect(await waiting(birgit, 'contact-claim', 'To om en')).toHaveLength(1)
    expect(await waiting(anne, 'contact-claimed', 'To om en')).toHaveLength(1)
    const params = { id: claim?.id ?? 0 }
    await expect(anne.call(decideClaim, { params, body: { give: false, why: '' } })).rejects.toMatchObject({
      status: 403,
    })
    expect(await birgit.call(decideClaim, { params, body: { give: true, why: 'Pia kender dem' } })).toMatchObject({
      contact: { person: { name: 'Pia Toft' }, claims: [] },
      before: [{ person: 'Anne Bruun', how: 'given-to-another' }],
    })
    expect(await marks(cvr)).toEqual([{ personId: people.pia.id }])
    for (const to of [people.pia.email, people.anne.email])
      expect((await mailsTo(to)).map(({ subject }) => subject)).toContain('Hvem har To om en?')
    await expect(birgit.call(decideClaim, { params, body: { give: false, why: '' } })).rejects.toMatchObject({
      code: 'contact-answered',
    })
  })

  test('taken back or refused, it stays where it was', async () => {
    const { id } = await company()
    await takenBy(anne, id)
    const claim = async (who: typeof anne) =>
      (await who.call(claimRegularContact, { body: { companyId: id, why: 'Min' } })).contact?.claims.at(-1)?.id ?? 0
    const first = await claim(pia)
    await expect(ali.call(withdrawClaim, { params: { id: first } })).rejects.toMatchObject({ status: 404 })
    await pia.call(withdrawClaim, { params: { id: first } })
    const second = await claim(ali)
    expect(
      await birgit.call(decideClaim, { params: { id: second }, body: { give: false, why: 'Anne har dem' } }),
    ).toMatchObject({ contact: { person: { name: 'Anne Bruun' }, claims: [] } })
  })
})

describe('a year without contact', () => {
  test('warns at ten months, ends at twelve; a talk meanwhile begins it anew', async () => {
    const [quiet, spoken] = [await company('Tavs'), await company('Talt med')]
    for (const { id } of [quiet, spoken]) await takenBy(anne, id)
    world.clock.set('2027-09-23T09:00')
    const called =
      "insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since) values ($1, 'spoken', 1, $2, $3, $4)"
    await world.sql(called, [world.centreId, spoken.id, spoken.cvr, '2027-09-01T09:00Z'])
    expect(await waiting(anne, 'contact-lapses', 'Tavs')).toHaveLength(1)
    expect(await waiting(anne, 'contact-lapses', 'Talt med')).toEqual([])
    world.clock.set('2027-11-22T09:00')
    await world.inside('birgit', (ctx) => lapseContacts.run(ctx))
    expect(await marks(quiet.cvr)).toHaveLength(1)
    world.clock.set('2027-11-23T09:00')
    await world.inside('birgit', (ctx) => lapseContacts.run(ctx))
    expect(await marks(quiet.cvr)).toEqual([])
    expect(await marks(spoken.cvr)).toHaveLength(1)
    expect(await birgit.call(showCompanyContact, { params: { companyId: quiet.id } })).toMatchObject({
      contact: null,
      before: [{ how: 'lapsed' }],
    })
  })
})

describe('a company that ends', () => {
  test('its contact has the one in its place, unless someone has that', async () => {
    const [old, next, other, had] = [await company(), await company(), await company(), await company()]
    await takenBy(anne, old.id)
    expect(await takePlace([old.id], next.id)).toEqual({ 'regular-contact': 1 })
    expect((await pia.call(showCompanyContact, { params: { companyId: next.id } })).contact?.person.name).toBe(
      'Anne Bruun',
    )
    expect([await marks(old.cvr), await marks(next.cvr)]).toEqual([[], [{ personId: people.anne.id }]])
    await takenBy(anne, other.id)
    await takenBy(pia, had.id)
    await takePlace([other.id], had.id)
    expect((await anne.call(showCompanyContact, { params: { companyId: had.id } })).contact?.person.name).toBe(
      'Pia Toft',
    )
    expect(await marks(other.cvr)).toEqual([])
  })
})

describe('is seen and said elsewhere', () => {
  const report = (companyId: number, followUp: { what: string; dueOn: string } | null) => ({
    ...{ companyId, visitedAt: '2026-11-20T09:00:00Z', about: 'De mangler folk', regularContact: { followUp } },
  })
  test('with the report: asked, and only who says so has it; where another has it a coordinator decides', async () => {
    const { id } = await company()
    await pia.call(reportVisit, { body: { ...report(id, null), regularContact: null } })
    expect((await pia.call(showReportForm, { query: { companyId: id } })).regularContact).toBeNull()
    const followUp = { what: 'Ring igen om to uger', dueOn: '2026-12-07' }
    await anne.call(reportVisit, { body: report(id, followUp) })
    const seen = () => pia.call(showCompanyContact, { params: { companyId: id } })
    expect((await seen()).contact).toMatchObject({ person: { name: 'Anne Bruun' }, followUp })
    expect((await pia.call(showReportForm, { query: { companyId: id } })).regularContact?.name).toBe('Anne Bruun')
    for (const _ of [1, 2]) await pia.call(reportVisit, { body: report(id, null) })
    expect((await seen()).contact).toMatchObject({
      person: { name: 'Anne Bruun' },
      claims: [{ person: { name: 'Pia Toft' } }],
    })
  })

  test('on the company’s own page and in the list of companies', async () => {
    const { id } = await world.company({ name: 'Kun i listen' })
    const listed = async (who: typeof anne, contact: 'mine' | 'none' | 'left') =>
      (await who.call(listCompanies, { query: { q: 'Kun i listen', contact } })).rows.map((row) => row.contact)
    expect(await listed(anne, 'none')).toEqual([null])
    await takenBy(anne, id)
    expect([await listed(anne, 'mine'), await listed(pia, 'mine'), await listed(anne, 'none')]).toEqual([
      ['Anne Bruun'],
      [],
      [],
    ])
    expect((await birgit.call(previewCase, { params: { id } })).contact).toMatchObject({
      name: 'Anne Bruun',
      regular: true,
    })
    expect((await birgit.call(showCompany, { params: { id } })).blocks).toMatchObject([{ reason: 'running' }])
  })

  test('whoever hands something over is offered who has the company, then who sits at the same school', async () => {
    const { id } = await company()
    await takenBy(pia, id)
    const { proposed } = await anne.call(listPromiseOwners, { query: { companyId: id } })
    expect(proposed).toEqual([
      { id: people.pia.id, why: ['regular-contact'] },
      { id: people.torben.id, why: ['same-school'] },
    ])
  })
})

// Last: whoever leaves is signed out for good.
describe('who leaves', () => {
  test('has none any more: the coordinators find another, who says yes; meanwhile nobody calls', async () => {
    const [{ id, cvr }, asked] = [await company('Forladt'), await company('Spurgt')]
    await takenBy(ali, id, { what: 'Ring', dueOn: '2026-11-30' })
    const promiseId = await promised(id)
    await anne.call(offerRegularContact, { body: { companyId: asked.id, toId: people.ali.id } })
    await birgit.call(endMembership, { params: { id: people.ali.memberId } })
    expect(await waiting(birgit, 'contact-orphan', 'Forladt')).toMatchObject([{ href: `/virksomheder/${id}` }])
    expect(await marks(cvr)).toEqual([{ personId: null }])
    const shown = await birgit.call(showCompanyContact, { params: { companyId: id } })
    expect(shown).toMatchObject({ contact: { left: true }, can: { take: true, propose: true } })
    expect((await birgit.call(showCompanyContact, { params: { companyId: asked.id } })).offer).toBeNull()
    expect((await birgit.call(listRegularContacts, { query: { whose: 'left' } })).rows).toContainEqual(
      expect.objectContaining({ company: 'Forladt' }),
    )
    // A deadline of who has left is the coordinators'.
    expect(await waiting(birgit, 'follow-up-due', 'Forladt')).toHaveLength(1)
    const { offer } = await birgit.call(offerRegularContact, { body: { companyId: id, toId: people.pia.id } })
    expect(await waiting(birgit, 'contact-orphan', 'Forladt')).toHaveLength(1)
    await pia.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} })
    expect(await waiting(birgit, 'contact-orphan', 'Forladt')).toEqual([])
    expect(await marks(cvr)).toEqual([{ personId: people.pia.id }])
    expect(promiseId).toBeGreaterThan(0)
  })
})
