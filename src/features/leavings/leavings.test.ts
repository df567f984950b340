import { afterAll, beforeEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { system } from '../centre/centre.ts'
import { addMember, memberNow } from '../members/members.ts'
import { listWaiting } from '../home/home.schema.ts'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { endMembership, listMembers } from '../members/members.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { writeNote } from '../notes/notes.schema.ts'
import { keepPromise, makePromise } from '../promises/promises.schema.ts'
import { giveReferral } from '../referrals/referrals.schema.ts'
import {
  acceptRegularContact,
  offerRegularContact,
  takeRegularContact,
} from '../regular-contacts/regular-contacts.schema.ts'
import { changeDeputy, takeRegularContact as takeContact } from '../regular-contacts/regular-contacts.ts'
import { endLeavings } from './ending.ts'
import {
  announceLeaving,
  answerLeaving,
  askLeaving,
  changeLeaving,
  listLeavings,
  showLeaving,
  withdrawLeaving,
  withdrawLeavingQuestion,
} from './leavings.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const { booked } = openThings(world)
beforeEach(() => world.clock.set('2026-11-23T09:00'))

type Whole = AnswerOf<typeof showLeaving>
type Thing = Whole['things'][number]
const sweep = () => world.database.in(system(world.centreId), (ctx) => endLeavings.run(ctx))
const lastDay = '2026-12-04'
const stops = async (personId = people.ali.id, day = lastDay) =>
  (await birgit.call(announceLeaving, { body: { personId, lastDay: day } })).id
const seen = (id: number, who = birgit) => who.call(showLeaving, { params: { id } })
const of = (whole: Whole, group: Thing['group']) => whole.things.filter((thing) => thing.group === group)
const ask = (id: number, things: readonly Thing[], toId: number, who = birgit) =>
  who.call(askLeaving, {
    params: { id },
    body: { questions: things.map(({ kind, sourceId }) => ({ kind, sourceId, toId })) },
  })
const idsOf = (things: readonly Thing[]) => things.map(({ question }) => question?.id ?? 0)
const answer = (
  who: typeof anne,
  id: number,
  { yes = [], no = [], why = '' }: { yes?: number[]; no?: number[]; why?: string },
) => who.call(answerLeaving, { params: { id }, body: { yes, no, why } })
const promised = async (companyId: number, what: string, dueOn = '2027-01-11') =>
  (await ali.call(makePromise, { body: { companyId, what, ownerId: people.ali.id, dueOn } })).id
let companies = 0
const had = async () => {
  const company = await world.company({
    name: `Virksomhed ${++companies}`,
    email: `v${companies}@firma${companies}.example`,
  })
  await ali.call(takeRegularContact, { body: { companyId: company.id } })
  return { ...company, email: `v${companies}@firma${companies}.example`, name: `Virksomhed ${companies}` }
}
const mailsTo = async (to: string) =>
  (await birgit.call(listMails, { query: { limit: 200 } })).rows.filter((mail) => mail.to === to)
const waiting = async (who: typeof anne, kind: string) =>
  (await who.call(listWaiting, { query: {} })).rows.filter((row) => row.kind === kind)
/** Companies, promises and meetings ahead that are neither with somebody who is here nor with the coordinators. */
const withoutOwner = () =>
  world.sql(
    `select p.id from promise p where p.kept_at is null and p.dropped_at is null and p.released_at is null
       and not exists (select from member_now m where m.centre_id = p.centre_id and m.person_id = p.owner_id)
     union all
     select r.id from regular_contact r where r.ended_at is null and r.released_at is null
       and not exists (select from member_now m where m.centre_id = r.centre_id and m.person_id = r.person_id)
     union all
     select b.id from booking b where b.cancelled_at is null and b.starts_at > app_now() and not exists (
       select from booking_visitor w where w.centre_id = b.centre_id and w.booking_id = b.id and (w.released_at is not null
         or exists (select from member_now m where m.centre_id = w.centre_id and m.person_id = w.person_id)))`,
  )

test('a consultant leaves with forty promises: yes, no and silence, and nothing is without an owner at any moment', async () => {
  const mine = [await had(), await had(), await had()]
  const [first, second, third] = mine
  if (!first || !second || !third) throw new Error('three companies')
  for (let n = 0; n < 40; n++) await promised(mine[n % 3]?.id ?? 0, `Aftale ${n + 1}`)
  const meeting = await booked(first.id, people.ali.id)
  await anne.call(giveReferral, {
    body: { companyId: second.id, toId: people.ali.id, words: 'Dansk på lageret', hearBy: '2026-12-20' },
  })
  const other = await world.company()
  await pia.call(takeRegularContact, { body: { companyId: other.id } })
  await world.inside('birgit', async (ctx) => {
    const [contact] = await world.sql<{ id: number }>('select id from regular_contact where company_id = $1', [
      other.id,
    ])
    await changeDeputy(ctx, contact?.id ?? 0, people.ali.id)
  })
  const apart = await world.company()
  const alone = await promised(apart.id, 'Hos en anden')

  const id = await stops()
  const all = await seen(id)
  expect(of(all, 'contact')).toHaveLength(3)
  expect(of(all, 'promise')).toHaveLength(41)
  expect(of(all, 'referral')).toHaveLength(1)
  // Nobody is proposed to stand in for herself, nor is who asked whom told to who is asked.
  expect(of(all, 'deputy').flatMap(({ proposed }) => proposed.map(({ name }) => name))).not.toContain('Pia Toft')
  expect(of(all, 'referral').map(({ values }) => values)).toEqual([{ date: '2026-12-20' }])
  expect(of(all, 'meeting').map(({ sourceId }) => sourceId)).toEqual([meeting])
  expect(
    of(all, 'promise')
      .filter(({ follows }) => !follows)
      .map(({ sourceId }) => sourceId),
  ).toEqual([alone])
  expect(all.open).toBe(all.things.filter(({ state }) => state === 'open').length)
  expect(await withoutOwner()).toEqual([])

  // The first company with all of its own to Anne, the second to Pia; of the third nobody is asked.
  const ofCompany = (companyId: number) => all.things.filter(({ company }) => company?.id === companyId)
  await ask(
    id,
    ofCompany(first.id).filter(({ can }) => can.ask),
    people.anne.id,
  )
  await ask(id, ofCompany(second.id), people.pia.id)
  expect(await withoutOwner()).toEqual([])
  // One request to each, with that one's own alone.
  expect(await waiting(anne, 'leaving-asked')).toMatchObject([{ values: { who: 'Ali Demir' } }])
  const hers = await seen(id, anne)
  expect(new Set(hers.things.map(({ company }) => company?.id))).toEqual(new Set([first.id]))
  expect(hers.personal).toBeNull()
  // The database gives her no other row, whatever is asked; and who is asked about nothing none.
  const rowsOf = (who: 'anne' | 'torben') =>
    world.inside(who, (ctx) => ctx.db.selectFrom('leavingThing').select('sourceId').execute())
  expect(await rowsOf('anne')).toHaveLength(hers.things.length)
  expect(await rowsOf('torben')).toEqual([])
  // Nothing is announced before a yes.
  expect(await mailsTo(first.email)).toEqual([])

  expect(await answer(anne, id, { yes: idsOf(hers.things) })).toMatchObject({ taken: hers.things.length, gone: [] })
  expect(await withoutOwner()).toEqual([])
  expect((await mailsTo(first.email)).filter(({ subject }) => subject === 'Fra nu af er det Anne Bruun')).toHaveLength(
    1,
  )
  const his = await seen(id, pia)
  await answer(pia, id, { no: idsOf(his.things), why: 'Fyldt' })
  const after = await seen(id)
  const secondContact = of(after, 'contact').find(({ company }) => company?.id === second.id)
  expect(secondContact).toMatchObject({ state: 'anew', saidNo: [{ name: 'Pia Toft', why: 'Fyldt' }] })
  expect(secondContact?.proposed.map(({ name }) => name)).not.toContain('Pia Toft')

  // He keeps one that somebody is asked about: it falls away from the questions.
  const keeps = of(after, 'promise').find(({ company }) => company?.id === third.id)
  await ask(id, keeps ? [keeps] : [], people.anne.id)
  await ali.call(keepPromise, { params: { id: keeps?.sourceId ?? 0 } })
  expect(
    await answer(anne, id, {
      yes: idsOf(of(await seen(id, anne), 'promise').filter(({ sourceId }) => sourceId === keeps?.sourceId)),
    }),
  ).toMatchObject({
    taken: 0,
    gone: ['Virksomhed 3'],
  })
  // One answer is still out as the day comes.
  const silent = of(await seen(id), 'contact').find(({ company }) => company?.id === third.id)
  await ask(id, silent ? [silent] : [], people.anne.id)
  world.clock.set('2026-12-04T18:00')
  await sweep()
  expect(await world.inside('birgit', (ctx) => memberNow(ctx, people.ali.id))).toBeDefined()
  expect(await waiting(birgit, 'leaving-soon')).toHaveLength(1)
  world.clock.set('2026-12-05T00:05')
  await sweep()
  expect(await world.inside('birgit', (ctx) => memberNow(ctx, people.ali.id))).toBeUndefined()
  expect(await withoutOwner()).toEqual([])
  expect(await waiting(birgit, 'leaving-left')).toHaveLength(1)

  // The page goes on: the silent one says yes, and what the coordinators had is handed out.
  const left = await seen(id)
  expect(
    of(left, 'contact')
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['anew', 'asked', 'yes'])
  await answer(anne, id, { yes: idsOf(of(await seen(id, anne), 'contact').filter(({ state }) => state === 'asked')) })
  await ask(
    id,
    (await seen(id)).things.filter(({ can }) => can.ask),
    people.anne.id,
  )
  const rest = (await seen(id, anne)).things.filter(({ state }) => state === 'asked')
  await answer(anne, id, { yes: idsOf(rest) })
  expect(await seen(id)).toMatchObject({ open: 0 })
  await sweep()
  expect(await waiting(birgit, 'leaving-left')).toEqual([])
  expect(await withoutOwner()).toEqual([])
  const [owners] = await world.sql<{ n: number }>(
    'select count(*)::int as n from promise where kept_at is null and owner_id = $1',
    [people.ali.id],
  )
  expect(owners).toEqual({ n: 0 })
})

test('who says so is who may send him away, and he himself; one at a time, changed from the day that was seen', async () => {
  const { id: personId } = people.pia
  await expect(anne.call(announceLeaving, { body: { personId, lastDay } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(birgit.call(announceLeaving, { body: { personId, lastDay: '2026-11-22' } })).rejects.toMatchObject({
    code: 'wrong-input',
  })
  const { id } = await pia.call(announceLeaving, { body: { personId, lastDay } })
  await expect(birgit.call(announceLeaving, { body: { personId, lastDay } })).rejects.toMatchObject({
    code: 'leaving-announced',
  })
  await birgit.call(changeLeaving, { params: { id }, body: { lastDay: '2026-12-11', seen: lastDay } })
  await expect(
    pia.call(changeLeaving, { params: { id }, body: { lastDay: '2026-12-18', seen: lastDay } }),
  ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  // Her own leader reads it and hands nothing out; another school's, and a colleague, find nothing.
  expect(await world.as('lars').call(showLeaving, { params: { id } })).toMatchObject({
    leaving: { can: { see: true, ask: false } },
    personal: null,
  })
  for (const who of [world.as('torben'), anne])
    await expect(who.call(showLeaving, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
  expect((await anne.call(listLeavings)).rows).toEqual([])
  await pia.call(withdrawLeaving, { params: { id } })
  expect((await birgit.call(listLeavings)).rows.map(({ id: one }) => one)).not.toContain(id)
})

test('of two yeses one holds, a question can be taken back, and nobody answers another’s', async () => {
  const { personId, pass } = await newcomer()
  const company = await world.company()
  const { id: promise } = await birgit.call(makePromise, {
    body: { companyId: company.id, what: 'Datoer', ownerId: personId, dueOn: '2027-02-01' },
  })
  const id = await stops(personId)
  const [thing] = (await seen(id)).things
  if (!thing) throw new Error('one promise')
  await ask(id, [thing], people.anne.id)
  // Asked already: the second question is none.
  await ask(id, [thing], people.pia.id)
  expect(await waiting(pia, 'leaving-asked')).toEqual([])
  const [question] = idsOf((await seen(id)).things)
  await expect(answer(pia, id, { yes: [question ?? 0] })).rejects.toMatchObject({ code: 'not-found' })
  await birgit.call(withdrawLeavingQuestion, { params: { id, questionId: question ?? 0 } })
  await expect(answer(anne, id, { yes: [question ?? 0] })).rejects.toMatchObject({ code: 'leaving-answered' })
  await ask(id, [thing], people.anne.id)
  const ids = idsOf((await seen(id, anne)).things)
  const tries = await Promise.allSettled([answer(anne, id, { yes: ids }), answer(anne, id, { yes: ids })])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [row] = await world.sql('select owner_id as owner from promise where id = $1', [promise])
  expect(row).toEqual({ owner: people.anne.id })
  // Who stops himself is asked about nothing.
  await stops(pass.personId)
  await expect(ask(id, [thing], pass.personId)).rejects.toMatchObject({ code: 'wrong-input' })
})

let newcomers = 0
const newcomer = async () => {
  const one = () =>
    world.inside('birgit', (ctx) =>
      addMember(ctx, {
        ...{ name: `Kommer ${++newcomers}`, email: `kommer${newcomers}@skole.example`, role: 'consultant' },
        schoolId: people.anne.schoolId,
      }),
    )
  const [{ id, personId }, pass] = [await one(), await one()]
  return { id, personId, pass }
}

test('gone the same day: the same page, all with the coordinators; a company in peace gets no mail, and what was his alone is gone unread', async () => {
  const { id: memberId, personId } = await newcomer()
  const company = await world.company({ name: 'Stille ApS', email: 'stille@ro.example' })
  await world.inside('anne', (ctx) => takeContact({ ...ctx, personId }, { companyId: company.id }))
  await anne.call(writeNote, { body: { companyId: company.id, words: 'Annes egen', visibility: 'personal' } })
  await world.sql(
    `insert into company_note (centre_id, company_id, cvr, visibility, person_id, words, written_at)
     values ($1, $2, $3, 'personal', $4, 'Kun mig', now())`,
    [world.centreId, company.id, company.cvr, personId],
  )
  await world.sql(
    `insert into visit_draft (centre_id, person_id, company_id, body, saved_at) values ($1, $2, $3, '{}', now())`,
    [world.centreId, personId, company.id],
  )
  await birgit.call(giveWait, { params: { companyId: company.id }, body: { reason: 'later', words: 'Efter jul' } })
  await birgit.call(endMembership, { params: { id: memberId } })
  expect(await world.sql("select words from company_note where visibility = 'personal' order by id")).toEqual([
    { words: 'Annes egen' },
    { words: '' },
  ])
  expect(await world.sql('select from visit_draft where person_id = $1', [personId])).toEqual([])
  const leaving = (await birgit.call(listLeavings)).rows.find(({ person }) => person.id === personId)
  if (!leaving) throw new Error('a leaving')
  const { things, open } = await seen(leaving.id)
  expect(things).toMatchObject([{ kind: 'regular-contact', state: 'open' }])
  expect(open).toBe(1)
  await ask(leaving.id, things, people.anne.id)
  await answer(anne, leaving.id, { yes: idsOf((await seen(leaving.id, anne)).things) })
  expect(await mailsTo('stille@ro.example')).toEqual([])
  await sweep()
  expect((await birgit.call(listLeavings)).rows.filter(({ person }) => person.id === personId)).toEqual([])
})

test('taken back by whoever may say it, also by who sees nothing of it: nobody is asked any more', async () => {
  const { personId } = await newcomer()
  const company = await world.company()
  const body = { companyId: company.id, what: 'Tal', ownerId: personId, dueOn: '2027-02-01' }
  const { id: promise } = await birgit.call(makePromise, { body })
  const asger = world.as('asger')
  const { id, can } = await world.as('torben').call(announceLeaving, { body: { personId, lastDay } })
  expect(can).toMatchObject({ change: true, see: true, ask: false })
  await ask(id, (await seen(id)).things, people.anne.id)
  const ids = idsOf((await seen(id, anne)).things)
  // Yes and no at once is no answer.
  await expect(answer(anne, id, { yes: ids, no: ids })).rejects.toMatchObject({ code: 'leaving-answered' })
  await asger.call(withdrawLeaving, { params: { id } })
  await expect(answer(anne, id, { yes: ids })).rejects.toMatchObject({ code: 'leaving-answered' })
  expect((await waiting(anne, 'leaving-asked')).filter(({ values }) => values['who'] === 'Kommer 5')).toEqual([])
  expect((await seen(id, anne)).things).toEqual([])
  expect(await world.sql('select owner_id as owner from promise where id = $1', [promise])).toEqual([
    { owner: personId },
  ])
})

test('who comes to another school meanwhile: that one’s leader sees it, and ends it; no other leader does', async () => {
  const { id: memberId, personId } = await newcomer()
  const id = await stops(personId)
  const [old, now] = [world.as('torben'), world.as('lars')]
  expect((await seen(id, old)).leaving.can.see).toBe(true)
  await world.sql('update membership set school_id = $2 where id = $1', [memberId, people.lars.schoolId])
  await expect(seen(id, old)).rejects.toMatchObject({ code: 'not-found' })
  expect((await seen(id, now)).leaving.can.see).toBe(true)
  await now.call(endMembership, { params: { id: memberId } })
  expect(await world.sql('select id, left_at is null as here from leaving where person_id = $1', [personId])).toEqual([
    { id, here: false },
  ])
})

test('a meeting one has no time for is said by its company, and then the rest is taken; a company that came to another meanwhile is told as gone', async () => {
  const [met, passed] = [await world.company({ name: 'Optaget ApS' }), await world.company({ name: 'Videregivet ApS' })]
  // Anne goes elsewhere at that time.
  const elsewhere = await booked((await world.company()).id, people.anne.id)
  const [{ startsAt } = { startsAt: '' }] = await world.inside('birgit', (ctx) =>
    ctx.db.selectFrom('bookingNow').select('startsAt').where('id', '=', elsewhere).execute(),
  )
  await birgit.call(bookMeeting, {
    body: { companyId: met.id, personId: people.pia.id, startsAt, contactName: 'Karen', note: '' },
  })
  for (const { id: companyId } of [met, passed]) await pia.call(takeRegularContact, { body: { companyId } })
  const id = await stops(people.pia.id)
  const about = ({ things }: Whole) => things.filter(({ company }) => [met.id, passed.id].includes(company?.id ?? 0))
  await ask(id, about(await seen(id)), people.anne.id)
  const asked = (await seen(id, anne)).things
  await expect(answer(anne, id, { yes: idsOf(asked) })).rejects.toMatchObject({ code: 'leaving-busy' })
  // None of it held, for one moment.
  expect((await seen(id, anne)).things.map(({ state }) => state)).toEqual(asked.map(() => 'asked'))

  const { offer } = await pia.call(offerRegularContact, { body: { companyId: passed.id, toId: people.birgit.id } })
  await birgit.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} })
  const contacts = asked.filter(({ kind }) => kind === 'regular-contact')
  const meetings = asked.filter(({ kind }) => kind === 'meeting')
  expect(await answer(anne, id, { yes: idsOf(contacts), no: idsOf(meetings) })).toEqual({
    taken: 1,
    gone: ['Videregivet ApS'],
  })
  // Who is asked once the leaver has gone reads who has it now.
  const left = (await birgit.call(listMembers, { query: {} })).rows.find(({ personId }) => personId === people.pia.id)
  await birgit.call(endMembership, { params: { id: left?.id ?? 0 } })
  const { personId } = await newcomer()
  await ask(id, about(await seen(id)), personId)
  const [mail] = await mailsTo(`kommer${newcomers - 1}@skole.example`)
  expect(mail?.body).toContain('Centret har det, til du siger ja.')
})
