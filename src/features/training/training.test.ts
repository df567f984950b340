import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { answerCall } from '../calls/calls.schema.ts'
import { answers } from '../may-contact/answers.schema.ts'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showTraining } from './training.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const soren = world.as('soren')

test('each answer is met once, with the centre’s own script, words and dates', async () => {
  const { rows, slots } = await soren.call(showTraining, {})
  expect([...new Set(rows.flatMap(({ fits }) => fits))].toSorted()).toEqual(answers.toSorted())
  const [first] = rows
  expect(first?.company.says).toContain('Søren')
  expect(first?.company.says).not.toContain('{')
  // Monday 23 November 2026 and three months.
  expect(first?.company.effects.find(({ answer }) => answer === 'later')?.until).toBe('2027-02-23')
  expect(slots.rows[0]?.startsAt).toBe('2026-11-26T08:00:00Z')
})

test('nothing of an exercise is anybody’s: no number to dial, no id that a door takes, and reading leaves no row', async () => {
  const counts = async () =>
    world.sql(`select relname, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', nspname, relname), false, true, '')))[1]::text as n
      from pg_class c join pg_namespace s on s.oid = c.relnamespace where relkind in ('r', 'p') and nspname = 'public' order by 1`)
  await soren.call(showTraining, {})
  // Whoever asks for the first time gets a token.
  await world.as('birgit').call(listWaiting, { query: {} })
  const before = await counts()
  const { rows, slots } = await soren.call(showTraining, {})
  expect(await counts()).toEqual(before)
  for (const { company } of rows) {
    expect(company.phone).toBe('')
    expect(company.companyId).toBeLessThan(0)
  }
  const companyId = rows[0]?.company.companyId ?? 0
  await expect(soren.call(answerCall, { body: { companyId, answer: 'later' } })).rejects.toMatchObject({ status: 409 })
  const slot = slots.rows[0]
  const meeting = {
    companyId,
    personId: slot?.personId ?? 0,
    startsAt: slot?.startsAt ?? '',
    contactName: 'Lone',
    note: '',
  }
  await expect(world.as('birgit').call(bookMeeting, { body: meeting })).rejects.toMatchObject({ code: 'not-found' })
  expect(await counts()).toEqual(before)
})

test('who calls practises; who does not has nothing to practise', async () => {
  for (const who of ['carl', 'mette', 'tove', 'uffe'] as const)
    await expect(world.as(who).call(showTraining, {})).rejects.toMatchObject({ status: 403 })
})
