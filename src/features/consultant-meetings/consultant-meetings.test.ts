import { afterAll, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { system } from '../centre/centre.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import {
  cancelConsultantMeeting,
  listConsultantMeetings,
  moveConsultantMeeting,
  setMeetingSeries,
} from '../meeting-dates/meeting-dates.schema.ts'
import { tendMeetings } from '../meeting-dates/giving.ts'
import { listPromises, makePromise, showPromise } from '../promises/promises.schema.ts'
import { keepRestrictedPart, reportVisit } from '../visits/visits.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { listTeachingIdeas, putTeachingIdea } from '../teaching-ideas/teaching-ideas.schema.ts'
import * as contract from './consultant-meetings.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
type Meeting = AnswerOf<typeof contract.showConsultantMeeting>
type Point = Meeting['points'][number]

const hosts = [schools.technical, schools.vuc, schools.health]
const series = { firstOn: '2026-11-24', everyWeeks: 2, from: '08:30', until: '10:00', place: 'Mødelokale 2', hosts }
const dates = async () => (await anne.call(listConsultantMeetings)).ahead
const seen = (id: number, who = birgit) => who.call(contract.showConsultantMeeting, { params: { id } })
const open = (id: number) => birgit.call(contract.openConsultantMeeting, { params: { id } })
const attend = (id: number, personId: number) =>
  birgit.call(contract.attendMeeting, { params: { id }, body: { personId } })
const settle = (id: number, point: Point, body: { how: 'seen' | 'task' | 'decided' | 'later' } & Partial<Settling>) =>
  birgit.call(contract.settlePoint, { params: { id, pointId: point.id ?? 0 }, body })
type Settling = { words: string; personId: number; dueOn: string }
const undo = (id: number, point: Point) => birgit.call(contract.undoPoint, { params: { id, pointId: point.id ?? 0 } })
const of = ({ points }: Meeting, section: Point['section']) => points.filter((one) => one.section === section)
const at = (meeting: Meeting, company: string, section?: Point['section']) => {
  const found = meeting.points.find((one) => one.company?.name === company && (!section || one.section === section))
  if (!found) throw new Error(`no point of ${company}`)
  return found
}
let visits = 0
const visited = async (name: string, need = '', who: typeof anne = anne, about = 'Vi gik rundt i hallen.') => {
  const company = await world.company({ name })
  const needs = (need ? need.split(' + ') : []).map((words) => ({ words, education: null, soon: true }))
  const visitedAt = `2026-11-${10 + (visits++ % 9)}T09:00:00Z`
  const { id } = await who.call(reportVisit, {
    body: { companyId: company.id, visitedAt, about, needs, topics: [], promises: [] },
  })
  return { ...company, visitId: id }
}

test('fixed times are given ten weeks ahead, hosts in turns; a closed day has none and costs no school its turn; one is moved, one called off', async () => {
  await birgit.call(setMeetingSeries, { body: { ...series, firstOn: '2026-11-24', seen: null } })
  const ahead = await dates()
  // Every other Tuesday: 22 December is one of them, the next would be 5 January.
  expect(ahead.map(({ startsAt, host }) => [startsAt.slice(0, 10), host?.id])).toEqual([
    ['2026-11-24', schools.technical],
    ['2026-12-08', schools.vuc],
    ['2026-12-22', schools.health],
    ['2027-01-05', schools.technical],
    ['2027-01-19', schools.vuc],
  ])
  expect(ahead[0]).toMatchObject({ startsAt: '2026-11-24T07:30:00.000Z', place: 'Mødelokale 2', state: 'ahead' })
  const [, second, third] = ahead
  const moved = { day: '2026-12-09', from: '09:00', until: '10:30', hostId: schools.vuc, place: '', version: 1 }
  await birgit.call(moveConsultantMeeting, { params: { id: second?.id ?? 0 }, body: moved })
  await birgit.call(cancelConsultantMeeting, { params: { id: third?.id ?? 0 }, body: { why: 'Juleafslutning' } })
  // Of two who move it at once the second is told.
  await expect(
    birgit.call(moveConsultantMeeting, { params: { id: second?.id ?? 0 }, body: moved }),
  ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await world.sql(
    `insert into closed_day (centre_id, from_on, to_on, name) values ($1, '2027-01-05', '2027-01-05', 'Kursusdag')`,
    [world.centreId],
  )
  await world.database.in(system(world.centreId), (ctx) => tendMeetings.run(ctx))
  const now = await anne.call(listConsultantMeetings)
  expect(now.ahead.map(({ startsAt, state }) => [startsAt.slice(0, 10), state])).toEqual([
    ['2026-11-24', 'ahead'],
    ['2026-12-09', 'ahead'],
    ['2026-12-22', 'cancelled'],
    ['2027-01-19', 'ahead'],
  ])
  expect(now.skipped).toEqual([{ on: '2027-01-05', why: 'Kursusdag' }])
  // Two who set other times: the second has not seen the first's.
  await expect(birgit.call(setMeetingSeries, { body: { ...series, seen: null } })).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
})

test('the agenda writes itself of what any colleague reads, with the same words for all eyes, and of nothing else', async () => {
  const [meeting] = await dates()
  const id = meeting?.id ?? 0
  const pakkeri = await visited('Nordhavn Pakkeri', 'De går uden om skærmen + Truckkort til to')
  const holm = await visited('Holm & Søn', 'Dansk til otte', ali)
  await ali.call(takeRegularContact, { body: { companyId: holm.id } })
  await visited('Lund Bageri', 'Ordblindeundervisning til to', pia, 'God snak. To er ordblinde. De bager om natten.')
  await anne.call(keepRestrictedPart, {
    params: { id: pakkeri.visitId },
    body: { words: 'Ejeren vil sælge', readers: [people.ali.id], version: 0 },
  })
  const late = await world.company({ name: 'Toft Møbler' })
  await anne.call(makePromise, {
    body: { companyId: late.id, what: 'Pris på truckkursus', ownerId: people.anne.id, dueOn: '2026-11-16', late: true },
  })
  const krog = await world.company({ name: 'Krog VVS' })
  await anne.call(makePromise, {
    body: { companyId: krog.id, what: 'Kursusplan', ownerId: people.anne.id, dueOn: '2026-11-17', late: true },
  })
  await pia.call(contract.putMeetingPoint, { body: { kind: 'question', words: 'Hvem kender GARANT?' } })
  await ali.call(putTeachingIdea, { body: { title: 'FVU på nathold' } })

  const agenda = await seen(id)
  expect(of(agenda, 'reports').map(({ company, needs, who }) => [company?.name, needs, who])).toEqual([
    ['Nordhavn Pakkeri', ['De går uden om skærmen', 'Truckkort til to'], 'Anne Bruun'],
    ['Holm & Søn', ['Dansk til otte'], 'Ali Demir'],
    // What no list names is on no big screen.
    ['Lund Bageri', [], 'Pia Toft'],
  ])
  expect(JSON.stringify(agenda)).not.toMatch(/ordblind|sælge/iu)
  expect(at(agenda, 'Toft Møbler')).toMatchObject({
    section: 'stalled',
    words: 'Pris på truckkursus',
    on: '2026-11-16',
  })
  expect(of(agenda, 'put')).toMatchObject([{ words: 'Hvem kender GARANT?', who: 'Pia Toft' }])
  expect(of(agenda, 'ideas')).toMatchObject([{ words: 'FVU på nathold' }])
  // The need that nobody has answered comes when it is a week old.
  expect(of(agenda, 'ownerless')).toEqual([])
  // The database tells a plain consultant of any other school the same rows as who runs the centre; the council has no agenda.
  const rows = (who: 'birgit' | 'pia' | 'anne') =>
    world.inside(who, (ctx) =>
      ctx.db
        .selectFrom('meetingThing')
        .where('stands', '=', true)
        .select(['kind', 'sourceId', 'words'])
        .orderBy('kind')
        .orderBy('sourceId')
        .execute(),
    )
  expect(await rows('pia')).toEqual(await rows('birgit'))
  expect(await rows('anne')).toEqual(await rows('birgit'))
  const same = ({ points }: Meeting) => points.map(({ can: _, ...point }) => point)
  expect(same(await seen(id, pia))).toEqual(same(agenda))
  await expect(world.as('carl').call(contract.showConsultantMeeting, { params: { id } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  // A week ahead who runs it and who hosts it have it waiting, the others the day before; nobody twice.
  const waits = async (who: typeof anne) =>
    (await who.call(listWaiting, { query: {} })).rows
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('meeting-'))
  world.clock.set('2026-11-22T09:00')
  expect([await waits(birgit), await waits(anne), await waits(ali)]).toEqual([['meeting-runs'], ['meeting-host'], []])
  world.clock.set('2026-11-23T09:00')
  expect([await waits(birgit), await waits(anne), await waits(ali)]).toEqual([
    ['meeting-runs'],
    ['meeting-host'],
    ['meeting-comes'],
  ])
})

test('who is there takes a task and has it at once, who is not is asked; of two chairs one wins and the other sees it; a slip is taken back', async () => {
  world.clock.set('2026-11-24T08:30')
  const [meeting] = await dates()
  const id = meeting?.id ?? 0
  // Two open it at once: they are at the same one, and no point stands twice.
  const [one, other] = await Promise.all([open(id), open(id)])
  expect(one.points.map((point) => point.id)).toEqual(other.points.map((point) => point.id))
  expect(new Set(one.points.map(({ id: pointId }) => pointId)).size).toBe(one.points.length)
  await attend(id, people.anne.id)
  const now = await attend(id, people.pia.id)
  expect(
    now.people
      .filter(({ present }) => present)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Anne Bruun', 'Pia Toft'])

  const holm = at(now, 'Holm & Søn', 'reports')
  const task = { how: 'task' as const, words: 'Ring om dansk', dueOn: '2026-12-01' }
  const { rows } = await birgit.call(contract.listMeetingTakers, { params: { id, pointId: holm.id ?? 0 } })
  expect(rows.map(({ name, present, why }) => [name, present, why])).toEqual([
    ['Ali Demir', false, ['regular-contact']],
    ['Pia Toft', true, []],
    ['Anne Bruun', true, []],
  ])
  // Both sequences: whoever comes second is told who was first, and nothing is promised twice.
  const two = await Promise.allSettled([
    settle(id, holm, { ...task, personId: people.anne.id }),
    settle(id, holm, { ...task, personId: people.pia.id }),
  ])
  expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const won = at(await seen(id), 'Holm & Søn', 'reports').outcome
  await expect(settle(id, holm, { how: 'later' })).rejects.toMatchObject({ code: 'meeting-point-settled' })
  const promisesAt = async (companyId: number) =>
    (await birgit.call(listPromises, { query: { companyId, whose: 'all', state: 'any' } })).rows
  const [made, ...more] = await promisesAt(holm.company?.id ?? 0)
  expect(more).toEqual([])
  expect(made).toMatchObject({ owner: { id: won?.person?.id }, handover: null, state: 'open', dueOn: '2026-12-01' })
  await undo(id, holm)
  expect(await promisesAt(holm.company?.id ?? 0)).toMatchObject([{ state: 'dropped' }])

  // Ali is not there: the question waits with him, and until his yes it is hers who runs the meeting.
  await settle(id, holm, { ...task, personId: people.ali.id })
  expect((await ali.call(listPromises, { query: { whose: 'offered' } })).rows).toMatchObject([
    { what: 'Ring om dansk', owner: { id: people.birgit.id } },
  ])
  expect(at(await seen(id), 'Holm & Søn', 'reports').outcome).toMatchObject({
    how: 'asked',
    person: { name: 'Ali Demir' },
  })

  // What Anne promised and has not kept goes to Pia, who is there; taken back it is Anne's for its old day.
  const toft = at(now, 'Toft Møbler')
  const taken = { how: 'task' as const, personId: people.pia.id, dueOn: '2026-11-30' }
  await settle(id, toft, taken)
  const promise = () => birgit.call(showPromise, { params: { id: toft.sourceId ?? 0 } })
  expect(await promise()).toMatchObject({ owner: { id: people.pia.id }, dueOn: '2026-11-30', handover: null })
  await undo(id, toft)
  expect(await promise()).toMatchObject({ owner: { id: people.anne.id }, dueOn: '2026-11-16' })
  await settle(id, toft, taken)
  await settle(id, at(now, 'Nordhavn Pakkeri', 'reports'), { how: 'seen' })
  await settle(id, at(now, 'Lund Bageri', 'reports'), { how: 'later' })
  await settle(id, at(now, 'Krog VVS'), { how: 'seen' })
  const [idea] = of(now, 'ideas')
  if (idea) await settle(id, idea, { ...task, personId: people.anne.id })
  await birgit.call(contract.decideAtMeeting, { params: { id }, body: { words: 'Vi prøver fælles stand på messen' } })
  expect((await pia.call(listTeachingIdeas)).rows).toMatchObject([
    { state: 'looking', follower: { id: people.anne.id } },
  ])
  // Nobody but who runs the centre presses.
  await expect(anne.call(contract.closeConsultantMeeting, { params: { id } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('closing freezes the minutes and sends them once; a correction has name and time; what was put off comes again', async () => {
  const id = (await dates()).find(({ state }) => state === 'open')?.id ?? 0
  const close = () => birgit.call(contract.closeConsultantMeeting, { params: { id } })
  const both = await Promise.allSettled([close(), close()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const minutes = (await birgit.call(listMails, { query: { limit: 200 } })).rows.filter(({ subject }) =>
    /Referat/.test(subject),
  )
  // Everyone who is invited once, here or not.
  expect(new Set(minutes.map(({ to }) => to)).size).toBe(minutes.length)
  expect(minutes.map(({ to }) => to)).toEqual(
    expect.arrayContaining([people.ali.email, people.anne.email, people.birgit.email]),
  )
  const [mail] = await world.sql<{ body: string }>(
    `select body from outbox where subject like 'Referat%' order by id limit 1`,
  )
  expect(mail?.body).toMatch(/Til stede: Pia Toft og Anne Bruun\./)
  expect(mail?.body).toMatch(/Toft Møbler: Pia Toft tager den, senest 30\. november/)
  expect(mail?.body).toMatch(/Holm & Søn: Ali Demir er spurgt/)
  expect(mail?.body).toMatch(/Vi prøver fælles stand på messen/)

  const closed = await seen(id, anne)
  const point = at(closed, 'Lund Bageri')
  await expect(settle(id, point, { how: 'seen' })).rejects.toMatchObject({ code: 'meeting-closed' })
  await expect(undo(id, at(closed, 'Toft Møbler'))).rejects.toMatchObject({ code: 'meeting-closed' })
  const corrected = await anne.call(contract.correctMinutes, {
    params: { id },
    body: { words: 'Ali var med fra kl. 9' },
  })
  expect(corrected.corrections).toMatchObject([{ words: 'Ali var med fra kl. 9', by: 'Anne Bruun' }])

  world.clock.set('2026-12-08T09:00')
  const next = await seen((await dates()).find(({ state }) => state === 'ahead')?.id ?? 0, pia)
  expect(next.last?.lines).toEqual(
    expect.arrayContaining([expect.objectContaining({ company: 'Toft Møbler', who: 'Pia Toft', state: 'open' })]),
  )
  expect(next.last?.lines).toEqual(
    expect.arrayContaining([expect.objectContaining({ words: 'FVU på nathold', who: 'Anne Bruun', state: 'open' })]),
  )
  // The report that was put off, the question nobody came to, the idea that is looked into; no report a second time.
  expect(of(next, 'reports').map(({ company }) => company?.name)).toEqual(['Lund Bageri'])
  expect(of(next, 'put')).toMatchObject([{ words: 'Hvem kender GARANT?' }])
  expect(of(next, 'ideas')).toMatchObject([{ words: 'FVU på nathold', who: 'Anne Bruun' }])
  // A need that nobody answered in two weeks is nobody's task.
  // All that it has asked for stands in one point.
  const nobodys = of(next, 'ownerless').filter(({ company }) => company?.name === 'Nordhavn Pakkeri')
  expect(nobodys.map(({ words, needs }) => [words, needs])).toEqual([['De går uden om skærmen', ['Truckkort til to']]])
  // What was gone through is not gone through again at once; what still stands after four weeks is.
  const stalled = (meeting: Meeting) => of(meeting, 'stalled').map(({ company }) => company?.name)
  expect(stalled(next)).not.toContain('Krog VVS')
  world.clock.set('2026-12-23T09:00')
  expect(stalled(await seen(next.id, pia))).toContain('Krog VVS')
})
