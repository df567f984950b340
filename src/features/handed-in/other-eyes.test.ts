/** Pasting a rival's customers tells nothing: a strike, a hearing that runs, another list and another school's hand-in are the same bytes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { endHearings } from '../hearings/hearings.ts'
import { strikeCompanies } from '../hearings/strikes.schema.ts'
import { addHandInLines, handIn, lookUpHandIn, showHandIn } from '../hand-in/hand-in.schema.ts'
import { listDrawnCompanies, shown } from '../lists/draw.schema.ts'
import { showContactList } from '../lists/lists.schema.ts'
import { listHandedIn, sendRound } from './handed-in.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne, ali, vibeke] = [world.as('birgit'), world.as('anne'), world.as('ali'), world.as('vibeke')]
type Client = typeof anne
type Company = Awaited<ReturnType<typeof world.company>>
const named = (nth: number) => world.company({ name: `Vognmand ${'ABCDEFG'[nth] ?? ''} ApS`, phone: `7300000${nth}` })
const companies: Company[] = []
const causes = [
  'struck',
  'in a hearing that runs',
  'on a list that is called',
  'handed in by another school',
  'no phone, and struck',
] as const

const hearingOf = async (listId: number) =>
  (await world.sql<{ id: number }>('select id from hearing where list_id = $1', [listId]))[0]?.id ?? 0
const strike = async (listId: number, company: Company) =>
  vibeke.call(strikeCompanies, {
    params: { id: await hearingOf(listId) },
    body: { companyIds: [company.id], reason: 'Vores kunde' },
  })
const write = async (who: Client, lines: string[]) => {
  await who.call(addHandInLines, { body: { lines } })
  return who.call(lookUpHandIn, {})
}
const sort = (draft: Awaited<ReturnType<typeof write>>) =>
  draft.lines.flatMap(({ n, group, company }) =>
    company && (group === 'ready' || group === 'maybe') ? [{ n, group, companyId: company.id } as const] : [],
  )

beforeAll(async () => {
  for (const [nth] of causes.entries()) companies.push(await named(nth))
  companies[4] = await world.company({ name: 'Vognmand E ApS', phone: null })
  const [struck, inHearing, listed, handed, phoneless] = companies
  if (!struck || !inHearing || !listed || !handed || !phoneless) throw new Error('none')
  world.clock.set('2026-09-01T09:00')
  const over = await callingList(world, [struck, phoneless], { ended: false })
  await strike(over, struck)
  await strike(over, phoneless)
  world.clock.set('2026-09-09T09:00')
  await world.inside('birgit', (ctx) => endHearings.run(ctx))
  await world.sql('insert into list_closing (centre_id, list_id, closed_by, closed_at) values ($1, $2, $3, $4)', [
    world.centreId,
    over,
    world.people.birgit.id,
    '2026-09-10',
  ])
  await callingList(world, [listed])
  await callingList(world, [inHearing], { ended: false })
  world.clock.set('2026-09-07T12:00')
  await ali.call(handIn, { body: { lines: sort(await write(ali, [handed.cvr])) } })
}, 120_000)

test('each of them is told in the same bytes, whatever keeps it back', async () => {
  const draft = await write(
    anne,
    companies.map(({ cvr }) => cvr),
  )
  expect(draft.lines.map(({ why }) => why)).toEqual(causes.map(() => 'maybe'))
  const told = draft.lines.map(({ n: _n, wrote: _wrote, company, ...rest }) =>
    JSON.stringify({ ...rest, company: { ...company, id: 0, name: '' } }),
  )
  expect(new Set(told).size).toBe(1)
  // Nothing of whoever struck or handed in, in any of it.
  const all = JSON.stringify([draft, await anne.call(listHandedIn, { query: {} })])
  for (const secret of ['Vores kunde', world.people.ali.name, world.people.vibeke.name].filter(
    (name) => !draft.visitors.some((one) => one.name === name),
  ))
    expect(all).not.toContain(secret)
})

test('what is handed in of them is told alike until the hearing is over, and what another school writes changes no byte', async () => {
  const before = JSON.stringify(await anne.call(showHandIn))
  await write(
    ali,
    companies.map(({ cvr }) => cvr),
  )
  expect(JSON.stringify(await anne.call(showHandIn))).toBe(before)
  const done = await anne.call(handIn, { body: { lines: sort(await anne.call(showHandIn)) } })
  expect(done.companyIds).toHaveLength(companies.length)
  const { rows } = await anne.call(listHandedIn, { query: {} })
  expect(new Set(rows.map(({ company: _c, wrote: _w, ...rest }) => JSON.stringify(rest))).size).toBe(1)
  // Own schools' lines are the school's alone, in the database too.
  const seen = await world.inside('anne', (ctx) =>
    ctx.db.selectFrom('handInLine').select('schoolId').distinct().execute(),
  )
  expect(seen.map(({ schoolId }) => schoolId)).not.toContain(world.schools.vuc)
})

test('while the hearing runs no school reads who is out of it or how many, and written again all of them are the own', async () => {
  const { listId } = await birgit.call(sendRound, { body: { total: companies.length } })
  const params = { id: listId }
  const outOf = async (who: Client, show: (typeof shown)[number]) =>
    (await who.call(listDrawnCompanies, { params, query: { show } })).rows.filter(({ included }) => !included)
  expect(await outOf(birgit, 'out')).toHaveLength(4)
  for (const who of [anne, ali, vibeke]) {
    for (const show of shown) expect(await outOf(who, show)).toEqual([])
    const { counts, outShown } = await who.call(showContactList, { params })
    expect([counts, outShown]).toEqual([[{ reason: 'fits', count: 1 }], false])
  }
  expect((await birgit.call(showContactList, { params })).counts.length).toBeGreaterThan(1)
  const draft = await write(
    anne,
    companies.map(({ cvr }) => cvr),
  )
  expect(draft.lines.map(({ why }) => why)).toEqual(causes.map(() => 'own'))
  const { rows } = await anne.call(listHandedIn, { query: {} })
  expect(new Set(rows.map(({ company: _c, wrote: _w, ...rest }) => JSON.stringify(rest))).size).toBe(1)
})
