/**
 * Two worlds that differ in what one school keeps to itself answer everyone else alike, to the byte: whatever that school strikes, hands in or drafts,
 * in whatever order. Every address that answers is looked at, those that come later too, and what is asked with a body.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { addressOf, plainQuery } from '#testing/plain-input'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { served } from './app.ts'
import { bookMeeting } from './features/bookings/bookings.schema.ts'
import { takeCompany } from './features/calls/calls.schema.ts'
import { addHandInLines, lookUpHandIn } from './features/hand-in/hand-in.schema.ts'
import { keepCompanies, strikeCompanies, undoKeeps, undoStrikes } from './features/hearings/strikes.schema.ts'
import { countDraw, Criteria } from './features/lists/criteria.schema.ts'
import { makeContactList } from './features/lists/lists.schema.ts'
import { drawList } from './features/lists/draw.schema.ts'
import { startHearing } from './features/hearings/hearings.schema.ts'
import { makePromise } from './features/promises/promises.schema.ts'
import { DraftBody, saveDraft } from './features/visits/drafts.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
type Who = Parameters<World['as']>[0]
/** Everyone's kind who is not of the school that acts: Mette, Anne and Torben are. */
const eyes: readonly Who[] = ['birgit', 'asger', 'ali', 'vibeke', 'soren', 'carl', 'tove', 'uffe']
const municipality = 510
const names = ['Ahorn Smede', 'Birk Bageri', 'Cypres Møbler', 'Douglas Byg', 'Eg Elektrik', 'Fyr Transport']
let world: World
let heard: { id: number; cvr: string }[] = []
let hearingId = 0

beforeAll(async () => {
  world = await openWorld()
  // Companies of every kind of standing: one with a meeting to come and a promise, one that is called from an older list.
  for (const [n, name] of names.entries())
    heard.push(await world.company({ name, municipality, phone: `7000600${n}`, cvr: String(40_000_001 + n) }))
  const [first, second] = heard
  const promised = {
    companyId: first?.id ?? 0,
    what: 'Ringe om FVU',
    ownerId: world.people.ali.id,
    dueOn: '2026-12-01',
  }
  await world.as('ali').call(makePromise, { body: promised })
  await callingList(world, second ? [second] : [])
  const birgit = world.as('birgit')
  const body = { name: 'Træerne', criteria: z.parse(Criteria, { municipalities: [municipality] }) }
  const list = await birgit.call(makeContactList, { body })
  await birgit.call(drawList, { params: { id: list.id } })
  const given = { params: { id: list.id }, body: { date: '2026-11-27', time: '16:00' } }
  hearingId = (await birgit.call(startHearing, given)).hearing?.id ?? 0
  heard = heard.slice(1)
  await world.runJobs()
}, 600_000)
afterAll(() => world.close())

const reading = served.map(({ endpoint }) => endpoint).filter(({ method, can }) => method === 'GET' && can !== 'public')
/** Numbers that are somebody's: of companies, and of the first rows of everything else. */
const numbers = () => [...new Set([hearingId, ...heard.slice(0, 2).map(({ id }) => id)])]
const addresses = () =>
  reading.flatMap((endpoint) =>
    (endpoint.path.includes('{') ? numbers() : [0]).map((id) => addressOf(endpoint, String(id), plainQuery(endpoint))),
  )
const counted = [
  {},
  { kind: 'both' },
  { contact: 'never' },
  { contact: 'not-since', contactSince: '2026-01-01' },
  { limit: 2 },
] as const
const refusalOf = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => String(error))

/** What nobody of that role is let in to has nothing to tell. */
const refused = new Set<string>()
/** All that the others are told, by who asks and what. */
const told = async () => {
  const all: Record<string, string> = {}
  for (const who of eyes)
    for (const address of addresses().filter((one) => !refused.has(`${who} ${one}`))) {
      const answer = await world.as(who).fetch(address)
      all[`${who} ${address}`] = `${answer.status} ${await answer.text()}`
      if (answer.status === 403) refused.add(`${who} ${address}`)
    }
  for (const given of counted) {
    const criteria = z.parse(Criteria, { municipalities: [municipality], ...given })
    const count = await world.as('birgit').call(countDraw, { body: { criteria } })
    all[`birgit counts ${JSON.stringify(given)}`] = JSON.stringify(count)
  }
  for (const { id: companyId } of heard) {
    const meeting = { companyId, personId: world.people.ali.id, startsAt: '2026-12-08T09:00:00Z', contactName: 'Karen' }
    all[`ali books ${companyId}`] = await refusalOf(
      world.as('ali').call(bookMeeting, { body: { ...meeting, note: '' } }),
    )
    all[`soren takes ${companyId}`] = await refusalOf(world.as('soren').call(takeCompany, { body: { companyId } }))
  }
  return all
}

const some = fc.subarray([0, 1, 2, 3, 4], { minLength: 1 })
const deeds = [
  'strike',
  'keep',
  'call-anyway',
  'undo-strike',
  'undo-keep',
  'contacts',
  'replace',
  'compare',
  'draft',
  'lines',
] as const
/** Each of them once in some order, then as it comes. */
const all = fc.shuffledSubarray([...deeds], { minLength: deeds.length })
const acts = fc
  .tuple(all, fc.array(fc.constantFrom(...deeds), { maxLength: 4 }))
  .chain(([first, then]) =>
    fc.tuple(...[...first, ...then].map((does) => fc.record({ does: fc.constant(does), of: some }))),
  )
type Act = { does: (typeof deeds)[number]; of: number[] }

const draft = z.parse(DraftBody, { about: 'Kun min egen kladde', needs: [], topics: [], promises: [], visitedAt: null })
/** What Mette, Anne and Torben do in their school; a refusal is no matter, another's knowing is. */
const done = async ({ does, of }: Act) => {
  const [mette, anne] = [world.as('mette'), world.as('anne')]
  const chosen = of.flatMap((at) => heard[at] ?? [])
  const asked = { params: { id: hearingId }, body: { companyIds: chosen.map(({ id }) => id) } }
  const rows = chosen.map(({ cvr }) => `${cvr};Karen Holm;praktik i foråret`)
  const doing: Record<Act['does'], () => Promise<unknown>> = {
    strike: () => mette.call(strikeCompanies, { ...asked, body: { ...asked.body, reason: 'Vi kender dem' } }),
    'undo-strike': () => mette.call(undoStrikes, asked),
    keep: () => mette.call(keepCompanies, asked),
    'undo-keep': () => mette.call(undoKeeps, asked),
    draft: () => anne.call(saveDraft, { query: { companyId: chosen[0]?.id ?? 0 }, body: draft }),
    contacts: () => giveContacts(rows, false),
    replace: () => giveContacts(rows, true),
    'call-anyway': () => mette.call(keepCompanies, { ...asked, body: { ...asked.body, ours: true } }),
    // Whom the contacts are is worked out by and by.
    compare: () => world.runJobs(),
    // What it would like to hand in, in a draft of its own.
    lines: async () => {
      await anne.call(addHandInLines, { body: { lines: chosen.map(({ cvr }) => cvr) } })
      await anne.call(lookUpHandIn, {})
    },
  }
  return refusalOf(doing[does]())
}
const giveContacts = async (rows: readonly string[], replace: boolean) => {
  const answer = await world.as('torben').fetch(`/api/school-contacts/uploads?name=egne.csv&replace=${replace}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: ['CVR;Kontaktperson;Bemærkning', ...rows].join('\n'),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

test('whatever a school strikes, keeps, hands in or drafts, the others are told the same', async () => {
  const own = async () => (await world.as('mette').fetch(`/api/hearings/${hearingId}/companies?limit=50`)).text()
  await told()
  const before = await told()
  const worked = new Set<string>()
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(acts, async (some) => {
      for (const one of some) {
        if ((await done(one)) === 'done') worked.add(one.does)
        seen.add(await own())
      }
      expect(await told()).toEqual(before)
    }),
    { numRuns: 2, endOnFailure: true },
  )
  // It is another world indeed: the school itself sees each of them.
  expect(seen.size).toBeGreaterThan(2)
  expect([...worked].toSorted()).toEqual(deeds.toSorted())
}, 600_000)
