import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { endMembership } from '../members/members.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { promisesOf } from './promises.ts'
import {
  acceptHandover,
  changePromiseDate,
  declineHandover,
  dropPromise,
  keepPromise,
  listPromiseOwners,
  listPromises,
  makePromise,
  offerHandover,
  showPromise,
  undoDrop,
  undoKeeping,
  withdrawHandover,
} from './promises.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const lund = await world.company({ name: 'Bageri Lund ApS' })

const promised = (what = 'Send pris på truckkursus', dueOn = '2026-12-01', ownerId = people.anne.id) =>
  (ownerId === people.anne.id ? anne : birgit).call(makePromise, {
    body: { companyId: lund.id, what, ownerId, dueOn, late: dueOn < '2026-11-23' },
  })
const offered = async (dueOn = '2026-12-01') => {
  const { id } = await promised('Send pris', dueOn)
  const { handover } = await anne.call(offerHandover, {
    params: { id },
    body: { toId: people.ali.id, note: 'Du kender dem' },
  })
  return { id, handoverId: handover?.id ?? 0 }
}
const verbs = async (id: number) =>
  (
    await world.sql<{ verb: string }>(
      "select verb from event where subject = 'promise' and subject_id = $1 order by id",
      [id],
    )
  ).map(({ verb }) => verb)
/** Of several who act at once, who came through; the others' codes. */
const race = async (acts: (() => Promise<unknown>)[]) => {
  const tries = await Promise.allSettled(acts.map((act) => act()))
  return {
    won: tries.filter(({ status }) => status === 'fulfilled').length,
    codes: tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : [])),
  }
}

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from promise_handover; delete from promise; update membership set left_at = null')
})

test('a promise is open until it is kept, and the keeping can be undone', async () => {
  const { id } = await promised()
  expect(await anne.call(keepPromise, { params: { id } })).toMatchObject({
    state: 'kept',
    closedBy: 'Anne Bruun',
    can: { keep: false, reopen: true },
  })
  await expect(anne.call(keepPromise, { params: { id } })).rejects.toMatchObject({
    code: 'promise-closed',
    status: 409,
  })
  expect(await anne.call(undoKeeping, { params: { id } })).toMatchObject({ state: 'open', closedAt: null })
  await expect(anne.call(undoKeeping, { params: { id } })).rejects.toMatchObject({ code: 'promise-not-closed' })
  expect(await verbs(id)).toEqual(['promised', 'kept', 'keeping-undone'])
})

test('a promise falls away only with a reason', async () => {
  const { id } = await promised()
  await expect(anne.call(dropPromise, { params: { id }, body: { why: '  ' } })).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/why' }] },
  })
  expect(await anne.call(dropPromise, { params: { id }, body: { why: 'De har lukket linjen' } })).toMatchObject({
    state: 'dropped',
    droppedWhy: 'De har lukket linjen',
  })
  expect(await anne.call(undoDrop, { params: { id } })).toMatchObject({ state: 'open', droppedWhy: null })
})

test('a new date says what it was and why; a date changed meanwhile is not overwritten', async () => {
  const { id } = await promised()
  const change = { was: '2026-12-01', dueOn: '2026-12-08', why: 'Kunden er på ferie' }
  expect(await anne.call(changePromiseDate, { params: { id }, body: change })).toMatchObject({ dueOn: '2026-12-08' })
  await expect(
    birgit.call(changePromiseDate, { params: { id }, body: { ...change, dueOn: '2026-12-20' } }),
  ).rejects.toMatchObject({
    code: 'changed-meanwhile',
    problem: { now: { dueOn: '2026-12-08' }, yours: { dueOn: '2026-12-20' } },
  })
  expect(
    await world.sql("select before, after from event where verb = 'date-changed' and subject_id = $1", [id]),
  ).toEqual([{ before: { dueOn: '2026-12-01' }, after: { dueOn: '2026-12-08', why: 'Kunden er på ferie' } }])
})

test('a promise may belong to whoever is here and knows companies, by name', async () => {
  const { rows } = await pia.call(listPromiseOwners)
  const names = rows.map(({ name }) => name)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'da')))
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([people.anne.id, people.pia.id, people.birgit.id]))
  expect(rows.find(({ id }) => id === people.anne.id)).toMatchObject({ name: 'Anne Bruun' })
})

test('only the owner and the coordinators touch a promise; all the schools may read it', async () => {
  const { id } = await promised()
  for (const act of [
    () => pia.call(keepPromise, { params: { id } }),
    () => pia.call(dropPromise, { params: { id }, body: { why: 'x' } }),
    () => pia.call(offerHandover, { params: { id }, body: { toId: people.pia.id } }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await pia.call(showPromise, { params: { id } })).toMatchObject({
    can: { keep: false, drop: false, changeDate: false, handOver: false },
  })
  expect(await birgit.call(keepPromise, { params: { id } })).toMatchObject({ state: 'kept', closedBy: 'Birgit Dam' })
  for (const who of ['soren', 'uffe', 'carl'] as const)
    await expect(world.as(who).call(listPromises, { query: {} })).rejects.toMatchObject({ status: 403 })
  await expect(
    world.as('birgit', await world.otherCentre()).call(showPromise, { params: { id } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a promise belongs to someone of the schools or the centre, and holds no personal number', async () => {
  await expect(promised('Ring', '2026-12-01', people.soren.id)).rejects.toMatchObject({
    problem: { errors: [{ pointer: '/body/ownerId', code: 'not-a-member' }] },
  })
  await expect(promised('Ring til 010190-1234', '2026-12-01')).rejects.toMatchObject({
    problem: { errors: [{ pointer: '/body/what', code: 'personal-number' }] },
  })
})

test('the list shows mine by date; everyone’s are for the coordinator; one company’s for all staff; and it is exported', async () => {
  await promised('Sen', '2026-11-11')
  await promised('I dag', '2026-11-23')
  await promised('Fjern', '2027-01-04')
  await promised('Alis', '2026-11-25', people.ali.id)
  const whats = async (who: typeof anne, query: object) =>
    (await who.call(listPromises, { query })).rows.map(({ what }) => what)
  expect(await whats(anne, {})).toEqual(['Sen', 'I dag', 'Fjern'])
  expect(await whats(anne, { state: 'overdue' })).toEqual(['Sen'])
  expect(await whats(anne, { state: 'week' })).toEqual(['I dag'])
  expect(await whats(birgit, { whose: 'all' })).toEqual(['Sen', 'I dag', 'Alis', 'Fjern'])
  // Unasked she gets what is hers to see to: everyone's.
  expect(await birgit.call(listPromises, { query: {} })).toMatchObject({ whose: 'all', rows: { length: 4 } })
  expect((await anne.call(listPromises, { query: {} })).whose).toBe('mine')
  expect(await whats(birgit, { whose: 'all', text: 'lund', ownerId: people.ali.id })).toEqual(['Alis'])
  expect(await whats(pia, { whose: 'all', companyId: lund.id })).toHaveLength(4)
  await expect(whats(anne, { whose: 'all' })).rejects.toMatchObject({ code: 'not-allowed' })
  const first = await birgit.call(listPromises, { query: { whose: 'all', limit: 3 } })
  expect(await whats(birgit, { whose: 'all', limit: 3, cursor: first.next ?? '' })).toEqual(['Fjern'])
  expect((await birgit.call(listPromises, { query: { whose: 'all' } })).rows[0]).toMatchObject({
    daysLate: 12,
    company: 'Bageri Lund ApS',
  })
  const file = await (await birgit.fetch('/api/promises.csv?whose=all')).text()
  expect(file.split('\r\n')[0]).toContain('Virksomhed;CVR;Aftale;Aftalt til')
  expect(file).toContain('Bageri Lund ApS')
})

test('a promise changes hands only when the receiver says yes; until then the giver owns it', async () => {
  const { id, handoverId } = await offered()
  expect(await anne.call(showPromise, { params: { id } })).toMatchObject({
    owner: { name: 'Anne Bruun' },
    handover: { to: { name: 'Ali Demir' }, note: 'Du kender dem' },
    can: { handOver: false, withdraw: true },
  })
  expect((await ali.call(listPromises, { query: { whose: 'offered' } })).rows).toMatchObject([
    { id, can: { answer: true } },
  ])
  expect((await birgit.call(listMails, { query: {} })).rows[0]).toMatchObject({
    to: people.ali.email,
    subject: 'Vil du overtage en aftale med Bageri Lund ApS?',
    body: expect.stringContaining('Aftalt til 1. december') as string,
  })
  await expect(pia.call(acceptHandover, { params: { id: handoverId } })).rejects.toMatchObject({ code: 'not-found' })
  expect(await ali.call(acceptHandover, { params: { id: handoverId } })).toMatchObject({
    owner: { name: 'Ali Demir' },
    handover: null,
    can: { keep: true },
  })
  expect(await verbs(id)).toEqual(['promised', 'handover-offered', 'handover-accepted'])
})

test('declined or taken back, it stays with the giver and can be offered again', async () => {
  const { id, handoverId } = await offered()
  expect(
    await ali.call(declineHandover, { params: { id: handoverId }, body: { why: 'Jeg er på orlov' } }),
  ).toMatchObject({ owner: { name: 'Anne Bruun' }, handover: null })
  await expect(ali.call(acceptHandover, { params: { id: handoverId } })).rejects.toMatchObject({
    code: 'handover-answered',
  })
  const { handover } = await anne.call(offerHandover, { params: { id }, body: { toId: people.pia.id } })
  await expect(anne.call(offerHandover, { params: { id }, body: { toId: people.ali.id } })).rejects.toMatchObject({
    code: 'needs-acceptance',
    problem: { title: expect.stringContaining('Pia Toft') as string },
  })
  expect(await anne.call(withdrawHandover, { params: { id: handover?.id ?? 0 } })).toMatchObject({ handover: null })
  await expect(pia.call(acceptHandover, { params: { id: handover?.id ?? 0 } })).rejects.toMatchObject({ status: 404 })
  await expect(anne.call(offerHandover, { params: { id }, body: { toId: people.anne.id } })).rejects.toMatchObject({
    problem: { errors: [{ code: 'owner' }] },
  })
})

test('two who act on the same promise at once: one wins, the other is told why', async () => {
  const { id } = await promised()
  expect(await race([1, 2, 3, 4].map(() => () => anne.call(keepPromise, { params: { id } })))).toEqual({
    won: 1,
    codes: ['promise-closed', 'promise-closed', 'promise-closed'],
  })
  const other = await promised()
  expect(
    await race(
      [people.ali, people.pia, people.torben].map(
        ({ id: toId }) =>
          () =>
            anne.call(offerHandover, { params: { id: other.id }, body: { toId } }),
      ),
    ),
  ).toEqual({ won: 1, codes: ['needs-acceptance', 'needs-acceptance'] })
  const third = await offered()
  const answers = await race([1, 2, 3].map(() => () => ali.call(acceptHandover, { params: { id: third.handoverId } })))
  expect(answers).toEqual({ won: 1, codes: ['handover-answered', 'handover-answered'] })
})

test('kept and taken over at the same moment: never a kept promise that changes hands, nor an offer on a closed one', async () => {
  for (let round = 0; round < 8; round++) {
    const { id, handoverId } = await offered()
    const { codes } = await race([
      () => anne.call(keepPromise, { params: { id } }),
      () => ali.call(acceptHandover, { params: { id: handoverId } }),
    ])
    for (const code of codes)
      expect(['promise-closed', 'handover-answered', 'not-allowed', 'not-found']).toContain(code)
    const after = await birgit.call(showPromise, { params: { id } })
    expect(after.handover).toBeNull()
    expect(after.state === 'kept' ? after.owner.name : after.state).toBe(after.state === 'kept' ? 'Anne Bruun' : 'open')
  }
})

test('the home page shows what is late, due today and this week, and what I am asked to take over', async () => {
  await promised('Sen', '2026-11-11')
  await promised('I dag', '2026-11-23')
  await promised('I ugen', '2026-11-27')
  await promised('Senere', '2027-01-04')
  await offered('2026-12-20')
  const of = async (who: typeof anne) =>
    (await who.call(listWaiting, { query: {} })).rows.map(
      ({ kind, when, values }) => `${kind} ${when} ${String(values['what'])}`,
    )
  expect(await of(anne)).toEqual(['promise-overdue over Sen', 'promise-due today I dag', 'promise-due week I ugen'])
  expect(await of(ali)).toEqual(['handover today Send pris'])
  expect(await of(birgit)).toEqual(['promise-overdue over Sen'])
  expect(await world.inside('pia', (ctx) => promisesOf(ctx, lund.id))).toHaveLength(5)
})

test('a date in the past is taken only when it is said that it is too late already; a moved one too', async () => {
  const body = { companyId: lund.id, what: 'Send pris', ownerId: people.anne.id, dueOn: '2026-11-20' }
  await expect(anne.call(makePromise, { body })).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/dueOn', code: 'in-the-past' }] },
  })
  const { id } = await anne.call(makePromise, { body: { ...body, late: true } })
  const change = { was: '2026-11-20', dueOn: '2026-11-22', why: '' }
  await expect(anne.call(changePromiseDate, { params: { id }, body: change })).rejects.toMatchObject({ status: 422 })
  await anne.call(changePromiseDate, { params: { id }, body: { ...change, late: true } })
})

test('what the company promised is followed up by its owner, waits on its day, and counts as none of ours', async () => {
  const body = { companyId: lund.id, what: 'De sender en liste', ownerId: people.anne.id, dueOn: '2026-12-01' }
  const { id } = await anne.call(makePromise, { body: { ...body, promisedBy: 'company' } })
  expect(await pia.call(showPromise, { params: { id } })).toMatchObject({ promisedBy: 'company' })
  expect(await world.sql('select from promise_now where id = $1', [id])).toEqual([])
  expect(await verbs(id)).toEqual(['promised-us'])
  const kinds = async () => (await anne.call(listWaiting, { query: {} })).rows.map(({ kind }) => kind)
  expect(await kinds()).toEqual([])
  world.clock.set('2026-12-01T09:00')
  expect(await kinds()).toEqual(['promise-theirs'])
})

// Last: whoever leaves is signed out for good.
test('when the owner leaves, the coordinator is shown the promise and asks someone to take it', async () => {
  const { id } = await promised('Gennemgå screeningen', '2026-11-27', people.ali.id)
  const orphans = async () =>
    (await birgit.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'promise-orphan')
  expect(await orphans()).toEqual([])
  await birgit.call(endMembership, { params: { id: people.ali.memberId } })
  expect(await orphans()).toMatchObject([
    { when: 'week', values: { company: 'Bageri Lund ApS', who: 'Ali Demir' }, href: `/aftaler?aftale=${id}` },
  ])
  expect((await birgit.call(listPromises, { query: { whose: 'left' } })).rows).toMatchObject([{ id, ownerLeft: true }])
  await expect(anne.call(listPromises, { query: { whose: 'left' } })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(birgit.call(offerHandover, { params: { id }, body: { toId: people.ali.id } })).rejects.toMatchObject({
    problem: { errors: [{ pointer: '/body/toId' }] },
  })
  const { handover } = await birgit.call(offerHandover, { params: { id }, body: { toId: people.pia.id } })
  await pia.call(acceptHandover, { params: { id: handover?.id ?? 0 } })
  expect(await orphans()).toEqual([])
  expect(await pia.call(showPromise, { params: { id } })).toMatchObject({
    owner: { name: 'Pia Toft' },
    ownerLeft: false,
  })
})
