import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { callersIn } from '#testing/callers'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { addSchool } from '../centre/schools.schema.ts'
import { changeWorkingHours } from '../diaries/diaries.schema.ts'
import { invite, noteInvitationCopied, sendInvitationAgain, showInvitation } from '../members/members.schema.ts'
import { showFirstDay } from './first-day.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const calls = callersIn(world)
const [birgit, asger] = [world.as('birgit'), world.as('asger')]
const day = () => birgit.call(showFirstDay)
const step = async (name: string, who = birgit) => (await who.call(showFirstDay)).steps.find((one) => one.name === name)

test('each step is reckoned from what has happened: companies, rules that were saved, times', async () => {
  expect(await day()).toMatchObject({
    state: 'under-way',
    schools: 3,
    examples: null,
    centre: { name: expect.stringContaining('VEU') as string },
  })
  expect(await step('companies')).toMatchObject({ done: false })
  await world.company({ name: 'Bageri Lund' })
  expect(await step('companies')).toMatchObject({ done: true })

  expect(await step('rules')).toMatchObject({ done: false })
  await birgit.call(changeRules, { body: await birgit.call(showRules) })
  expect(await step('rules')).toMatchObject({ done: true })

  expect(await step('hours')).toMatchObject({ done: true, count: 3, of: 3 })
  await world.as('anne').call(changeWorkingHours, { params: { personId: world.people.anne.id }, body: { hours: [] } })
  expect(await step('hours')).toMatchObject({ done: false, count: 2, of: 3 })
})

test('only the first call waits, and says for what; with it the day is over, told for two weeks', async () => {
  expect((await step('call'))?.waitsFor).toEqual(['list'])
  const bakery = await world.company({ name: 'Bageri Friis' })
  const listId = await calls.listOf([bakery])
  expect(await step('call')).toMatchObject({ done: false, waitsFor: [] })
  expect(await day()).toMatchObject({ state: 'under-way', firstCallAt: null })
  const soren = world.as('soren')
  await calls.held(soren, listId)
  await calls.answer(soren, bakery.id, {})
  expect(await day()).toMatchObject({ state: 'ready', firstCallAt: expect.any(String) as string })
  world.clock.advance({ hours: 15 * 24 })
  expect(await day()).toMatchObject({ state: 'past' })
})

test('a school nobody leads is shown until its leader is in: invited, copied, opened; a new link begins anew', async () => {
  const { id: schoolId } = await birgit.call(addSchool, { body: { name: 'Nyskolen', kind: 'fgu' } })
  const someone = async () => (await day()).people.find(({ school }) => school?.id === schoolId)
  expect(await someone()).toMatchObject({ state: 'nobody', name: null })
  const body = { name: 'Inge Frost', email: 'inge@frost.example', role: 'leader' as const, schoolId }
  const { id, url } = await birgit.call(invite, { body })
  expect(await someone()).toMatchObject({ state: 'invited', name: 'Inge Frost', invitationId: id })
  await birgit.call(noteInvitationCopied, { params: { id } })
  expect(await someone()).toMatchObject({ state: 'copied' })
  const token = url?.split('/').at(-1) ?? ''
  await world.visitor.call(showInvitation, { params: { token } })
  expect(await someone()).toMatchObject({ state: 'opened' })
  expect(await step('people')).toMatchObject({ done: false })
  await birgit.call(sendInvitationAgain, { params: { id } })
  expect(await someone()).toMatchObject({ state: 'invited' })
})

test('the administrator sees what the coordinator sees, a leader what the own school does, others nothing', async () => {
  expect((await asger.call(showFirstDay)).steps).toEqual((await day()).steps)
  const torben = await world.as('torben').call(showFirstDay)
  expect(torben.steps.map(({ name }) => name)).toEqual(['contacts', 'hours'])
  expect(torben.steps.find(({ name }) => name === 'hours')).toMatchObject({ of: 1 })
  expect(torben.people).toEqual([])
  await expect(world.as('anne').call(showFirstDay)).rejects.toMatchObject({ status: 403 })
})
