import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { showCalendar } from '../calendar/calendar.schema.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { addMember, endMembership } from '../members/members.ts'
import { showMyPartner } from '../partner-page/partner-page.schema.ts'
import { addPartner, addPartnerPerson } from '../partners/partners.schema.ts'
import { goAlong, partnerHears } from './joint-visits.ts'
import { jointVisitsOpen } from './loose-ends.ts'
import * as contract from './joint-visits.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, ali, anne, uffe] = [world.as('birgit'), world.as('ali'), world.as('anne'), world.as('uffe')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const ofPartner = { kind: 'union', place: 'Skive', heldById: people.birgit.id } as const
const union = await birgit.call(addPartner, { body: { ...ofPartner, name: '3F i Skive' } })
const other = await birgit.call(addPartner, { body: { ...ofPartner, name: 'HK' } })
const comesFrom = (partner: { id: number }) =>
  birgit.call(addPartnerPerson, { params: { id: partner.id }, body: { personId: people.uffe.id } })

const when = { startsAt: '2026-11-26T09:00:00.000Z', endsAt: '2026-11-26T10:30:00.000Z', place: 'I deres kantine' }
const ask = (companyId: number | null = null) =>
  uffe.call(contract.askAlong, { body: { company: 'Roslev Maskinsnedkeri', companyId, ...when } })
const latest = async () => (await birgit.call(contract.listJointVisits)).rows[0]?.id ?? 0
const seen = async () => (await uffe.call(showMyPartner)).jointVisits
const asked = async (companyId: number | null = null) => {
  await ask(companyId)
  const id = await latest()
  await birgit.call(contract.askToGoAlong, { params: { id }, body: { toId: people.ali.id } })
  return id
}
const go = (id: number, who = ali) => codeOf(who.call(contract.goAlong, { params: { id } }))
const taken = () => world.sql("select from busy where kind = 'joint-visit'")
const waits = async (who: 'birgit' | 'ali') =>
  (await world.as(who).call(listWaiting, { query: {} })).rows
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('joint-'))

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from joint_visit; delete from busy; delete from absence; delete from waiting_period; delete from contact_mark',
  )
  await comesFrom(union)
})

test('asked, a yes by a person, and the time is taken: the partner sees who, and no number of a row', async () => {
  await ask()
  expect([await waits('birgit'), (await seen())[0]?.answer]).toEqual([['joint-new'], 'waits'])
  const id = await latest()
  await birgit.call(contract.askToGoAlong, { params: { id }, body: { toId: people.ali.id } })
  expect([await waits('ali'), (await seen())[0]?.answer]).toEqual([['joint-asked'], 'waits'])
  expect(await go(id, anne)).toBe('not-found')
  expect(await go(id)).toBe('done')
  expect(await seen()).toMatchObject([{ answer: 'yes', who: { name: 'Ali Demir' } }])
  expect(JSON.stringify(await seen())).not.toMatch(/"id"|note|because/)
  expect(await taken()).toHaveLength(1)
  await ali.call(contract.notGoAlong, { params: { id }, body: { why: 'Syg' } })
  expect([await seen(), await taken(), await waits('birgit')]).toMatchObject([[{ answer: 'waits' }], [], ['joint-new']])
  await birgit.call(contract.declineJointVisit, { params: { id } })
  expect([await seen(), await waits('birgit')]).toMatchObject([[{ answer: 'no', who: null }], []])
  expect(await go(id)).toBe('not-found')
})

test('a partner takes back its own: the time is free, who had said yes is told, and nobody sees it any more', async () => {
  const id = await asked()
  expect(await go(id)).toBe('done')
  const body = { company: 'Roslev Maskinsnedkeri', startsAt: when.startsAt }
  const back = () => codeOf(uffe.call(contract.takeBackAlong, { body }))
  await comesFrom(other)
  expect(await back()).toBe('not-found')
  await comesFrom(union)
  expect((await Promise.all([back(), back()])).toSorted()).toEqual(['done', 'not-found'])
  expect([await seen(), await taken(), await waits('ali'), await waits('birgit')]).toEqual([
    [],
    [],
    ['joint-taken-back'],
    [],
  ])
  expect(await codeOf(birgit.call(contract.showJointVisit, { params: { id } }))).toBe('not-found')
  // Its hour has begun: who comes late to the telephone is told all the same, until he has read it or the day is over.
  world.clock.set('2026-11-26T11:00')
  expect(await waits('ali')).toEqual(['joint-taken-back'])
  expect(await ali.call(contract.showJointVisit, { params: { id } })).toMatchObject({
    ...{ takenBack: true, can: { putAway: true, giveBack: false, answer: false } },
  })
  const read = (who = ali) => codeOf(who.call(contract.putAwayTakenBack, { params: { id } }))
  expect([await read(birgit), await read(), await read()]).toEqual(['not-found', 'done', 'not-found'])
  expect(await waits('ali')).toEqual([])
  await world.sql('update joint_visit set told_at = null')
  expect(await waits('ali')).toEqual(['joint-taken-back'])
  world.clock.set('2026-11-27T08:00')
  expect(await waits('ali')).toEqual([])
})

test('who was only asked is told too that it is taken back', async () => {
  await asked()
  await uffe.call(contract.takeBackAlong, { body: { company: 'Roslev Maskinsnedkeri', startsAt: when.startsAt } })
  expect([await waits('ali'), await waits('birgit')]).toEqual([['joint-taken-back'], []])
})

test('of two that a partner asked alike it takes back the one it means, and a no stands in the way of neither', async () => {
  const body = { company: 'Roslev Maskinsnedkeri', startsAt: when.startsAt }
  const back = (answer: 'waits' | 'yes') => codeOf(uffe.call(contract.takeBackAlong, { body: { ...body, answer } }))
  const answersNow = async () => (await seen()).map(({ answer }) => answer).toSorted()
  await go(await asked())
  await ask()
  expect(await answersNow()).toEqual(['waits', 'yes'])
  expect([await back('yes'), await answersNow(), await taken()]).toEqual(['done', ['waits'], []])
  const [row] = (await birgit.call(contract.listJointVisits)).rows
  await birgit.call(contract.askToGoAlong, { params: { id: row?.id ?? 0 }, body: { toId: people.ali.id } })
  await go(row?.id ?? 0)
  await ask()
  expect([await back('waits'), await answersNow()]).toEqual(['done', ['yes']])
  await ask()
  const double = (await birgit.call(contract.listJointVisits)).rows.find(({ goes }) => !goes)?.id ?? 0
  await birgit.call(contract.declineJointVisit, { params: { id: double } })
  expect([await answersNow(), await back('yes'), await answersNow()]).toEqual([['no', 'yes'], 'done', ['no']])
  expect(await back('yes')).toBe('joint-visit-over')
})

test('a company that was only written is linked to one of the register, which then counts; the partner sees the same to the byte', async () => {
  const id = await asked()
  const calm = await world.company({ name: 'Roslev' })
  await birgit.call(giveWait, { params: { companyId: calm.id }, body: { reason: 'later', words: 'Efter jul' } })
  const before = await seen()
  const link = (companyId: number | null) =>
    birgit.call(contract.linkJointCompany, { params: { id }, body: { companyId } })
  expect(await link(calm.id)).toMatchObject({
    companyId: calm.id,
    company: 'Roslev Maskinsnedkeri',
    found: 'Roslev',
    can: { link: false, unlink: true },
  })
  expect(await go(id)).toBe('may-not-contact')
  expect(await codeOf(link(calm.id))).toBe('not-allowed')
  expect(await seen()).toEqual(before)
  expect(await link(null)).toMatchObject({ companyId: null, because: null, can: { link: true, unlink: false } })
  expect(
    await world.sql(
      "select verb, before->'companyId' as before, after->'companyId' as after from event where subject = 'joint_visit' and subject_id = $1 and verb like '%linked' order by id",
      [id],
    ),
  ).toEqual([
    { verb: 'linked', before: null, after: calm.id },
    { verb: 'unlinked', before: calm.id, after: null },
  ])
  expect(await go(id)).toBe('done')
  // What the partner itself chose stays its own.
  await world.sql('delete from joint_visit; delete from busy')
  const chosen = await asked(calm.id)
  expect(
    await codeOf(birgit.call(contract.linkJointCompany, { params: { id: chosen }, body: { companyId: null } })),
  ).toBe('not-allowed')
})

test('nobody goes along to a company in ro, nor where something else lies; the partner is answered and shown the same to the byte', async () => {
  const [free, calm] = [await world.company({ name: 'Roslev' }), await world.company({ name: 'Roslev' })]
  const body = { reason: 'later', words: 'Efter jul' } as const
  await birgit.call(giveWait, { params: { companyId: calm.id }, body })
  const told = async (companyId: number) => {
    await world.sql('delete from joint_visit')
    const answer = await uffe.fetch('/api/my-partner/joint-visits', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ company: 'Roslev', companyId, ...when }),
    })
    return [answer.status, await answer.text(), await (await uffe.fetch('/api/my-partner')).text()]
  }
  expect(await told(calm.id)).toEqual(await told(free.id))
  await world.sql('delete from joint_visit')
  const id = await asked(calm.id)
  expect((await ali.call(contract.showJointVisit, { params: { id } })).because).not.toBe(null)
  expect(await go(id)).toBe('may-not-contact')
  expect((await seen())[0]?.answer).toBe('waits')
  await world.sql('delete from joint_visit')
  await ali.call(addAbsence, { body: { startsAt: '2026-11-26T05:00:00Z', endsAt: '2026-11-26T20:00:00Z' } })
  expect(await go(await asked(free.id))).toBe('joint-visit-busy')
})

test('another partner’s page does not change by a byte', async () => {
  const others = async () => {
    await comesFrom(other)
    const text = await (await uffe.fetch('/api/my-partner')).text()
    await comesFrom(union)
    return text
  }
  const before = await others()
  await go(await asked())
  expect(await others()).toBe(before)
})

test('who leaves while he says yes: it waits with who runs the centre, and is never his', async () => {
  for (const first of ['yes', 'leaves']) {
    await world.sql('delete from joint_visit; delete from busy')
    await ask()
    const id = await latest()
    const leaver = await world.inside('birgit', (ctx) =>
      addMember(ctx, {
        ...{ name: 'Ny', email: `${first}@vucsundet.example`, role: 'consultant' },
        schoolId: people.ali.schoolId,
      }),
    )
    await birgit.call(contract.askToGoAlong, { params: { id }, body: { toId: leaver.personId } })
    const yes = () => codeOf(world.inside('ali', (ctx) => goAlong({ ...ctx, personId: leaver.personId }, id)))
    const leave = () => codeOf(world.inside('birgit', (ctx) => endMembership(ctx, leaver.id)))
    await Promise.all(first === 'yes' ? [yes(), leave()] : [leave(), yes()])
    expect(await world.sql('select from joint_visit where goes_id is null and asked_id is null')).toHaveLength(1)
    expect(await taken()).toEqual([])
  }
})

test('a yes is not overwritten by a press from before it; who runs the centre takes it off first', async () => {
  const id = await asked()
  await go(id)
  const to = (toId: number) => codeOf(birgit.call(contract.askToGoAlong, { params: { id }, body: { toId } }))
  expect(await to(people.anne.id)).toBe('joint-visit-changed')
  expect(await codeOf(birgit.call(contract.declineJointVisit, { params: { id } }))).toBe('joint-visit-changed')
  expect([await seen(), await taken()]).toMatchObject([[{ answer: 'yes' }], [{}]])
  expect((await birgit.call(contract.showJointVisit, { params: { id } })).can).toMatchObject({
    ...{ ask: false, decline: false, takeOff: true },
  })
  await birgit.call(contract.notGoAlong, { params: { id }, body: { why: 'Syg' } })
  expect([await taken(), await to(people.anne.id)]).toEqual([[], 'done'])
})

test('a partner hears when its answer changes, and nothing of whom we ask among ourselves', () => {
  const [waits, yes] = [{ goesId: null }, { goesId: 7 }]
  expect([partnerHears('asked', waits), partnerHears('not-going', waits), partnerHears('released', waits)]).toEqual([
    ...[false, false, false],
  ])
  expect([partnerHears('accepted', waits), partnerHears('not-going', yes), partnerHears('declined', waits)]).toEqual([
    ...[true, true, true],
  ])
})

test('in the calendar a colleague sees that someone is away with a partner, and not at which company', async () => {
  await go(await asked())
  const partOf = async (who: typeof ali) =>
    (await who.call(showCalendar, { query: { from: '2026-11-23', days: 7, who: 'all' } })).beside
  expect(await partOf(anne)).toMatchObject([{ id: null, company: null, what: '3F i Skive' }])
  expect(await partOf(ali)).toMatchObject([{ company: 'Roslev Maskinsnedkeri' }])
  expect(await partOf(birgit)).toMatchObject([{ company: 'Roslev Maskinsnedkeri' }])
})

test('what stops a visit after the yes is told to who goes and who runs the centre, also of the company that takes its place', async () => {
  const [old, next] = [await world.company({ name: 'Roslev' }), await world.company({ name: 'Roslev Nord' })]
  const id = await asked(old.id)
  await go(id)
  const lives = await world.inside('birgit', async (ctx) => {
    await jointVisitsOpen.handOn?.(ctx, { companyIds: [old.id] }, { companyId: next.id })
    return [
      await jointVisitsOpen.open(ctx, { companyIds: [old.id] }),
      await jointVisitsOpen.open(ctx, { companyIds: [next.id] }),
    ]
  })
  expect(lives).toMatchObject([[], [{ kind: 'joint-visit', company: { id: next.id } }]])
  expect(await waits('ali')).toEqual(['joint-mine'])
  const body = { reason: 'do-not-contact', words: 'Ring ikke' } as const
  await birgit.call(giveWait, { params: { companyId: next.id }, body })
  expect((await waits('ali')).toSorted()).toEqual(['joint-mine', 'joint-stopped'])
  expect(await waits('birgit')).toEqual(['joint-stopped'])
})

test('a company said by its number is known, a time a year off is refused, and a partner asks so often in a day and no more', async () => {
  const { id, cvr } = await world.company({ name: 'Roslev' })
  const askOf = (more: object) => codeOf(uffe.call(contract.askAlong, { body: { company: cvr, ...when, ...more } }))
  expect(await askOf({})).toBe('done')
  expect((await birgit.call(contract.listJointVisits)).rows).toMatchObject([{ companyId: id, company: 'Roslev' }])
  const far = { startsAt: '2027-12-26T09:00:00.000Z', endsAt: '2027-12-26T10:30:00.000Z' }
  expect(await askOf(far)).toBe('wrong-input')
  await world.sql(
    'insert into joint_visit (centre_id, partner_id, given_by, given_at, company_said, starts_at, ends_at, place) select v.centre_id, v.partner_id, v.given_by, v.given_at, v.company_said, v.starts_at, v.ends_at, v.place from joint_visit v, generate_series(1, 19)',
  )
  expect(await askOf({})).toBe('too-many-tries')
})
