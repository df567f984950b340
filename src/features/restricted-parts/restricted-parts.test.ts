import { afterAll, expect, test } from 'vitest'
import { whoHears } from '#platform/http/who-hears'
import { openWorld } from '#testing/world'
import { served } from '../../app.ts'
import { system } from '../centre/centre.ts'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { endMembership, listMembers } from '../members/members.schema.ts'
import { listReports, listWordings } from '../reports/reports.schema.ts'
import { saveDraft, showReportForm } from '../visits/drafts.schema.ts'
import {
  changeVisit,
  keepRestrictedPart,
  listVisits,
  removeRestrictedPart,
  reportVisit,
  showVisit,
} from '../visits/visits.schema.ts'
import { endRestrictedParts } from './restricted-parts.ts'
import { listReportReaders } from './restricted-parts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, birgit] = [world.as('anne'), world.as('ali'), world.as('birgit')]
world.clock.set('2026-11-23T10:00')
const company = await world.company({ name: 'Limfjordens Mejeri A/S' })
const secret = 'Ejerne overvejer at flytte til Holstebro'

const write = (restricted: { words: string; readers: number[] } | null = { words: secret, readers: [people.ali.id] }) =>
  anne.call(reportVisit, {
    body: {
      ...{ companyId: company.id, visitedAt: '2026-11-20T09:00:00+01:00', about: 'Ny ostelinje.', restricted },
      ...{ needs: [], topics: [], promises: [] },
    },
  })
const partsFor = async (who: Parameters<typeof world.as>[0], id: number) =>
  (await world.as(who).call(showVisit, { params: { id } })).restricted
const outsiders = ['birgit', 'vibeke', 'torben', 'pia'] as const

test('its writer and those he names read it; to everyone else the report is the same as one without', async () => {
  const [sent, without] = [await write(), await write(null)]
  const part = {
    words: secret,
    by: { id: people.anne.id, name: 'Anne Bruun' },
    readers: [{ id: people.ali.id, name: 'Ali Demir' }],
  }
  expect(sent.restricted).toMatchObject([{ ...part, mine: true, version: 1 }])
  expect(await partsFor('ali', sent.id)).toMatchObject([{ ...part, mine: false }])
  for (const who of outsiders) {
    const [one, other] = [
      await world.as(who).call(showVisit, { params: { id: sent.id } }),
      await world.as(who).call(showVisit, { params: { id: without.id } }),
    ]
    expect({ ...one, id: 0 }).toEqual({ ...other, id: 0 })
    const rows = (await world.as(who).call(listReports, { query: {} })).rows.filter(({ id }) =>
      [sent.id, without.id].includes(id),
    )
    expect(rows.map(({ readers }) => readers)).toEqual([null, null])
  }
  const mine = (await ali.call(listReports, { query: {} })).rows.find(({ id }) => id === sent.id)
  expect(mine?.readers).toEqual(['Ali Demir', 'Anne Bruun'])
})

test('the database refuses everybody else, administrators and coordinators too: nothing is there, nothing is counted, nothing can be written', async () => {
  const { id } = await write()
  for (const who of ['asger', ...outsiders] as const)
    await world.inside(who, async (ctx) => {
      const rows = (name: 'restrictedPart' | 'restrictedPartRead') => ctx.db.selectFrom(name).selectAll().execute()
      expect([await rows('restrictedPart'), await rows('restrictedPartRead')]).toEqual([[], []])
      expect(await ctx.db.updateTable('restrictedPart').set({ words: 'x' }).returning('id').execute()).toEqual([])
      expect(await ctx.db.deleteFrom('restrictedPart').returning('id').execute()).toEqual([])
    })
  // Who reads it does not write it.
  await world.inside('ali', async (ctx) => {
    expect(await ctx.db.selectFrom('restrictedPart').select('words').where('visitId', '=', id).execute()).toEqual([
      { words: secret },
    ])
    expect(await ctx.db.updateTable('restrictedPart').set({ words: 'x' }).returning('id').execute()).toEqual([])
    expect(await ctx.db.deleteFrom('restrictedPart').returning('id').execute()).toEqual([])
  })
  await expect(
    ali.call(keepRestrictedPart, { params: { id }, body: { words: 'x', readers: [], version: 1 } }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
})

test('no list, search, file, thread, event or wording tells of it, nor an answer that was kept for another', async () => {
  const { id } = await write()
  await anne.call(changeVisit, { params: { id }, body: { version: 1, about: 'Rettet.', needs: [], topics: [] } })
  for (const who of [birgit, ali, anne]) {
    expect((await who.call(listReports, { query: { text: 'Holstebro' } })).rows).toEqual([])
    for (const file of ['/api/reports.csv', `/api/visits.csv?companyId=${company.id}`])
      expect(await (await who.fetch(file)).text()).not.toMatch(/Holstebro|Ali Demir/)
  }
  const told = [
    await birgit.call(listVisits, { query: { companyId: company.id } }),
    await birgit.call(listCompanyEvents, { params: { id: company.id }, query: {} }),
    await birgit.call(listWordings, { params: { id } }),
    await world.sql('select * from event'),
    await world.sql('select * from outbox'),
  ]
  expect(JSON.stringify(told)).not.toMatch(/Holstebro|restricted/)
})

test('its writer lets in and out: whoever is out is a stranger at once; pages of its people alone are told', async () => {
  const { id } = await write()
  const hear = whoHears(served, world.database.house.rooms)
  const heard = await world.inside('anne', async (ctx) => {
    const { keepPart } = await import('./restricted-parts.ts')
    await keepPart(ctx, id, { words: `${secret}.`, readers: [people.birgit.id], version: 1 }, { pointer: '/body' })
    return [people.anne, people.ali, people.birgit, people.pia, people.asger].map(({ id: person, schoolId, role }) =>
      hear({ centre: world.centreId, person, school: schoolId, role }, [...ctx.notices]).includes('reports'),
    )
  })
  expect(heard).toEqual([true, true, true, false, false])
  expect([await partsFor('ali', id), (await partsFor('birgit', id)).map(({ words }) => words)]).toEqual([
    [],
    [`${secret}.`],
  ])
  // Nothing of the report has changed for anybody else.
  expect(await world.sql('select version from visit where id = $1', [id])).toEqual([{ version: 1 }])
  expect(await world.sql("select from event where verb = 'report-changed' and subject_id = $1", [id])).toEqual([])
})

test('who reads no reports cannot be named; nobody need be', async () => {
  for (const who of ['soren', 'uffe', 'carl'] as const)
    await expect(write({ words: secret, readers: [people.ali.id, people[who].id] })).rejects.toMatchObject({
      code: 'wrong-input',
      problem: { errors: [{ pointer: '/body/restricted/readers/1' }] },
    })
  const { rows } = await anne.call(listReportReaders)
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ali Demir', 'Birgit Dam']))
  expect(rows.map(({ name }) => name)).not.toContain('Anne Bruun')
  const { id } = await write({ words: 'Kun til mig', readers: [] })
  expect([(await partsFor('anne', id)).length, await partsFor('ali', id)]).toEqual([1, []])
  await expect(write({ words: 'Født 311299-4321', readers: [] })).rejects.toMatchObject({ code: 'wrong-input' })
})

test('of two windows the second sees both wordings; the coordinator who mends writes a part of his own', async () => {
  const { id } = await write()
  const keep = (words: string, version: number) =>
    anne.call(keepRestrictedPart, { params: { id }, body: { words, readers: [], version } })
  const tries = await Promise.allSettled([keep('Den ene', 1), keep('Den anden', 1), keep('Den tredje', 1)])
  const lost = tries.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as { code: string; problem: object }] : [],
  )
  expect(lost).toHaveLength(2)
  for (const one of lost)
    expect(one).toMatchObject({ code: 'changed-meanwhile', problem: { now: { version: 2 }, yours: { version: 1 } } })
  // Nobody is told by a refusal that there is another's.
  await birgit.call(keepRestrictedPart, { params: { id }, body: { words: 'Koordinatorens', readers: [], version: 0 } })
  expect((await partsFor('birgit', id)).map(({ words }) => words)).toEqual(['Koordinatorens'])
  expect((await partsFor('anne', id)).map(({ words }) => words)).toHaveLength(1)
  const first = await write(null)
  const both = await Promise.allSettled(
    ['a', 'b'].map((words) =>
      anne.call(keepRestrictedPart, { params: { id: first.id }, body: { words, readers: [], version: 0 } }),
    ),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('it is removed for its readers too, with its circle', async () => {
  const { id } = await write()
  const circles = async () => (await world.sql('select from reading_circle')).length
  const before = await circles()
  await birgit.call(removeRestrictedPart, { params: { id } })
  expect(await partsFor('ali', id)).toHaveLength(1)
  await anne.call(removeRestrictedPart, { params: { id } })
  expect([await partsFor('anne', id), await partsFor('ali', id), await circles()]).toEqual([[], [], before - 1])
})

test('a draft keeps it, for its writer alone; a half-written one asks for nothing', async () => {
  const restricted = { words: 'Halvt', readers: [people.ali.id] }
  const body = { about: '', needs: [], topics: [], promises: [], visitedAt: null, restricted }
  const query = { companyId: company.id }
  await anne.call(saveDraft, { query, body })
  expect((await anne.call(showReportForm, { query })).draft?.body.restricted).toEqual(restricted)
  for (const other of [ali, birgit]) expect((await other.call(showReportForm, { query })).draft).toBeNull()
})

test('when its writer leaves, readers keep it and nobody changes it; when the last of them has left it ends', async () => {
  const readers = [people.ali.id, people.pia.id]
  const { id } = await write({ words: secret, readers })
  const sweep = () => world.database.in(system(world.centreId, 'job'), (ctx) => endRestrictedParts.run(ctx))
  const leave = async (name: string) => {
    const member = (await birgit.call(listMembers, { query: {} })).rows.find((one) => one.name === name)
    await world.as('asger').call(endMembership, { params: { id: member?.id ?? 0 } })
  }
  const stands = () => world.sql('select id from restricted_part where visit_id = $1', [id])
  // A reader who has left is in nobody's way.
  await leave('Pia Toft')
  await anne.call(keepRestrictedPart, { params: { id }, body: { words: secret, readers, version: 1 } })
  await leave('Anne Bruun')
  await sweep()
  expect(await partsFor('ali', id)).toMatchObject([{ words: secret, mine: false }])
  await leave('Ali Demir')
  expect(await stands()).toHaveLength(1)
  await sweep()
  expect(await stands()).toEqual([])
})
