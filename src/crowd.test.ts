/** Fifty callers and twenty bookers beside imports, leavers, stops and a list that closes: nothing is given twice, and nothing that was agreed is left to nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { type Client, clientFor, Refused } from '#testing/client'
import { doorsThatDiffer } from '#testing/doors'
import { cvrs, registerCompany, searchAnswer } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { bookMeeting } from './features/bookings/bookings.schema.ts'
import { answerCall, takeCompany } from './features/calls/calls.schema.ts'
import type { Role } from './features/centre/roles.ts'
import { changeWorkingHours } from './features/diaries/diaries.ts'
import { listFreeSlots } from './features/free-slots/free-slots.schema.ts'
import { closeList } from './features/lists/lists.schema.ts'
import { giveWait } from './features/may-contact/waits.schema.ts'
import { addMember, makeToken } from './features/members/members.ts'
import { endMembership } from './features/members/members.schema.ts'
import { makePromise } from './features/promises/promises.schema.ts'
import { importCompanies } from './features/register/register.ts'

type World = Awaited<ReturnType<typeof openWorld>>
type Member = { personId: number; memberId: number; client: Client }
let world: World
let callers: Member[] = []
let bookers: Member[] = []
let companies: { id: number; cvr: string }[] = []
let lists: number[] = []
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))

/** Members of the centre beside the few that all tests share. */
const many = async (count: number, role: Role): Promise<Member[]> => {
  const { centreId, schools } = world
  const schoolId = role === 'consultant' ? schools.vuc : null
  const made: Member[] = []
  for (let n = 0; n < count; n++) {
    const email = `${role}${n}@${role === 'consultant' ? 'vucsundet' : 'oestkysten'}.example`
    const { id, personId } = await world.inside('birgit', async (ctx) => {
      const member = await addMember(ctx, { name: `Person ${role} ${n}`, email, role, schoolId })
      if (schoolId !== null) await changeWorkingHours({ ...ctx, personId: member.personId }, member.personId, weekdays)
      return member
    })
    const asker = { centreId, personId, schoolId, role, source: 'api', language: 'da' } as const
    const token = async () => (await world.database.in(asker, (ctx) => makeToken(ctx, 'test'))).token
    made.push({ personId, memberId: id, client: clientFor(world.app, token) })
  }
  return made
}

beforeAll(async () => {
  world = await openWorld()
  ;[callers, bookers] = [await many(50, 'caller'), await many(20, 'consultant')]
  for (let n = 0; n < 90; n++) companies.push(await world.company())
  // Those that the register will tell of in the middle of it.
  for (const cvr of cvrs) companies.push(await world.company({ cvr: String(cvr) }))
  // Some stand on both lists.
  lists = [await callingList(world, companies.slice(0, 60)), await callingList(world, companies.slice(40))]
}, 600_000)
afterAll(() => world.close())

/** What may be refused in such a crowd; anything else is a fault. */
const said: string[] = []
const tried = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    said.push(error instanceof Refused ? error.code : String(error))
    return undefined
  }
}
const answers = ['no-answer', 'later', 'not-interested', 'call-back', 'wants-contact', 'do-not-contact'] as const
let answered = 0
const call = async ({ client }: Member, n: number) => {
  for (let round = 0; round < 3; round++) {
    const listId = lists[(n + round) % 2] ?? 0
    const held = (await tried(client.call(takeCompany, { body: { listId } })))?.held
    if (!held) continue
    const answer = answers[(n + round) % answers.length] ?? 'no-answer'
    const callBackAt = answer === 'call-back' ? '2026-11-24T09:00:00Z' : undefined
    if (await tried(client.call(answerCall, { body: { companyId: held.companyId, answer, callBackAt } }))) answered++
  }
}
const book = async ({ client, personId }: Member, n: number) => {
  for (let round = 0; round < 2; round++) {
    const companyId = companies[(n * 7 + round * 31) % companies.length]?.id ?? 0
    const query = { companyId, personId, days: 10, every: 'true' as const }
    const startsAt = (await tried(client.call(listFreeSlots, { query })))?.rows[0]?.startsAt
    if (!startsAt) continue
    await tried(client.call(bookMeeting, { body: { companyId, personId, startsAt, contactName: 'Karen', note: '' } }))
    const promise = { companyId, what: 'Sende en brochure', ownerId: personId, dueOn: '2026-12-10' }
    await tried(client.call(makePromise, { body: promise }))
  }
}
/** The register tells that some have closed and that others have another number. */
const register = async () => {
  const closed = { livsforloeb: [{ periode: { gyldigFra: '2015-03-01', gyldigTil: '2026-11-01' } }] }
  const newer = { sidstOpdateret: '2026-11-23T08:00:00.000+01:00' }
  const documents = cvrs.map((cvr, n) =>
    registerCompany(cvr, `Smede ${n}`, n % 2 === 0 ? { ...closed, ...newer } : newer),
  )
  const opens = { in: <T>(work: Parameters<typeof world.inside<T>>[1]) => world.inside('birgit', work) }
  await tried(
    importCompanies(opens, { name: 'cvr.json', bytes: new Blob([searchAnswer(...documents)]).stream() as never }),
  )
}
const stop = (company: { id: number } | undefined) =>
  tried(
    world.as('ali').call(giveWait, {
      params: { companyId: company?.id ?? 0 },
      body: { reason: 'do-not-contact', words: 'De bad os om at lade være' },
    }),
  )
const leave = (member: Member | undefined) =>
  tried(world.as('birgit').call(endMembership, { params: { id: member?.memberId ?? 0 } }))
const soon = (work: () => Promise<unknown>, ms: number) => new Promise((done) => setTimeout(done, ms)).then(work)

const expected = [
  'may-not-contact',
  'may-not-call',
  'no-hold',
  'slot-taken',
  'company-has-booking',
  'not-signed-in',
  'list-closed',
  'not-found',
  'member-left',
  'outside-working-hours',
]
const none = (text: string) => expect(world.sql(text)).resolves.toEqual([])

/** Nothing stands twice, and nothing came after the company had said stop. */
const nothingDouble = async () => {
  // Nobody is in two places, nobody was told twice, and every answer that was taken stands once.
  await none(`with standing as (
      select b.id, w.person_id, tstzrange(b.starts_at, b.ends_at) as during
      from booking b join booking_visitor w on w.booking_id = b.id where b.cancelled_at is null and w.released_at is null)
    select a.id, b.id from standing a join standing b on b.id > a.id and b.person_id = a.person_id and a.during && b.during`)
  await none('select company_id from booking where cancelled_at is null group by company_id having count(*) > 1')
  expect(await world.sql('select count(*)::int as n from call')).toEqual([{ n: answered }])
  // Nothing was booked, and no company was taken, after it had said stop.
  await none(`select b.id from event b join event s on s.cvr = b.cvr and s.id < b.id
    where b.verb = 'booked' and s.verb = 'wait-given' and s.after ->> 'reason' = 'do-not-contact'`)
}
/** Whatever was agreed is somebody's. */
const nobodysIsNothing = async () => {
  // What is open belongs to somebody who is here, or waits with the coordinators.
  const gone = 'select m.person_id from membership m where m.left_at is not null'
  await none(
    `select id from promise where kept_at is null and dropped_at is null and released_at is null and owner_id in (${gone})`,
  )
  await none(`select w.booking_id from booking_visitor w join booking b on b.id = w.booking_id
    where b.cancelled_at is null and b.starts_at > '2026-11-23T08:00Z' and w.released_at is null and w.person_id in (${gone})`)
  // A closed list keeps no call-back and no wish: each is a promise now, or a meeting, or was answered otherwise later.
  await none(`select c.id from call c where c.list_id = ${lists[1]} and c.answer in ('call-back', 'wants-contact')
    and not exists (select from promise p where p.origin_kind = 'call' and p.origin_id = c.id)
    and not exists (select from booking b where b.cvr = c.cvr)
    and not exists (select from contact_mark s where s.cvr = c.cvr and s.kind = 'stop')
    and not exists (select from call later where later.cvr = c.cvr and later.id > c.id)`)
}

test('nothing double, nothing left to nobody, and every door of one mind', async () => {
  await Promise.all([
    ...callers.map(call),
    ...bookers.map(book),
    soon(register, 300),
    ...companies.slice(0, 12).map((company, n) => soon(() => stop(company), 150 * n)),
    ...bookers.slice(0, 6).map((member, n) => soon(() => leave(member), 400 + 200 * n)),
    soon(() => tried(world.as('birgit').call(closeList, { params: { id: lists[1] ?? 0 } })), 1200),
  ])
  expect([...new Set(said)].filter((code) => !expected.includes(code))).toEqual([])
  expect(answered).toBeGreaterThan(40)
  await nothingDouble()
  await nobodysIsNothing()
  expect(
    await doorsThatDiffer(
      world,
      companies.map(({ id }) => id),
    ),
  ).toEqual([])
})
