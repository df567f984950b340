import { afterAll, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { showHold, takeCompany } from '../calls/calls.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { findNumber } from './held.schema.ts'
import { showQueue, skipCompany } from './queue.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { listed, listOf, held } = callersIn(world)
const [soren, anne] = [world.as('soren'), world.as('anne')]

test('a list for own consultants is called by who visits, and by nobody else: not by name, not by the company', async () => {
  const own = await listed({ name: 'Kendt Smedje ApS' })
  await world.sql('update contact_list set by_visitors = true where id = $1', [own.listId])
  const listsOf = async (who: typeof soren) => (await who.call(showQueue, { query: {} })).lists.map(({ id }) => id)
  expect(await listsOf(soren)).toEqual([])
  expect(await listsOf(anne)).toEqual([own.listId])
  const take = (body: object) => soren.call(takeCompany, { body: { outsideHours: true, ...body } })
  expect((await take({})).held).toBeNull()
  await expect(take({ listId: own.listId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(take({ listId: own.listId, companyId: own.id })).rejects.toMatchObject({ code: 'may-not-call' })
  await expect(take({ companyId: own.id })).rejects.toMatchObject({ code: 'may-not-call' })
  await expect(soren.call(showQueue, { query: { listId: own.listId } })).rejects.toMatchObject({ code: 'not-found' })
  expect((await held(anne, own.listId))?.name).toBe('Kendt Smedje ApS')
})

test('a consultant’s list begins with whom the own school has visited; its contacts are marked for itself, and move nothing that others see', async () => {
  const { people } = world
  const made = []
  for (let n = 0; n < 5; n++) made.push(await world.company({ name: `Smedje ${n} ApS` }))
  const listId = await listOf(made)
  const [, , third, fourth] = made
  const ready = async (who: typeof anne) => (await who.call(showQueue, { query: { listId } })).next
  const names = async (who: typeof anne) => (await ready(who)).map(({ name, known }) => [name, known])
  // On a list that callers share nobody comes first.
  const know = async () => {
    await world.sql(
      `insert into visit (centre_id, company_id, cvr, person_id, visited_at, reported_at, about) select $1, id, cvr, $2, '2026-10-01', '2026-10-01', 'Svejs' from company where id = $3`,
      [world.centreId, people.anne.id, fourth?.id],
    )
    await world
      .as('torben')
      .call(uploadContacts, { query: { name: 'vores.csv' } }, { bytes: `Virksomhed;CVR\r\nSmedje 2;${third?.cvr}` })
  }
  await know()
  expect((await ready(anne)).every(({ known }) => known === null)).toBe(true)
  await world.sql('update contact_list set by_visitors = true where id = $1', [listId])
  expect(await names(anne)).toEqual([
    ['Smedje 3 ApS', 'visited'],
    ['Smedje 0 ApS', null],
    ['Smedje 1 ApS', null],
    ['Smedje 2 ApS', 'contact'],
    ['Smedje 4 ApS', null],
  ])
  // Another school's consultant has the list's order, and hears of nothing.
  expect(await names(world.as('ali'))).toEqual(made.map(({ name }) => [name, null]))
  const taken = [(await held(anne, listId))?.name]
  await anne.call(skipCompany, { body: { companyId: (await anne.call(showHold)).held?.companyId ?? 0 } })
  taken.push((await held(anne, listId))?.name)
  expect(taken).toEqual(['Smedje 3 ApS', 'Smedje 0 ApS'])
})

test('it waits for who visits, and nobody else is told of it; nor of its call-backs and the numbers it wants', async () => {
  const own = await listed({ name: 'Aftalt Smedje ApS' })
  await world.sql('update contact_list set by_visitors = true where id = $1', [own.listId])
  await world.sql('update queue_row set due_at = $1 where list_id = $2', [world.clock.now().toString(), own.listId])
  const told = async (who: typeof soren) =>
    JSON.stringify(
      (await who.call(listWaiting, { query: {} })).rows.filter(({ kind }) => /call-back|queue-ready/.test(kind)),
    )
  expect(await told(anne)).toContain('Aftalt Smedje ApS')
  expect(await told(anne)).toContain('queue-ready')
  expect(await told(soren)).toBe('[]')
  const numberless = await listed({ phone: null })
  const find = (who: typeof soren) =>
    who.call(findNumber, { params: { companyId: numberless.id }, body: { phone: '97121314', source: 'directory' } })
  await world.sql('update contact_list set by_visitors = true where id = $1', [numberless.listId])
  await expect(find(soren)).rejects.toMatchObject({ code: 'not-found' })
  expect((await find(anne)).phone).toMatch(/97121314$/)
})
