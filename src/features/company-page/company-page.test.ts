import { afterAll, beforeEach, expect, test } from 'vitest'
import { linkFor } from '#testing/company-link'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { sayCapacity } from '../capacity/capacity.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { renewLinks } from '../links/renewing.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import {
  cancelCaseMeeting,
  confirmMeeting,
  listCaseSlots,
  moveCaseMeeting,
  previewCase,
  showCase,
  stopContact,
} from './company-page.schema.ts'
import { listMails, openMailLink, showMail } from '../mails/mails.schema.ts'
import { listCompanyLinks, revokeCompanyLink, sendCompanyLink } from '../links/links.schema.ts'
import { acceptHandover, keepPromise, makePromise, offerHandover } from '../promises/promises.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, visitor } = world
const { met } = openThings(world)
const [anne, ali, birgit] = [world.as('anne'), world.as('ali'), world.as('birgit')]

const linkTo = async (companyId: number) => {
  const { id, url, token } = await linkFor(world, companyId)
  return { id, params: { token }, url }
}
const withMeeting = async (name: string) => {
  const company = await world.company({ name, municipality: 615 })
  const { rows } = await anne.call(listFreeSlots, {
    query: { companyId: company.id, personId: people.anne.id, days: 10, every: 'true' },
  })
  const startsAt = rows.at(-1)?.startsAt ?? ''
  const booking = await anne.call(bookMeeting, {
    body: {
      companyId: company.id,
      personId: people.anne.id,
      startsAt,
      contactName: 'Karen',
      contactEmail: 'karen@lund.example',
      note: 'Karen virker presset, mester må ikke vide det',
    },
  })
  return { company, booking, slots: rows, link: await linkTo(company.id) }
}
const promised = (companyId: number, what: string, dueOn = '2026-12-01', ownerId = people.anne.id) =>
  anne.call(makePromise, { body: { companyId, what, dueOn, ownerId } })

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from promise_handover; delete from promise; delete from link; delete from visit_need; delete from visit_topic; delete from visit; delete from booking_visitor; delete from booking; delete from busy; delete from waiting_period; delete from contact_mark; delete from absence; delete from capacity_limit; delete from capacity_said; update membership set left_at = null',
  )
})

test('the link is 32 random bytes, and only its hash is kept', async () => {
  const company = await world.company()
  const { url, params } = await linkTo(company.id)
  expect(url).toMatch(new RegExp(`/jeres-forloeb/${world.centreId}-[\\w-]{43}$`))
  expect(await world.sql('select hash from link')).toEqual([
    { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ])
  const everything = JSON.stringify(
    await world.sql('select to_jsonb(l) as l, (select jsonb_agg(e) from event e) as e from link l'),
  )
  expect(everything).not.toContain(params.token.split('-').slice(1).join('-'))
})

test('the company sees what happens, who comes and when, what is done and whom to call; none of our notes', async () => {
  const { company, booking, link } = await withMeeting('Bageri Lund ApS')
  await promised(company.id, 'I får en pris på truckkursus')
  const kept = await promised(company.id, 'I får et telefonnummer på en tolk')
  await anne.call(keepPromise, { params: { id: kept.id } })
  await anne.call(reportVisit, {
    body: {
      companyId: company.id,
      visitedAt: '2026-11-20T09:00:00+01:00',
      about: 'Mester drikker måske',
      needs: [{ words: 'Læse sedler', education: 'obu', soon: true }],
      topics: [],
    },
  })
  const seen = await visitor.call(showCase, link)
  expect(seen).toEqual({
    asked: [],
    centre: 'VEU-center Østkysten',
    company: 'Bageri Lund ApS',
    groups: [],
    meetings: [
      {
        id: booking.id,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        form: 'visit',
        place: booking.place,
        who: 'Anne Bruun',
        school: 'Østkystens Tekniske Skole',
        confirmed: false,
        sequence: 0,
        can: { answer: true },
      },
    ],
    links: [
      expect.objectContaining({ whose: 'this' }) as object,
      expect.objectContaining({ whose: 'company' }) as object,
    ],
    messages: [],
    newTimes: [],
    promised: [
      {
        id: expect.any(Number) as number,
        what: 'I får en pris på truckkursus',
        dueOn: '2026-12-01',
        late: false,
        who: 'Anne Bruun',
        school: 'Østkystens Tekniske Skole',
      },
    ],
    theirs: [],
    done: [
      { kind: 'promise', id: kept.id, on: '2026-11-23', what: 'I får et telefonnummer på en tolk', who: 'Anne Bruun' },
      { kind: 'visit', id: expect.any(Number) as number, on: '2026-11-20', what: '', who: 'Anne Bruun' },
    ],
    contact: {
      name: 'Anne Bruun',
      school: 'Østkystens Tekniske Skole',
      phone: '70 00 10 00',
      email: people.anne.email,
      regular: false,
    },
    apart: false,
    stopped: false,
  })
  expect(JSON.stringify(seen)).not.toMatch(/presset|drikker|sedler|obu/)
})

test('a meeting whose time is over stands there until it is reported or nobody was met; who came is the contact', async () => {
  const company = await world.company({ name: 'Bageri Lund ApS' })
  const id = await met(company, people.ali.id)
  const link = await linkTo(company.id)
  const seen = await visitor.call(showCase, link)
  expect(seen.meetings).toEqual([])
  expect(seen.done).toEqual([{ kind: 'meeting', id, on: '2026-11-20', what: '', who: people.ali.name }])
  expect(seen.contact).toMatchObject({ name: people.ali.name })
  await ali.call(reportVisit, { body: { bookingId: id, about: 'Snak', needs: [], topics: [] } })
  expect((await visitor.call(showCase, link)).done).toMatchObject([{ kind: 'visit' }])
  const other = await world.company()
  await world.sql("update booking set not_met_at = '2026-11-20T10:00Z' where id = $1", [
    await met(other, people.ali.id),
  ])
  expect((await visitor.call(showCase, await linkTo(other.id))).done).toEqual([])
})

test('a head office whose workplaces answer for themselves is not told that nothing is agreed with them', async () => {
  const legal = await world.company({ employees: 300 })
  const place = await world.company({ kind: 'workplace', cvr: legal.cvr, employees: 300 })
  await promised(place.id, 'I får en pris')
  const apart = async (id: number) => (await anne.call(previewCase, { params: { id } })).apart
  expect([await apart(legal.id), await apart(place.id)]).toEqual([false, false])
  expect(await anne.call(previewCase, { params: { id: legal.id } })).toMatchObject({ promised: [{}] })
  await world.sql(
    "insert into leadership (centre_id, cvr, shared, decided_by, decided_at, why) values ($1, $2, true, $3, '2026-11-01', '')",
    [world.centreId, legal.cvr, people.birgit.id],
  )
  expect([await apart(legal.id), await apart(place.id)]).toEqual([true, false])
  expect(await anne.call(previewCase, { params: { id: legal.id } })).toMatchObject({ promised: [] })
})

test('a link shows only its own company, and cannot touch another’s meeting', async () => {
  const lund = await withMeeting('Bageri Lund ApS')
  const other = await withMeeting('Nordfjord Plast A/S')
  await promised(other.company.id, 'Hemmeligt forslag')
  const seen = JSON.stringify(await visitor.call(showCase, lund.link))
  expect(seen).not.toMatch(/Nordfjord|Hemmeligt/)
  const meetingId = other.booking.id
  const free = other.slots[0]?.startsAt ?? ''
  for (const act of [
    () => visitor.call(confirmMeeting, { ...lund.link, body: { meetingId } }),
    () => visitor.call(listCaseSlots, { ...lund.link, query: { meetingId } }),
    () => visitor.call(moveCaseMeeting, { ...lund.link, body: { meetingId, startsAt: free } }),
    () => visitor.call(cancelCaseMeeting, { ...lund.link, body: { meetingId, why: '' } }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'not-found', status: 404 })
  expect(await visitor.call(showCase, other.link)).toMatchObject({ meetings: [{ id: meetingId, confirmed: false }] })
})

test('the company says yes, moves and cancels; the consultant is told', async () => {
  const { booking, slots, link } = await withMeeting('Bageri Lund ApS')
  const meetingId = booking.id
  expect(await visitor.call(confirmMeeting, { ...link, body: { meetingId } })).toMatchObject({
    meetings: [{ confirmed: true }],
  })
  await visitor.call(confirmMeeting, { ...link, body: { meetingId } })
  const { rows } = await visitor.call(listCaseSlots, { ...link, query: { meetingId } })
  expect(Object.keys(rows[0] ?? {})).toEqual(['startsAt', 'endsAt'])
  const startsAt = slots[0]?.startsAt ?? ''
  expect(rows.map((slot) => slot.startsAt)).toContain(startsAt)
  expect(await visitor.call(moveCaseMeeting, { ...link, body: { meetingId, startsAt } })).toMatchObject({
    meetings: [{ startsAt }],
  })
  expect(await visitor.call(cancelCaseMeeting, { ...link, body: { meetingId, why: 'Vi har travlt' } })).toMatchObject({
    meetings: [],
  })
  await expect(visitor.call(moveCaseMeeting, { ...link, body: { meetingId, startsAt } })).rejects.toMatchObject({
    code: 'booking-cancelled',
  })
  expect(
    await world.sql(
      "select verb, source from event where subject = 'booking' and subject_id = $1 and source = 'link' order by id",
      [meetingId],
    ),
  ).toEqual(['confirmed', 'moved', 'cancelled'].map((verb) => ({ verb, source: 'link' })))
})

test('the company makes its visit an online meeting, at its own hour too; both sides are told, and what was changed meanwhile is not overwritten', async () => {
  const { booking, link } = await withMeeting('Bageri Lund ApS')
  const [meetingId, { startsAt }] = [booking.id, booking]
  const { rows, why } = await visitor.call(listCaseSlots, { ...link, query: { meetingId, form: 'online' } })
  expect([why, rows.some((slot) => slot.startsAt === startsAt)]).toEqual([null, true])
  const become = (form: 'online' | 'phone' | 'visit', sequence: number) =>
    visitor.call(moveCaseMeeting, { ...link, body: { meetingId, startsAt, form, sequence } })
  const both = await Promise.allSettled([become('online', 0), become('phone', 0)])
  const lost = both.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as { code: string; problem: object }] : [],
  )
  expect(lost).toMatchObject([{ code: 'changed-meanwhile' }])
  expect(lost[0]?.problem).not.toHaveProperty('theirs')
  const [now] = (await visitor.call(showCase, link)).meetings
  expect(now).toMatchObject({ startsAt, sequence: 1 })
  const form = now?.form === 'online' ? 'phone' : 'online'
  expect((await become(form, 1)).meetings).toMatchObject([{ form, place: '', confirmed: false, sequence: 2 }])
  expect((await become('visit', 2)).meetings).toMatchObject([{ form: 'visit', place: booking.place }])
  const told = await world.sql<{ recipient: string }>(
    "select recipient from outbox where subject like 'Ændret til%' or subject like 'Nu %' order by id desc limit 6",
  )
  expect(new Set(told.map(({ recipient }) => recipient))).toEqual(new Set(['karen@lund.example', people.anne.email]))
})

test('why a meeting cannot be of a kind is said: whoever comes holds none, no number to call, or no time', async () => {
  const { booking, link } = await withMeeting('Bageri Lund ApS')
  const slots = (form: 'online' | 'phone') =>
    visitor.call(listCaseSlots, { ...link, query: { meetingId: booking.id, form } })
  const say = (limits: object) =>
    birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings: 9, limits } })
  await say({ online: 0 })
  expect(await slots('online')).toEqual({ rows: [], why: 'not-offered', weeks: 3 })
  const move = (form: 'online' | 'phone') =>
    visitor.call(moveCaseMeeting, { ...link, body: { meetingId: booking.id, startsAt: booking.startsAt, form } })
  await expect(move('online')).rejects.toMatchObject({ code: 'slot-taken' })
  await say({})
  await world.sql('update booking set contact_phone = null where id = $1', [booking.id])
  // The company's own number will do.
  expect(await slots('phone')).toMatchObject({ why: null })
  const [{ phone } = { phone: null }] = await world.sql<{ phone: string | null }>(
    'select phone from company where id = $1',
    [booking.companyId],
  )
  await world.sql('update company set phone = null where id = $1', [booking.companyId])
  expect(await slots('phone')).toMatchObject({ why: 'no-number' })
  await expect(move('phone')).rejects.toMatchObject({ code: 'meeting-kind' })
  await world.sql('update company set phone = $2 where id = $1', [booking.companyId, phone])
  await world.sql(
    "insert into absence (centre_id, person_id, starts_at, ends_at) values ($1, $2, '2026-11-22T23:00Z', '2026-12-20T23:00Z')",
    [world.centreId, people.anne.id],
  )
  expect(await slots('online')).toMatchObject({ why: 'no-times' })
})

test('a time that is gone cannot be moved to, and nothing is said of who else is free', async () => {
  const lund = await withMeeting('Bageri Lund ApS')
  const other = await withMeeting('Nordfjord Plast A/S')
  const taken = visitor.call(moveCaseMeeting, {
    ...other.link,
    body: { meetingId: other.booking.id, startsAt: lund.booking.startsAt },
  })
  await expect(taken).rejects.toMatchObject({ code: 'slot-taken', status: 409 })
  const said = await taken.catch((error: { problem: Record<string, unknown> }) => error.problem)
  expect(said).not.toHaveProperty('slots')
  expect(await visitor.call(showCase, other.link)).toMatchObject({ meetings: [{ startsAt: other.booking.startsAt }] })
})

test('a revoked, an unknown, a misshapen and a foreign token get the very same answer', async () => {
  const company = await world.company()
  const { id, params } = await linkTo(company.id)
  await visitor.call(showCase, { params })
  expect((await birgit.call(listCompanyLinks, { query: { companyId: company.id, inUse: 'true' } })).rows).toMatchObject(
    [{ id, madeBy: 'Anne Bruun', lastOpenedAt: '2026-11-23T08:00:00.000Z' }],
  )
  await birgit.call(revokeCompanyLink, { params: { id } })
  await birgit.call(revokeCompanyLink, { params: { id } })
  const secret = params.token.split('-').slice(1).join('-')
  const answers = new Set<string>()
  for (const token of [
    params.token,
    `${world.centreId}-${'x'.repeat(43)}`,
    'hej',
    `999-${secret}`,
    `0-${secret}`,
    `99999999999-${secret}`,
    '%27%3B--',
    'x'.repeat(200),
  ]) {
    const answer = await world.app.request(`/api/cases/${token}`)
    answers.add(`${answer.status} ${answer.headers.get('referrer-policy')} ${await answer.text()}`)
  }
  expect([...answers]).toEqual([expect.stringMatching(/^410 no-referrer .*link-revoked/)])
  await expect(world.as('soren').call(revokeCompanyLink, { params: { id } })).rejects.toMatchObject({ status: 403 })
})

test('an address that guesses links is told to wait, and a link that works opens there all the same', async () => {
  const { params } = await linkTo((await world.company()).id)
  const status = async (token: string) => (await world.app.request(`/api/cases/${token}`)).status
  // The misses of the test before were long ago.
  world.clock.set('2026-11-24T09:00')
  for (let miss = 0; miss < 30; miss++) expect(await status(`1-${'x'.repeat(30)}${miss}`)).toBe(410)
  const refused = await world.app.request(`/api/cases/1-${'x'.repeat(40)}`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
  expect(await status(params.token)).toBe(200)
  world.clock.advance({ minutes: 11 })
  expect(await status(`1-${'x'.repeat(40)}`)).toBe(410)
})

test('the repeat of an answered cancellation, move or stop is a repeat, and one link’s key is not another’s', async () => {
  const [bakery, smith] = [await withMeeting('Bager To ApS'), await withMeeting('Smed To ApS')]
  const cancel = ({ link, booking }: typeof bakery, why: string, key: string) =>
    visitor.call(cancelCaseMeeting, { ...link, body: { meetingId: booking.id, why } }, { key })
  const answer = await cancel(bakery, 'Vi har travlt', 'tryk')
  expect(await cancel(bakery, 'Vi har travlt', 'tryk')).toEqual(answer)
  await expect(cancel(bakery, 'En anden grund', 'tryk')).rejects.toMatchObject({ status: 422, code: 'key-reused' })
  expect(await cancel(smith, 'Vi har travlt', 'tryk')).not.toEqual(answer)
  expect(
    await world.sql("select from event where verb = 'cancelled' and link_id is not null and cvr = any($1)", [
      [bakery.company.cvr, smith.company.cvr],
    ]),
  ).toHaveLength(2)
})

test('a move to the time that the meeting has is no move: nobody is written to, however often it is pressed', async () => {
  const { link, booking } = await withMeeting('Bager Igen ApS')
  const mails = () => world.sql('select from outbox')
  const before = (await mails()).length
  const press = (startsAt: string) =>
    visitor.call(moveCaseMeeting, { ...link, body: { meetingId: booking.id, startsAt } })
  const same = new Date(booking.startsAt).toISOString().replace('Z', '+00:00')
  await Promise.all([booking.startsAt, same, booking.startsAt].map(press))
  expect((await mails()).length).toBe(before)
  expect(await world.sql("select from event where verb = 'moved' and subject_id = $1", [booking.id])).toEqual([])
})

test('when a consultant has left, the page names who took over, and always someone to call', async () => {
  const { company, link } = await withMeeting('Bageri Lund ApS')
  const { id } = await promised(company.id, 'Vi gennemgår screeningen')
  await world.sql('update membership set left_at = $1 where person_id = $2', ['2026-11-23T08:00:00Z', people.anne.id])
  expect(await visitor.call(showCase, link)).toMatchObject({
    meetings: [{ who: null }],
    promised: [{ who: null, school: null }],
    contact: { name: 'Birgit Dam' },
  })
  const { handover } = await birgit.call(offerHandover, { params: { id }, body: { toId: people.ali.id } })
  await ali.call(acceptHandover, { params: { id: handover?.id ?? 0 } })
  expect(await visitor.call(showCase, link)).toMatchObject({
    promised: [{ who: 'Ali Demir', school: 'VUC Sundet' }],
    contact: { name: 'Ali Demir' },
  })
})

test('“sig stop” blocks every call at every school, and saying it twice is saying it', async () => {
  const company = await world.company({ phone: '75 12 34 56' })
  const link = await linkTo(company.id)
  expect(await visitor.call(stopContact, { ...link, body: { words: 'Nej tak' } })).toMatchObject({ stopped: true })
  expect(await visitor.call(stopContact, { ...link, body: { words: '' } })).toMatchObject({ stopped: true })
  expect(
    await world.sql('select reason, until_on, origin_kind as source, words from waiting_period where cvr = $1', [
      company.cvr,
    ]),
  ).toEqual([{ reason: 'do-not-contact', until_on: null, source: 'link', words: 'Nej tak' }])
})

test('people of the centre never get the link: it goes to the company’s own address, and without one it is not made', async () => {
  const company = await world.company()
  await world.sql(`update company set email = null where id = $1`, [company.id])
  const send = () => anne.call(sendCompanyLink, { body: { companyId: company.id } })
  await expect(send()).rejects.toMatchObject({ code: 'company-without-address' })
  await world.sql(`update company set email = $2 where id = $1`, [company.id, people.ali.email])
  await expect(send()).rejects.toMatchObject({ code: 'company-without-address' })
  expect(await world.sql('select from link')).toEqual([])
  await world.sql(`update company set email = 'post@lund.example' where id = $1`, [company.id])
  const sent = await send()
  expect(sent).toEqual({ id: sent.id, to: 'post@lund.example', waits: true })
  const [mail] = await world.sql<{ id: number; recipient: string; body: string }>(
    'select id, recipient, body from outbox order by id desc limit 1',
  )
  const token = /jeres-forloeb\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
  expect(mail?.recipient).toBe('post@lund.example')
  expect(await visitor.call(showCase, { params: { token } })).toMatchObject({ stopped: false })
  // Nor out of the outbox: not who wrote it, not the coordinator.
  const params = { id: mail?.id ?? 0 }
  expect((await anne.call(showMail, { params })).can).toMatchObject({ openLink: false })
  await expect(anne.call(openMailLink, { params })).rejects.toMatchObject({ code: 'not-found' })
  const outbox = JSON.stringify(await birgit.call(listMails, { query: {} }))
  expect(outbox).toContain('/jeres-forloeb/')
  expect(outbox).not.toContain(token)
})

test('who is of the centre gets no link by standing as the company’s contact', async () => {
  const company = await world.company({ municipality: 615 })
  const query = { companyId: company.id, personId: people.anne.id, days: 10, every: 'true' as const }
  const startsAt = (await anne.call(listFreeSlots, { query })).rows.at(-1)?.startsAt ?? ''
  const body = {
    companyId: company.id,
    personId: people.anne.id,
    startsAt,
    contactName: 'Ali',
    contactEmail: people.ali.email,
  }
  await anne.call(bookMeeting, { body })
  expect(await world.sql('select from link')).toEqual([])
})

test('people of the centre see the page as the company does, and can do nothing there', async () => {
  const { company, link } = await withMeeting('Bageri Lund')
  await promised(company.id, 'Brochure')
  const own = await visitor.call(showCase, { params: link.params })
  const seen = await ali.call(previewCase, { params: { id: company.id } })
  expect(own.meetings.map(({ can }) => can)).toEqual([{ answer: true }])
  // Which links there are is for who has one of them.
  expect(seen).toEqual({
    ...own,
    links: [],
    meetings: own.meetings.map((meeting) => ({ ...meeting, can: { answer: false } })),
  })
  await expect(ali.call(previewCase, { params: { id: 99_999 } })).rejects.toMatchObject({ code: 'not-found' })
  await expect(world.as('soren').call(previewCase, { params: { id: company.id } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('what a company did through its link names the link, and so who made it', async () => {
  const { booking, link } = await withMeeting('Bageri Lund')
  await visitor.call(cancelCaseMeeting, { params: link.params, body: { meetingId: booking.id, why: '' } })
  expect(
    await world.sql(
      `select e.source, e.person_id as who, e.link_id as link, l.made_by as maker from event e join link l on l.centre_id = e.centre_id and l.id = e.link_id where e.verb = 'cancelled'`,
    ),
  ).toEqual([{ source: 'link', who: null, link: link.id, maker: people.anne.id }])
})

test('a link ends after ninety days, unless something runs with the company; it says whose it is', async () => {
  world.clock.set('2026-11-23T09:00')
  const [quiet, busy] = [await world.company({ name: 'Stille' }), await world.company({ name: 'I gang' })]
  const links = [await linkFor(world, quiet.id), await linkFor(world, busy.id)]
  const seen = () =>
    Promise.all(
      links.map(({ token }) =>
        visitor.call(showCase, { params: { token } }).then(
          () => true,
          () => false,
        ),
      ),
    )
  const mark = `insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since, person_id)
    values ($1, 'regular-contact', 99, $2, $3, '2026-11-23T09:00Z', $4)`
  await world.sql(mark, [world.centreId, busy.id, busy.cvr, people.anne.id])
  world.clock.set('2027-02-20T09:00')
  await world.inside('anne', (ctx) => renewLinks.run(ctx))
  expect(await seen()).toEqual([true, true])
  world.clock.set('2027-02-22T09:00')
  expect(await seen()).toEqual([false, true])
  world.clock.set('2026-11-23T09:00')
  await anne.call(sendCompanyLink, { body: { companyId: (await world.company({ email: 'karen@lund.example' })).id } })
  expect((await anne.call(listCompanyLinks, { query: {} })).rows[0]).toMatchObject({
    recipientEmail: 'karen@lund.example',
    endsAt: '2027-02-21T08:00:00.000Z',
  })
})
