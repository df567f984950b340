import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { callersIn } from '#testing/callers'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { answerCall, showHold, takeCompany, takeOwnCall } from '../calls/calls.schema.ts'
import { system } from '../centre/centre.ts'
import { callers, visitsCompanies } from '../centre/roles.ts'
import { answerHearing, endHearing } from '../hearings/hearings.ts'
import { listWaiting } from '../home/home.schema.ts'
import { closeList } from '../lists/lists.schema.ts'
import { addMember } from '../members/members.ts'
import { findNumber, sayHeldLanguage, takeBackHeldLanguage } from '../queue/held.schema.ts'
import { releaseHold, renewHold, showQueue } from '../queue/queue.schema.ts'
import { takeCompany as take } from '../queue/queue.ts'
import {
  addCallCentre,
  closeCallCentre,
  giveList,
  listCallCentres,
  placeCaller,
  renameCallCentre,
  sayCallerLanguages,
} from './call-centres.schema.ts'
import { changeMyLanguages, sayCompanyLanguage, showCompanyLanguage } from './languages.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [soren, signe, birgit] = [world.as('soren'), world.as('signe'), world.as('birgit')]
const { company, held, listed, listOf } = callersIn(world)
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  for (const table of [
    'call_hold',
    'caller_language',
    'company_language',
    'call_centre_caller',
    'call_centre_placed',
    'call_centre_list',
  ])
    await world.sql(`delete from ${table}`)
  await world.sql('update call_centre set closed_at = $1, closed_by = added_by where closed_at is null', ['2026-11-23'])
})
const queueOf = (who: typeof soren, listId: number) => who.call(showQueue, { query: { listId } })
const speaks = (who: typeof soren, ...languages: ('pol' | 'eng')[]) =>
  who.call(changeMyLanguages, { body: { languages } })
const say = (companyId: number, language: 'pol' | 'eng' | null) =>
  birgit.call(sayCompanyLanguage, { params: { id: companyId }, body: { language } })
const backAt = (who: typeof soren, companyId: number, callBackAt: string) =>
  who.call(answerCall, { body: { companyId, answer: 'call-back', spokeWith: '', note: '', callBackAt } })
const waitsOf = async (kind: string, listId: number) =>
  (await birgit.call(listWaiting, { query: {} })).rows.filter(
    (row) => row.kind === kind && row.href.includes(`liste=${listId}`),
  )
const added = async (name: string, outside = false) =>
  (await birgit.call(addCallCentre, { body: { name, outside } })).id
const place = (who: 'soren' | 'signe', callCentreId: number | null) =>
  birgit.call(placeCaller, { params: { personId: world.people[who].id }, body: { callCentreId } })
const give = (listId: number, callCentreId: number | null) =>
  birgit.call(giveList, { params: { listId }, body: { callCentreId } })
/** The schools have answered, and the hearing ends. */
const opened = async (listId: number) => {
  const then = <T>(who: Parameters<typeof world.inside>[0], work: (ctx: Ctx) => Promise<T>) =>
    world.inside(who, work, world, momentOf('2026-09-07', '09:00'))
  const [hearing] = await world.sql<{ id: number }>('select id from hearing where list_id = $1', [listId])
  for (const leader of ['torben', 'vibeke', 'lars'] as const)
    await then(leader, (ctx) => answerHearing(ctx, hearing?.id ?? 0))
  await then('birgit', (ctx) => endHearing(ctx, hearing?.id ?? 0))
}
const close = (id: number, listsTo: number | null = null) =>
  birgit.call(closeCallCentre, { params: { id }, body: { listsTo } })

describe('a company that does not speak Danish', () => {
  test('is let go by who cannot speak with it, waits for who can, and is never gone', async () => {
    await speaks(signe, 'pol')
    const [polish, other] = [await company(), await company()]
    const listId = await listOf([polish, other])
    expect((await held(soren, listId))?.companyId).toBe(polish.id)
    const said = await soren.call(sayHeldLanguage, { body: { companyId: polish.id, language: 'pol' } })
    expect(said).toEqual({ mine: false, speakers: ['Signe Friis'] })
    // The talk is still his: what was agreed in it is written down, and goes along. Here nothing was.
    expect((await soren.call(showHold)).held).toMatchObject({ companyId: polish.id, language: 'pol' })
    await soren.call(releaseHold)
    const shown = await queueOf(soren, listId)
    expect(shown.blocked).toMatchObject([{ reason: 'other-language', count: 1 }])
    expect(shown.languages).toEqual([{ language: 'pol', count: 1, speakers: ['Signe Friis'] }])
    expect(shown.next.map(({ companyId }) => companyId)).toEqual([other.id])
    expect((await held(soren, listId))?.companyId).toBe(other.id)
    await expect(
      soren.call(takeCompany, { body: { listId, companyId: polish.id, outsideHours: true } }),
    ).rejects.toMatchObject({ code: 'may-not-call', problem: { reason: 'other-language' } })
    expect((await queueOf(signe, listId)).next.map(({ language }) => language)).toContain('pol')
    expect(await held(signe, listId)).toMatchObject({ companyId: polish.id, language: 'pol' })
  })

  test('stays with who marks it, where he speaks it; taken back the same day by who said it, and by nobody else', async () => {
    await speaks(soren, 'pol')
    const { id, listId } = await listed()
    await held(soren, listId)
    expect(await soren.call(sayHeldLanguage, { body: { companyId: id, language: 'pol' } })).toMatchObject({
      mine: true,
    })
    expect((await soren.call(showHold)).held).toMatchObject({ companyId: id, language: 'pol' })
    const takeBack = (who: typeof soren) => who.call(takeBackHeldLanguage, { params: { companyId: id } })
    await expect(takeBack(signe)).rejects.toMatchObject({ code: 'not-found' })
    await expect(signe.call(sayHeldLanguage, { body: { companyId: id, language: null } })).rejects.toMatchObject({
      code: 'not-your-call',
    })
    await takeBack(soren)
    expect((await birgit.call(showCompanyLanguage, { params: { id } })).language).toBeNull()
    // What another had said before holds again.
    await say(id, 'pol')
    world.clock.set('2026-11-23T09:05')
    await soren.call(sayHeldLanguage, { body: { companyId: id, language: 'eng' } })
    await takeBack(soren)
    expect((await birgit.call(showCompanyLanguage, { params: { id } })).language).toBe('pol')
    world.clock.set('2026-11-23T09:06')
    await soren.call(sayHeldLanguage, { body: { companyId: id, language: 'eng' } })
    world.clock.set('2026-11-24T09:00')
    await expect(takeBack(soren)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what is said of one workplace holds for what answers together with it, and for it alone where the leadership is shared', async () => {
    const one = await company()
    const two = await company({ cvr: one.cvr, kind: 'workplace' })
    await listOf([one, two])
    await say(one.id, 'pol')
    const language = async (id: number) => (await birgit.call(showCompanyLanguage, { params: { id } })).language
    expect([await language(one.id), await language(two.id)]).toEqual(['pol', 'pol'])
    await world.sql(
      "insert into leadership (centre_id, cvr, shared, decided_by, decided_at) values ($1, $2, true, $3, '2026-11-01')",
      [world.centreId, one.cvr, world.people.birgit.id],
    )
    expect([await language(one.id), await language(two.id)]).toEqual(['pol', null])
    await say(two.id, 'eng')
    await world.sql('delete from leadership where cvr = $1', [one.cvr])
    // Answering together again, the newest holds for both: who speaks it is handed either.
    expect([await language(one.id), await language(two.id)]).toEqual(['eng', 'eng'])
    await speaks(soren, 'eng')
    expect((await queueOf(soren, await listOf([one]))).ready).toBe(1)
    await say(one.id, null)
    expect(await language(two.id)).toBeNull()
  })

  test('nobody on the list speaks it: who runs the centre is told, with what was promised, until somebody does', async () => {
    const { id, listId } = await listed()
    await speaks(signe, 'pol')
    await say(id, 'pol')
    await held(signe, listId)
    await backAt(signe, id, '2026-11-23T10:00:00+01:00')
    // The language is his no more while a call-back was agreed in it.
    await speaks(signe)
    world.clock.set('2026-11-23T10:30')
    const [told] = await waitsOf('nobody-speaks', listId)
    expect(told?.values).toMatchObject({ language: 'pol', count: 1, due: 1 })
    expect((await held(signe, listId))?.companyId).toBeUndefined()
    await birgit.call(sayCallerLanguages, {
      params: { personId: world.people.soren.id },
      body: { languages: ['pol'] },
    })
    expect(await waitsOf('nobody-speaks', listId)).toEqual([])
    expect(await held(soren, listId)).toMatchObject({ companyId: id, language: 'pol' })
  })

  test('a language taken from a caller does not take the talk he is in', async () => {
    await speaks(soren, 'pol')
    const { id, listId } = await listed()
    await say(id, 'pol')
    expect((await held(soren, listId))?.companyId).toBe(id)
    await birgit.call(sayCallerLanguages, { params: { personId: world.people.soren.id }, body: { languages: [] } })
    await soren.call(renewHold, { body: { companyId: id } })
    expect((await held(soren, listId))?.companyId).toBe(id)
    await soren.call(answerCall, { body: { companyId: id, answer: 'no-answer', spokeWith: '', note: '' } })
    world.clock.set('2026-11-23T14:00')
    expect(await held(soren, listId)).toBeNull()
  })

  test('what was agreed before the language was noticed is written down, and goes to who speaks it; of an own call nothing is said of a list', async () => {
    await speaks(signe, 'pol')
    const { id, listId } = await listed()
    await held(soren, listId)
    await soren.call(sayHeldLanguage, { body: { companyId: id, language: 'pol' } })
    await backAt(soren, id, '2026-11-23T10:00:00+01:00')
    world.clock.set('2026-11-23T10:30')
    expect(await held(soren, listId)).toBeNull()
    expect(await held(signe, listId)).toMatchObject({ companyId: id, dueAt: '2026-11-23T09:00:00.000Z' })
    const own = await company()
    await birgit.call(takeOwnCall, { body: { companyId: own.id, outsideHours: true } })
    expect(await birgit.call(sayHeldLanguage, { body: { companyId: own.id, language: 'pol' } })).toEqual({
      mine: false,
      speakers: [],
    })
    await birgit.call(releaseHold)
  })

  test('who speaks it counts where he calls: not who only called once, nor who does not visit on a list of consultants', async () => {
    await speaks(signe, 'pol')
    const { id, listId } = await listed()
    await say(id, 'pol')
    const wants = async () => (await waitsOf('nobody-speaks', listId)).length
    expect(await wants()).toBe(0)
    await world.sql('update contact_list set by_visitors = true where id = $1', [listId])
    expect(await wants()).toBe(1)
    await world.sql('update contact_list set by_visitors = false where id = $1', [listId])
    const become = (role: string) =>
      world.sql('update membership set role = $1 where person_id = $2', [role, world.people.signe.id])
    // What she said as a caller is not hers to take back now; it holds no more either.
    for (const role of ['partner', 'consultant']) {
      await become(role)
      expect(await wants()).toBe(1)
    }
    await become('caller')
    expect(await wants()).toBe(0)
    const kinds = await world.sql<{ role: string; visits: boolean }>(
      'select m.role, c.visits from caller_now c join member_now m using (centre_id, person_id)',
    )
    for (const { role, visits } of kinds) {
      expect(callers).toContain(role)
      expect(visits).toBe(visitsCompanies({ role }))
    }
    const calling = await world.sql('select 1 from member_now where role = any($1)', [callers])
    expect(kinds).toHaveLength(calling.length)
  })
})

describe('several call centres', () => {
  test('a list given to one is called by its people and no others; who runs the centre sees it; given to all again it is everyone’s', async () => {
    const bureau = await added('Nordsvar', true)
    await expect(added('nordsvar')).rejects.toMatchObject({ code: 'call-centre-there' })
    await place('signe', bureau)
    const { id, listId } = await listed()
    await give(listId, bureau)
    await expect(queueOf(soren, listId)).rejects.toMatchObject({ code: 'not-found' })
    expect((await soren.call(showQueue, { query: {} })).lists.map((list) => list.id)).not.toContain(listId)
    await expect(held(soren, listId)).rejects.toMatchObject({ code: 'not-found' })
    const numberless = await company({ phone: null })
    await give(await listOf([numberless]), bureau)
    await expect(
      soren.call(findNumber, {
        params: { companyId: numberless.id },
        body: { phone: '96113344', source: 'own-page', saidOn: '2026-11-23' },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(soren.call(takeCompany, { body: { companyId: id, outsideHours: true } })).rejects.toMatchObject({
      code: 'may-not-call',
    })
    expect((await queueOf(birgit, listId)).ready).toBe(1)
    expect((await held(signe, listId))?.companyId).toBe(id)
    await give(listId, null)
    expect((await queueOf(soren, listId)).blocked.map(({ reason }) => reason)).toEqual(['under-call'])
  })

  test('two call centres on lists with the same companies and numbers: thirty-two at once, nobody twice', async () => {
    const centres = [await added('Os selv'), await added('Bureauet', true)]
    const companies = []
    for (let n = 0; n < 40; n++) companies.push(await company({ phone: String(61_000_000 + Math.floor(n / 2)) }))
    const lists = [await listOf(companies), await listOf(companies)]
    const shared = await listOf(companies)
    for (const [at, id] of centres.entries()) await give(lists[at] ?? 0, id)
    const people = await world.database.in(system(world.centreId), async (ctx) => {
      const made = []
      for (let n = 0; n < 32; n++)
        made.push(await addMember(ctx, { name: `Phoner ${n}`, email: `p${n}@callcentre.example`, role: 'caller' }))
      return made
    })
    for (const [at, { personId }] of people.entries())
      await birgit.call(placeCaller, { params: { personId }, body: { callCentreId: centres[at % 2] ?? null } })
    const asCaller = (personId: number) => ({
      ...{ centreId: world.centreId, personId, schoolId: null, role: 'caller' },
      ...{ source: 'api' as const, language: 'da' as const },
    })
    const taken = await Promise.all(
      people.map(({ personId }, at) =>
        world.database.in(asCaller(personId), (ctx) =>
          take(ctx, { listId: (at % 4 < 2 ? lists[at % 2] : shared) ?? 0 }),
        ),
      ),
    )
    const got = taken.filter((one) => one !== null)
    expect(got).toHaveLength(20)
    expect(new Set(got.map((one) => one.companyId)).size).toBe(20)
    expect(new Set(got.map((one) => one.phone)).size).toBe(20)
  })

  test('a call-back that another call centre lets lie for hours is told to who runs the centre', async () => {
    const bureau = await added('Sent bureau', true)
    await place('signe', bureau)
    const { id, listId } = await listed()
    await give(listId, bureau)
    await held(signe, listId)
    await backAt(signe, id, '2026-11-23T10:00:00+01:00')
    world.clock.set('2026-11-23T12:30')
    expect(await waitsOf('backs-overdue', listId)).toEqual([])
    world.clock.set('2026-11-23T13:01')
    expect((await waitsOf('backs-overdue', listId))[0]?.values).toMatchObject({ count: 1 })
    expect((await held(signe, listId))?.companyId).toBe(id)
    expect(await waitsOf('backs-overdue', listId)).toEqual([])
    await signe.call(releaseHold)
    // In a language that one other speaks, on a list of all, the same.
    await give(listId, null)
    await speaks(signe, 'pol')
    await say(id, 'pol')
    expect((await waitsOf('backs-overdue', listId)).length).toBe(1)
  })

  test('closed while a talk is under way: it is talked to its end, and what was promised in it is called by who has the list then', async () => {
    const [own, bureau] = [await added('Vores egne'), await added('Bureau Nord', true)]
    await place('soren', own)
    await place('signe', bureau)
    const { id, listId } = await listed()
    await give(listId, bureau)
    // One that is closed is called by nobody.
    const { listId: closed } = await listed()
    await give(closed, bureau)
    await birgit.call(closeList, { params: { id: closed } })
    expect((await held(signe, listId))?.companyId).toBe(id)
    expect(await close(bureau, own)).toEqual({ callers: 1, lists: 1 })
    await signe.call(renewHold, { body: { companyId: id } })
    await backAt(signe, id, '2026-11-23T11:00:00+01:00')
    world.clock.set('2026-11-23T11:30')
    await expect(held(signe, listId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await held(soren, listId)).toMatchObject({ companyId: id })
    const { rows, callers } = await birgit.call(listCallCentres)
    expect(rows.find((one) => one.id === bureau)).toMatchObject({ name: 'Bureau Nord', callers: 0, lists: 0 })
    expect(callers.find((one) => one.personId === world.people.signe.id)?.callCentreId).toBeNull()
    for (const again of [() => close(bureau), () => place('signe', bureau), () => give(listId, bureau)])
      await expect(again()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a list is given before it is opened, and called so from its opening; a call centre that closes meanwhile hands it on', async () => {
    const [own, bureau] = [await added('Vores egne'), await added('Bureau Nord', true)]
    await place('signe', bureau)
    const { id, cvr } = await company()
    const listId = await callingList(world, [{ id, cvr }], { ended: false })
    await give(listId, own)
    const seen = async () => {
      const { rows, lists } = await birgit.call(listCallCentres)
      const of = (k: number) => rows.find((one) => one.id === k)
      return [lists.find((one) => one.id === listId), of(own)?.later, of(bureau)?.later, of(bureau)?.lists]
    }
    expect(await seen()).toEqual([expect.objectContaining({ state: 'in-hearing', callCentreId: own }), 1, 0, 0])
    expect(await close(own, bureau)).toEqual({ callers: 0, lists: 1 })
    expect(await seen()).toEqual([expect.objectContaining({ state: 'in-hearing', callCentreId: bureau }), 0, 1, 0])
    await opened(listId)
    expect(await seen()).toEqual([expect.objectContaining({ state: 'calling', callCentreId: bureau }), 0, 0, 1])
    await expect(held(soren, listId)).rejects.toMatchObject({ code: 'not-found' })
    expect((await held(signe, listId))?.companyId).toBe(id)
  })

  test('somebody and a list are put in while it closes: nothing stands with a closed one', async () => {
    const { listId } = await listed()
    for (let n = 0; n < 4; n++) {
      const [one, other] = [await added(`Hold ${n}`), await added(`Andet hold ${n}`)]
      await Promise.allSettled([place('soren', one), give(listId, one), close(one, other), place('signe', one)])
      const left = await world.sql(
        `select 1 from call_centre k where k.closed_at is not null and (
           exists (select from call_centre_list g where g.call_centre_id = k.id)
           or exists (select from call_centre_caller c where c.call_centre_id = k.id))`,
      )
      expect(left).toEqual([])
      await Promise.allSettled([close(other)])
    }
    // Two that close into each other: one of them stays open, and has the list.
    const [a, b] = [await added('A'), await added('B')]
    await give(listId, a)
    const both = await Promise.allSettled([close(a, b), close(b, a)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a list given to one in which nobody calls is told to who runs the centre', async () => {
    const bureau = await added('Tomt bureau', true)
    const { listId } = await listed()
    await give(listId, bureau)
    expect((await waitsOf('list-without-callers', listId)).length).toBe(1)
    await place('signe', bureau)
    expect(await waitsOf('list-without-callers', listId)).toEqual([])
    await birgit.call(renameCallCentre, { params: { id: bureau }, body: { name: 'Fuldt bureau', outside: false } })
    await expect(soren.call(listCallCentres)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
