import { afterAll, beforeEach, expect, test } from 'vitest'
import { asRoom } from '#platform/room'
import { linkFor } from '#testing/company-link'
import { openWorld } from '#testing/world'
import { showCase, stopContact } from '../company-page/company-page.schema.ts'
import { enter, makeLink, revokeLink, useLink } from './links.ts'
import { listCompanyLinks } from './links.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [anne, visitor] = [world.as('anne'), world.visitor]

// A kind that some later room hands in: it ends after ninety days, and something can be done through it once.
const survey = { kind: 'survey', path: '/svar/', endsAfterDays: 90, uses: 1 } as const
const { house } = world.database
world.database.house = { ...house, rooms: [...house.rooms, asRoom({ name: 'surveys', routes: [], links: [survey] })] }
const at = { database: world.database, in: world.database.in, address: '192.0.2.7', language: 'da' } as const
const secretOf = (url: string) => url.split('/').at(-1) ?? ''
const asked = async (subjectId = 41) => {
  const made = await world.inside('anne', (ctx) => makeLink(ctx, { kind: 'survey', subjectId, company: null }))
  return { ...made, token: secretOf(made.url) }
}
const open = (token: string, kind = 'survey') =>
  enter(at, kind, token, (_, { subjectId }) => Promise.resolve(subjectId))
const gone = expect.objectContaining({ code: 'link-revoked' }) as unknown

beforeEach(() => world.clock.set('2026-11-23T09:00'))

test('a link opens what it was made for, under the address of its kind, and no door but its own', async () => {
  const { url, token } = await asked()
  expect(url).toMatch(/^https:\/\/tovholder\.example\/svar\/\d+-[\w-]{43}$/)
  expect(await open(token)).toBe(41)
  await expect(open(token, 'company-page')).rejects.toEqual(gone)
  await expect(visitor.call(showCase, { params: { token } })).rejects.toMatchObject({ code: 'link-revoked' })
})

test('ninety days later it has ended by itself', async () => {
  const { token } = await asked()
  world.clock.set('2027-02-21T08:59')
  expect(await open(token)).toBe(41)
  world.clock.set('2027-02-21T09:01')
  await expect(open(token)).rejects.toEqual(gone)
})

test('of eight who use a link at once that can be used once, one does', async () => {
  const { token } = await asked()
  const said = await Promise.allSettled(
    Array.from({ length: 8 }, () => enter(at, 'survey', token, (ctx, guest) => useLink(ctx, guest))),
  )
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(open(token)).rejects.toEqual(gone)
})

test('links of every kind stand in one list, and are revoked there', async () => {
  const { id: companyId } = await world.company()
  const page = await linkFor(world, companyId)
  const survey_ = await asked()
  const { rows } = await anne.call(listCompanyLinks, { query: { inUse: 'true', limit: 2 } })
  expect(rows).toMatchObject([
    { id: survey_.id, kind: 'survey', companyId: null, endsAt: '2027-02-21T08:00:00.000Z' },
    { id: page.id, kind: 'company-page', companyId, endsAt: '2027-02-21T08:00:00.000Z' },
  ])
  await world.inside('anne', (ctx) => revokeLink(ctx, survey_.id))
  await expect(open(survey_.token)).rejects.toEqual(gone)
})

test('what is done through a link says through which', async () => {
  const company = await world.company()
  const { id, url } = await linkFor(world, company.id)
  await visitor.call(stopContact, { params: { token: secretOf(url) }, body: { words: 'Nej tak' } })
  const events = await world.sql('select source, person_id, link_id from event where cvr = $1 order by id', [
    company.cvr,
  ])
  expect(events[0]).toEqual({ source: 'api', person_id: world.people.anne.id, link_id: null })
  expect(events.slice(1)).toEqual(events.slice(1).map(() => ({ source: 'link', person_id: null, link_id: id })))
  expect(events.length).toBeGreaterThan(1)
})

test('an address that guesses hears only to wait, in every process; a link that works opens there too, behind the same proxy', async () => {
  const { token } = await asked()
  const guess = (n: number) =>
    open(`${world.centreId}-${'x'.repeat(40)}${n}`).catch((error: { code: string }) => error.code)
  const said = await Promise.all(Array.from({ length: 60 }, (_, n) => guess(n)))
  expect(new Set(said)).toEqual(new Set(['link-revoked', 'too-many-tries']))
  expect(said.filter((code) => code === 'link-revoked').length).toBeLessThanOrEqual(30)
  await expect(open(`${world.centreId}-${'y'.repeat(43)}`)).rejects.toMatchObject({ code: 'too-many-tries' })
  expect(await open(token)).toBe(41)
  const neighbour = { ...at, address: '192.0.2.8' }
  await expect(enter(neighbour, 'survey', `${token}x`, () => Promise.resolve('in'))).rejects.toEqual(gone)
  world.clock.advance({ minutes: 11 })
  expect(await guess(61)).toBe('link-revoked')
})

test('a link is noted as opened, at most once a minute', async () => {
  const { id, token } = await asked()
  const openedAt = async () => {
    const [row] = await world.sql<{ at: Date }>('select last_opened_at as at from link where id = $1', [id])
    return row?.at?.toISOString()
  }
  expect(await openedAt()).toBeUndefined()
  await open(token)
  expect(await openedAt()).toBe('2026-11-23T08:00:00.000Z')
  world.clock.advance({ seconds: 50 })
  await open(token)
  expect(await openedAt()).toBe('2026-11-23T08:00:00.000Z')
  world.clock.advance({ seconds: 20 })
  await open(token)
  expect(await openedAt()).toBe('2026-11-23T08:01:10.000Z')
})
