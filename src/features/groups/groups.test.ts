import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#platform/endpoint'
import { linkFor } from '#testing/company-link'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { previewCase, showCase, stopContact } from '../company-page/company-page.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { addMember, endMembership } from '../members/members.ts'
import { listPromises } from '../promises/promises.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import {
  acceptRegularContact,
  offerRegularContact,
  showCompanyContact,
  takeRegularContact,
} from '../regular-contacts/regular-contacts.schema.ts'
import * as contract from './groups.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [anne, ali, pia, birgit, torben] = [
  ...[world.as('anne'), world.as('ali'), world.as('pia')],
  ...[world.as('birgit'), world.as('torben')],
] as const
const { takePlace } = openThings(world)
type Client = typeof anne
beforeEach(() => world.clock.set('2026-11-23T09:00'))

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
type Form = InputOf<typeof contract.makeGroup>['body']
const plan = { theme: 'Svejsning og dansk i produktionen', nextOn: '2026-12-02', nextWhat: 'Om screeningen' }
/** Anne makes it and leads; Ali has said yes. */
let number = 0
const made = async (given: Partial<Form> = {}, by: Client = anne) => {
  const company = await world.company({ name: `Dansk Facade ${++number} A/S`, email: 'ulla@facade.example' })
  const body = { companyId: company.id, memberIds: [people.ali.id], ...plan, ...given }
  const group = await by.call(contract.makeGroup, { body })
  const params = { id: group.id }
  if (!given.memberIds) await ali.call(contract.answerGroup, { params, body: { yes: true } })
  return { ...group, cvr: company.cvr, params }
}
const show = (who: Client, id: number) => who.call(contract.showGroup, { params: { id } })
const addTask = async (id: number, ownerId: number, what = 'Pris på montage', dueOn = '2026-12-04') => {
  const { tasks } = await anne.call(contract.addGroupTask, { params: { id }, body: { what, ownerId, dueOn } })
  const task = tasks.findLast((one) => one.what === what)
  if (!task) throw new Error('no task')
  return task
}
const waiting = async (who: Client, companyId: number) => {
  const [place] = await world.sql<{ name: string }>('select name from company_place where id = $1', [companyId])
  const { rows } = await who.call(listWaiting, { query: {} })
  return rows
    .filter(({ kind, values }) => kind.startsWith('group-') && values['company'] === place?.name)
    .map(({ kind }) => kind)
}
const note = async (id: number, words: string, by = anne) => {
  const { inside } = await by.call(contract.writeGroupNote, { params: { id }, body: { words } })
  const written = inside?.notes[0]
  if (!written) throw new Error('no note')
  return written
}
const seenOf = async (companyId: number) => {
  const { token } = await linkFor(world, companyId)
  return world.visitor.call(showCase, { params: { token } })
}

describe('who is in it, and who leads', () => {
  test('whoever makes it where nobody has the company has it and leads; who is asked is not in before saying yes', async () => {
    const group = await made({ memberIds: [people.ali.id, people.pia.id] })
    const { params } = group
    expect(group).toMatchObject({ lead: { id: people.anne.id }, nextOn: '2026-12-02', can: { steer: true } })
    expect(await waiting(ali, group.companyId)).toEqual(['group-asked'])
    // The plan he reads before he answers, what is said there not.
    expect(await show(ali, group.id)).toMatchObject({ theme: plan.theme, inside: null, can: { work: false } })
    expect(await codeOf(ali.call(contract.writeGroupNote, { params, body: { words: 'x' } }))).toBe('not-allowed')
    await ali.call(contract.answerGroup, { params, body: { yes: true } })
    await pia.call(contract.answerGroup, { params, body: { yes: false } })
    expect((await show(ali, group.id)).inside).not.toBeNull()
    expect(await codeOf(show(pia, group.id))).toBe('not-found')
    expect(await codeOf(ali.call(contract.answerGroup, { params, body: { yes: true } }))).toBe('group-answered')
    expect((await show(anne, group.id)).members.map(({ name, state }) => [name, state])).toEqual(
      expect.arrayContaining([
        ['Ali Demir', 'in'],
        ['Anne Bruun', 'in'],
        ['Pia Toft', 'declined'],
      ]),
    )
  })

  test('where another has the company, that one is asked and leads with a yes; until then nobody does, and the coordinator knows', async () => {
    const { id: companyId } = await world.company({ name: 'Pias Firma ApS' })
    await pia.call(takeRegularContact, { body: { companyId } })
    const group = await made({ companyId, memberIds: [] })
    expect(group).toMatchObject({ lead: null, contactPerson: { id: people.pia.id }, can: { steer: false } })
    expect(await waiting(birgit, companyId)).toEqual(['group-leaderless'])
    await pia.call(contract.answerGroup, { params: group.params, body: { yes: true } })
    expect(await show(anne, group.id)).toMatchObject({ lead: { id: people.pia.id } })
    expect(await waiting(birgit, companyId)).toEqual([])
  })

  test('the company is handed over: until the yes the old one leads, with it the new one is in the group and leads', async () => {
    const { id, companyId } = await made()
    const { offer } = await anne.call(offerRegularContact, { body: { companyId, toId: people.pia.id, note: '' } })
    expect(await show(anne, id)).toMatchObject({ lead: { id: people.anne.id }, leadAsked: 'Pia Toft' })
    await pia.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} })
    const seen = await show(pia, id)
    expect(seen).toMatchObject({ lead: { id: people.pia.id }, can: { steer: true } })
    expect(seen.inside).not.toBeNull()
    expect(await show(anne, id)).toMatchObject({ can: { steer: false, work: true } })
    expect((await ali.call(judgeContact, { params: { companyId }, query: {} })).all[0]).toMatchObject({ kind: 'group' })
    expect(
      await world.sql("select person_id as person from contact_mark where kind = 'group' and source_id = $1", [id]),
    ).toEqual([{ person: people.pia.id }])
  })

  test('where each place has its own leadership, whoever is asked to have one is asked into the group of that one alone', async () => {
    const head = await world.company({ name: 'Fjordby Kommune', employees: 412 })
    await birgit.call(decideLeadership, { params: { companyId: head.id }, body: { shared: true, why: '' } })
    const place = (name: string) => world.company({ kind: 'workplace', cvr: head.cvr, name })
    const [one, sister] = [await place('Regnbuen Skive'), await place('Regnbuen Hurup')]
    const { id } = await made({ companyId: one.id })
    await anne.call(takeRegularContact, { body: { companyId: sister.id } })
    const offer = (companyId: number) =>
      anne.call(offerRegularContact, { body: { companyId, toId: people.pia.id, note: '' } })
    await offer(sister.id)
    expect(await codeOf(show(pia, id))).toBe('not-found')
    await offer(one.id)
    expect(await codeOf(show(pia, id))).toBe('done')
  })

  test('never two leads: of two who say yes at once one has the company, and the other is told', async () => {
    const { id, companyId, params } = await made()
    await world.sql(
      "update regular_contact set ended_at = now(), ended_how = 'given-up' where company_id = $1 and ended_at is null",
      [companyId],
    )
    expect(await show(anne, id)).toMatchObject({ lead: null, can: { lead: true } })
    const codes = await Promise.all([anne, ali].map((one) => codeOf(one.call(contract.leadGroup, { params }))))
    expect(codes.toSorted()).toEqual(['contact-taken', 'done'])
    expect(await world.sql('select person_id from group_lead where group_id = $1', [id])).toHaveLength(1)
  })

  test('who leads does not leave; who leaves is a stranger at once, and the tasks are the lead’s with a line', async () => {
    const { id, params } = await made()
    await addTask(id, people.ali.id)
    const leave = (who: Client, personId: number) =>
      who.call(contract.leaveGroup, { params: { id: params.id, personId } })
    expect(await codeOf(leave(anne, people.anne.id))).toBe('group-leads')
    expect(await codeOf(leave(ali, people.anne.id))).toBe('group-leads')
    const done = await addTask(id, people.ali.id, 'Oplæg', '2026-12-05')
    await ali.call(contract.endGroupTask, { params: { id: done.id }, body: { how: 'done' } })
    expect(await leave(ali, people.ali.id)).toMatchObject({ tasks: 1 })
    expect(await codeOf(show(ali, id))).toBe('not-found')
    // What was done stays his; opened again it is the lead's too.
    const tasks = async () => (await show(anne, id)).tasks.map(({ owner, was }) => [owner?.name, was])
    expect(await tasks()).toEqual([
      ['Anne Bruun', 'Ali Demir'],
      ['Ali Demir', null],
    ])
    await anne.call(contract.reopenGroupTask, { params: { id: done.id } })
    expect(await tasks()).toEqual([
      ['Anne Bruun', 'Ali Demir'],
      ['Anne Bruun', 'Ali Demir'],
    ])
  })

  test('one group for a place: of two who make one at once the second is told whom to ask', async () => {
    const { id: companyId } = await world.company({ name: 'To På Én Gang ApS' })
    const make = (who: Client) => codeOf(who.call(contract.makeGroup, { body: { companyId, memberIds: [], ...plan } }))
    expect((await Promise.all([make(anne), make(pia)])).toSorted()).toEqual(['done', 'group-runs'])
  })
})

describe('what is said in it', () => {
  test('is for who is in it alone: no coordinator, school leader, administrator or colleague reads a note', async () => {
    const { id } = await made()
    await note(id, 'Ulla vil have prisen først')
    expect((await show(ali, id)).inside?.notes[0]?.words).toBe('Ulla vil have prisen først')
    expect(await show(birgit, id)).toMatchObject({ theme: plan.theme, inside: null })
    for (const who of [pia, torben]) expect(await codeOf(show(who, id))).toBe('not-found')
    // The database itself, with everybody's eyes.
    const rows = (who: Parameters<typeof world.inside>[0], table: 'groupNote' | 'groupContact' | 'groupTheme') =>
      world.inside(
        who,
        async (ctx) => (await ctx.db.selectFrom(table).select('groupId').where('groupId', '=', id).execute()).length,
      )
    for (const who of ['birgit', 'torben', 'asger', 'pia', 'mette', 'soren'] as const)
      expect([who, await rows(who, 'groupNote'), await rows(who, 'groupContact')]).toEqual([who, 0, 0])
    for (const who of ['torben', 'asger', 'pia', 'soren'] as const)
      expect([who, await rows(who, 'groupTheme')]).toEqual([who, 0])
    expect([await rows('anne', 'groupNote'), await rows('birgit', 'groupTheme')]).toEqual([1, 1])
    // Who writes himself into the list of its people reads no plan by it: he is in no circle.
    await world.sql(
      `insert into group_member (centre_id, group_id, person_id, asked_by, asked_at, joined_at)
       select centre_id, id, $2, $2, made_at, made_at from working_group where id = $1`,
      [id, people.pia.id],
    )
    expect([await rows('pia', 'groupTheme'), await codeOf(show(pia, id))]).toEqual([0, 'not-found'])
  })

  test('two who change a note at once: one stands, the other is shown both, and nothing is lost', async () => {
    const { id } = await made()
    const first = await note(id, 'Før kl. 14')
    const change = (who: Client, words: string) =>
      who.call(contract.changeGroupNote, { params: { id: first.id }, body: { words, version: first.version } })
    const told = await Promise.allSettled([change(anne, 'Før kl. 13'), change(ali, 'Efter kl. 14')])
    const stands = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(stands).toHaveLength(1)
    expect(stands[0]?.before).toMatchObject([{ words: 'Før kl. 14', by: 'Anne Bruun' }])
    expect(refused).toMatchObject([{ code: 'changed-meanwhile', problem: { theirs: { words: stands[0]?.words } } }])
  })

  test('the next contact always has a day; what came of it and the next day are written together', async () => {
    const { id, companyId, params } = await made()
    world.clock.set('2026-12-03T09:00')
    expect(await waiting(anne, companyId)).toEqual(['group-contact'])
    const write = (nextOn: string) =>
      anne.call(contract.writeGroupContact, { params, body: { cameOf: 'Screening den 9.', nextOn, nextWhat: 'Svar' } })
    expect(await codeOf(write('2026-12-01'))).toBe('wrong-input')
    expect(await write('2026-12-10')).toMatchObject({
      nextOn: '2026-12-10',
      inside: {
        contacts: [
          { on: '2026-12-10', cameOf: null },
          { on: '2026-12-02', cameOf: 'Screening den 9.' },
        ],
      },
    })
    expect(await waiting(anne, companyId)).toEqual([])
    await expect(world.sql('update working_group set next_on = null where id = $1', [id])).rejects.toThrow('check')
    expect(
      await codeOf(
        ali.call(contract.writeGroupContact, { params, body: { cameOf: 'x', nextOn: '2026-12-20', nextWhat: 'y' } }),
      ),
    ).toBe('not-allowed')
    const move = (on: string, seen: string) =>
      anne.call(contract.moveGroupContact, { params, body: { on, what: 'Svar', seen: { on: seen, what: 'Svar' } } })
    expect(await move('2026-12-11', '2026-12-10')).toMatchObject({ nextOn: '2026-12-11' })
    expect(await codeOf(move('2026-12-12', '2026-12-10'))).toBe('changed-meanwhile')
  })

  test('of those who know the company nobody learns more than that a group runs and who leads it', async () => {
    const { id, companyId, cvr } = await made()
    await addTask(id, people.ali.id, 'Hemmelig opgave')
    expect((await pia.call(contract.listCompanyGroups, { params: { companyId } })).rows).toMatchObject([
      { id, state: 'running', lead: { name: 'Anne Bruun' }, result: null, opens: false },
    ])
    const judged = await pia.call(judgeContact, { params: { companyId }, query: {} })
    expect(judged.all[0]?.sentence).toBe('I en arbejdsgruppe, tovholder Anne Bruun.')
    const thread = await pia.call(listCompanyEvents, { params: { id: companyId }, query: { limit: 50 } })
    expect(JSON.stringify([judged, thread])).not.toMatch(/Hemmelig|Svejsning|Ali Demir/)
    expect(await codeOf(world.as('soren').call(contract.listGroups, { query: {} }))).toBe('not-allowed')
    expect(await codeOf(world.as('uffe').call(contract.listGroups, { query: {} }))).toBe('not-allowed')
    // Nobody is sent there from a queue: it is stopped for outreach.
    expect(
      await world.sql("select kind from hindrance_now where cvr = $1 and kind = 'group' and 'outreach' = any(stops)", [
        cvr,
      ]),
    ).not.toEqual([])
  })
})

describe('what it does', () => {
  test('a task is of somebody in it, is moved from what was seen, and waits for its owner; late it is red, to the coordinator too when asked', async () => {
    const { id, companyId } = await made()
    expect(await codeOf(addTask(id, people.pia.id))).toBe('wrong-input')
    const task = await addTask(id, people.ali.id)
    const change = (dueOn: string, version: number) =>
      ali.call(contract.changeGroupTask, {
        params: { id: task.id },
        body: { what: task.what, ownerId: people.ali.id, dueOn, version },
      })
    expect((await change('2026-12-08', 1)).tasks).toMatchObject([{ dueOn: '2026-12-08', movedFrom: '2026-12-04' }])
    expect(await codeOf(change('2026-12-09', 1))).toBe('changed-meanwhile')
    expect(await waiting(ali, companyId)).toEqual([])
    world.clock.set('2026-12-06T09:00')
    expect(await waiting(ali, companyId)).toEqual(['group-task'])
    world.clock.set('2026-12-09T09:00')
    expect(await waiting(ali, companyId)).toEqual(['group-task-late'])
    const end = (how: 'done' | 'dropped') =>
      ali.call(contract.endGroupTask, { params: { id: task.id }, body: { how, why: '' } })
    expect(await codeOf(end('dropped'))).toBe('wrong-input')
    await end('done')
    expect([await waiting(ali, companyId), await codeOf(end('done'))]).toEqual([[], 'group-task-ended'])
    await ali.call(contract.reopenGroupTask, { params: { id: task.id } })
    expect(await waiting(ali, companyId)).toEqual(['group-task-late'])
  })

  test('the company sees the next contact always, a task when the lead ticks it; never a note, a price, or that one is late', async () => {
    const { id, companyId, params } = await made()
    await note(id, 'Ord i en note')
    const [task, other] = [
      await addTask(id, people.ali.id, 'Screening'),
      await addTask(id, people.ali.id, 'Hold: 12.000 kr.'),
    ]
    world.clock.set('2026-12-05T09:00')
    expect((await seenOf(companyId)).groups).toMatchObject([
      { theme: null, lead: 'Anne Bruun', nextOn: null, tasks: [] },
    ])
    expect(await codeOf(ali.call(contract.showGroupTask, { params: { id: task.id } }))).toBe('not-allowed')
    expect(await codeOf(anne.call(contract.showGroupTask, { params: { id: other.id } }))).toBe('group-price')
    await anne.call(contract.showGroupTask, { params: { id: task.id } })
    await anne.call(contract.showGroupTheme, { params })
    const seen = await seenOf(companyId)
    const shown = (nextOn: string | null, dueOn: string | null) => [
      {
        ...{ id, theme: plan.theme, lead: 'Anne Bruun', nextOn },
        tasks: [{ id: task.id, what: 'Screening', dueOn, done: false, who: 'Ali Demir', school: 'VUC Sundet' }],
      },
    ]
    expect(seen.groups).toEqual(shown(null, null))
    world.clock.set('2026-12-02T09:00')
    expect((await seenOf(companyId)).groups).toEqual(shown('2026-12-02', '2026-12-04'))
    world.clock.set('2026-12-05T09:00')
    expect(JSON.stringify(seen)).not.toMatch(/Ord i en note|kr\.|late":true/)
    expect((await pia.call(previewCase, { params: { id: companyId } })).groups).toEqual(seen.groups)
    await anne.call(contract.hideGroupTask, { params: { id: task.id } })
    await anne.call(contract.hideGroupTheme, { params })
    expect((await seenOf(companyId)).groups).toMatchObject([{ theme: null, tasks: [] }])
  })

  test('it ends with three lines for all schools; each open task is done, dropped with a reason, or a promise', async () => {
    const { id, companyId, params } = await made()
    const [one, two] = [
      await addTask(id, people.ali.id, 'Plan for svejsning'),
      await addTask(id, people.ali.id, 'Oplæg'),
    ]
    const said = await note(id, 'Før kl. 14')
    const words = { agreed: 'To hold', cameOf: 'Ét hold', learnt: 'Spørg om vagtplanen først' }
    const end = (tasks: InputOf<typeof contract.endGroup>['body']['tasks']) =>
      anne.call(contract.endGroup, { params, body: { ...words, tasks } })
    expect(await codeOf(end([{ id: one.id, how: 'done' }]))).toBe('group-tasks-open')
    expect(
      await codeOf(
        end([
          { id: one.id, how: 'done' },
          { id: two.id, how: 'dropped' },
        ]),
      ),
    ).toBe('wrong-input')
    expect(await codeOf(ali.call(contract.endGroup, { params, body: { ...words, tasks: [] } }))).toBe('not-allowed')
    const ended = await end([
      { id: one.id, how: 'promised' },
      { id: two.id, how: 'dropped', why: 'De holdt det selv' },
    ])
    expect(ended).toMatchObject({ state: 'ended', nextOn: null, result: words, can: { work: false } })
    expect((await pia.call(contract.listCompanyGroups, { params: { companyId } })).rows).toMatchObject([
      { result: words },
    ])
    expect(
      (await anne.call(listPromises, { query: { whose: 'all', companyId } })).rows.map(({ what, owner }) => [
        what,
        owner.id,
      ]),
    ).toEqual([['Plan for svejsning', people.anne.id]])
    expect(await world.sql("select from contact_mark where kind = 'group' and source_id = $1", [id])).toEqual([])
    expect(await codeOf(addTask(id, people.anne.id))).toBe('group-ended')
    const changed = { params: { id: said.id }, body: { words: 'Efter klokken', version: said.version } }
    expect(await codeOf(anne.call(contract.changeGroupNote, changed))).toBe('group-ended')
  })
})

describe('what goes wrong', () => {
  test('the lead leaves the centre: it stands still, loud, the tasks stay, and somebody in it says yes', async () => {
    const email = 'karl@oestkysten.example'
    const { id: memberId, personId } = await world.inside('birgit', (ctx) =>
      addMember(ctx, { name: 'Karl Holm', email, role: 'consultant', schoolId: schools.technical }),
    )
    const { id, companyId, params } = await made({ memberIds: [people.ali.id, personId] })
    await ali.call(contract.answerGroup, { params, body: { yes: true } })
    await world.sql('update group_member set joined_at = asked_at where group_id = $1 and person_id = $2', [
      id,
      personId,
    ])
    await addTask(id, personId)
    await world.sql('update regular_contact set person_id = $2 where company_id = $1', [companyId, personId])
    await world.inside('birgit', (ctx) => endMembership(ctx, memberId))
    expect(await show(ali, id)).toMatchObject({
      lead: null,
      tasks: [{ owner: null, was: 'Karl Holm' }],
      can: { lead: true },
    })
    expect(await waiting(birgit, companyId)).toEqual(['group-leaderless'])
    await ali.call(contract.leadGroup, { params })
    expect(await show(ali, id)).toMatchObject({ lead: { id: people.ali.id } })
    expect(await waiting(birgit, companyId)).toEqual([])
  })

  test('another company takes the place: the group goes on there; a stop is told to the lead', async () => {
    const { id, companyId } = await made()
    const heir = await world.company({ name: 'Facadernes Arving A/S' })
    await takePlace([companyId], heir.id)
    expect(await show(anne, id)).toMatchObject({ companyId: heir.id, state: 'running', lead: { id: people.anne.id } })
    const { token } = await linkFor(world, heir.id)
    await world.visitor.call(stopContact, { params: { token }, body: { words: '' } })
    expect(await waiting(anne, heir.id)).toEqual(['group-stopped'])
    expect(await show(anne, id)).toMatchObject({ stopped: true })
    // And nobody makes another one for them.
    const { id: companyId2 } = await world.company({ name: 'Vil Ikke Mere ApS' })
    await world.visitor.call(stopContact, {
      params: { token: (await linkFor(world, companyId2)).token },
      body: { words: '' },
    })
    expect(
      await codeOf(anne.call(contract.makeGroup, { body: { companyId: companyId2, memberIds: [], ...plan } })),
    ).toBe('may-not-contact')
  })

  test('proposed for a large report to who wrote it, and why; no more when a group is made, or none is wanted', async () => {
    const { id: companyId } = await world.company({ name: 'Stor Rapport A/S', employees: 64 })
    const needs = ['a', 'b', 'c', 'd'].map((words) => ({ words, education: null, soon: true }))
    const { id } = await anne.call(reportVisit, {
      body: { companyId, visitedAt: '2026-11-20T10:00:00Z', about: 'Stor sag', needs, topics: ['learn-from'] },
    })
    const proposed = async () => (await anne.call(contract.listCompanyGroups, { params: { companyId } })).proposed
    expect(await proposed()).toMatchObject({ visitId: id, reasons: ['employees', 'needs', 'learn'] })
    expect(await waiting(anne, companyId)).toEqual(['group-proposed'])
    await anne.call(contract.refuseGroup, { params: { id } })
    expect([await proposed(), await waiting(anne, companyId)]).toEqual([null, []])
    expect((await anne.call(showCompanyContact, { params: { companyId } })).contact).toBeNull()
  })
})
