import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../../db/world.ts'
import { openWorld } from '#testing/world'
import { roles, visitors } from '../centre/roles.ts'
import { endMembership } from '../members/members.schema.ts'
import { changeMyTrades, changeSchoolTrades, listTradeAreas } from '../trade-areas/trade-areas.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import * as contract from './competence-profiles.schema.ts'
import type { ProfileField, Step } from './fields.table.ts'

const world = await openWorld()
const { people, schools, centreId } = world
const app = new pg.Client(world.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await world.close()
})
const [anne, ali, birgit] = [world.as('anne'), world.as('ali'), world.as('birgit')]
beforeEach(async () => {
  world.clock.set('2026-11-23T10:00')
  await world.sql(
    'delete from own_step; delete from declined_trade; delete from visitor_trades; delete from school_trades',
  )
})

type Who = typeof anne
const fieldsOf = async (who: Who) => (await who.call(contract.showMyProfile)).fields
const fieldOf = async (who: Who, field: string) => (await fieldsOf(who)).find((one) => one.field === field)
const secret = 'Fonde tør jeg ikke.'
const says = (who: Who, field: ProfileField, step: Step | null, words = '', version: string | null = null) =>
  who.call(contract.sayOwnStep, { params: { field }, body: { step, words, version } })

test('five questions, none of which must be answered: a step in words, own words, either alone; taken away again one by one, or all', async () => {
  expect((await fieldsOf(anne)).map(({ field, step, words }) => [field, step, words])).toEqual(
    ['offers', 'rules', 'companies', 'listening', 'dialogue'].map((field) => [field, null, '']),
  )
  const { version } = await says(anne, 'rules', 'little', secret)
  await says(anne, 'listening', null, 'Bedre efter turen med Ali.')
  expect(await fieldOf(anne, 'rules')).toMatchObject({ step: 'little', words: secret, version })
  await says(anne, 'rules', null, '', version)
  expect(await fieldOf(anne, 'rules')).toMatchObject({ step: null, words: '' })
  await expect(says(anne, 'offers', 'sure', 'CPR 010190-1234')).rejects.toMatchObject({ code: 'wrong-input' })
  await anne.call(contract.clearMyProfile)
  expect((await fieldsOf(anne)).filter(({ version: kept }) => kept !== null)).toEqual([])
  expect(await world.sql('select from own_step')).toEqual([])
})

test('sent twice it is said once; of two windows that say the same field at once one is shown what stands, and other fields are not in its way', async () => {
  await says(anne, 'rules', 'little', secret)
  // The answer was lost: what is said already is no clash.
  const { version } = await says(anne, 'rules', 'little', secret)
  const [one, other, beside] = await Promise.allSettled([
    says(anne, 'rules', 'sure', secret, version),
    says(anne, 'rules', 'managing', 'Nu går det.', version),
    says(anne, 'offers', 'new'),
  ])
  expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(beside.status).toBe('fulfilled')
  const stands = await fieldOf(anne, 'rules')
  const lost = one.status === 'rejected' ? one : other
  expect(lost).toMatchObject({ reason: { code: 'changed-meanwhile', problem: { theirs: stands } } })
})

test('nobody but its owner reads it, whatever he is; who visits nobody has none', async () => {
  await says(anne, 'rules', 'little', secret)
  for (const who of ['ali', 'pia', 'birgit', 'bodil'] as const)
    expect((await fieldsOf(world.as(who))).filter(({ step, words }) => step !== null || words !== '')).toEqual([])
  for (const who of ['asger', 'soren', 'torben', 'mette', 'carl', 'tove', 'uffe'] as const)
    await expect(fieldsOf(world.as(who))).rejects.toMatchObject({ status: 403 })
})

type Eyes = { person: number | ''; school: number | null; system: boolean; centre?: number }
/** As the application's own role, past the product: what a forgotten condition in a statement would show. */
const as = async ({ person, school, system, centre = centreId }: Eyes, text: string) => {
  await app.query('begin')
  try {
    await app.query(
      "select set_config('app.centre', $1, true), set_config('app.person', $2, true), set_config('app.school', $3, true), set_config('app.now', '2026-11-23T09:00Z', true), set_config('app.system', $4, true)",
      [String(centre), String(person), String(school ?? ''), system ? 'on' : ''],
    )
    return (await app.query(text)).rowCount
  } finally {
    await app.query('rollback')
  }
}

test('the database refuses: no role, no colleague, no leader of the own school and no work of the house sees, changes, counts or removes a row', async () => {
  await says(anne, 'rules', 'little', secret)
  await world.sql("insert into declined_trade values ($1, $2, 'metal', '2026-11-01T09:00Z')", [
    centreId,
    people.anne.id,
  ])
  const others = (Object.keys(people) as PersonKey[])
    .filter((who) => who !== 'anne')
    .map((who): Eyes => ({ person: people[who].id, school: people[who].schoolId, system: false }))
  const strangers: Eyes[] = [
    ...others,
    ...others.map((eyes) => ({ ...eyes, system: true })),
    { person: '', school: null, system: true },
    { person: '', school: schools.technical, system: false },
  ]
  expect(new Set(others.map(({ person }) => Object.values(people).find(({ id }) => id === person)?.role)).size).toBe(
    roles.length,
  )
  const own = { person: people.anne.id, school: schools.technical, system: false }
  for (const table of ['own_step', 'declined_trade']) {
    const statements = [
      `select from ${table}`,
      `select from ${table} having count(*) > 0`,
      `update ${table} set person_id = person_id`,
      `delete from ${table}`,
    ]
    for (const text of statements) {
      expect([text, await as(own, text)]).toEqual([text, 1])
      for (const eyes of strangers) expect([text, eyes, await as(eyes, text)]).toEqual([text, eyes, 0])
    }
  }
  const forAnother = `insert into own_step values (${centreId}, ${people.anne.id}, 'offers', 'new', '', gen_random_uuid(), app_now())`
  for (const eyes of strangers) await expect(as(eyes, forAnother)).rejects.toMatchObject({ code: '42501' })
})

test('no view reads it, and no function but the one that removes it with its owner’s place', async () => {
  const readers = await world.sql<{ name: string }>(
    `select c.relname as name from pg_rewrite r join pg_depend d on d.objid = r.oid join pg_class c on c.oid = r.ev_class
       where d.refobjid in ('own_step'::regclass, 'declined_trade'::regclass)
     union select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosrc ~ '\\m(own_step|declined_trade)\\M'
     union select t.tgname from pg_trigger t where t.tgrelid in ('own_step'::regclass, 'declined_trade'::regclass) and not t.tgisinternal
       and t.tgfoid <> 'must_be_here'::regproc
     union select k.conrelid::regclass::text from pg_constraint k where k.confrelid in ('own_step'::regclass, 'declined_trade'::regclass)`,
  )
  expect(readers.map(({ name }) => name)).toEqual(['unsafe_own_steps_go'])
  const [door] = await world.sql<{ result: string; body: string }>(
    "select pg_get_function_result(oid) as result, prosrc as body from pg_proc where proname = 'unsafe_own_steps_go'",
  )
  expect(door?.result).toBe('trigger')
  expect(door?.body).not.toMatch(/\bselect\b|\breturning\b/i)
})

test('what was said stands in nothing that is kept beside it: no event, no answer under a key, no mail', async () => {
  await says(anne, 'rules', 'managing', secret)
  await says(anne, 'rules', 'sure', secret).catch(() => undefined)
  await anne.call(contract.declineTrade, { body: { trade: 'care' } })
  await anne.call(contract.clearMyProfile)
  const kept = await world.sql<{ text: string }>(
    `select to_jsonb(e)::text as text from event e union all select to_jsonb(i)::text from idempotency i union all select to_jsonb(o)::text from outbox o`,
  )
  const telling = kept.filter(({ text }) => /Fonde tør|managing|"care"|own_step|declined_trade/.test(text))
  expect(telling).toEqual([])
})

test('my own file holds all of it in words, with what I share; nobody else’s holds a word of it', async () => {
  await says(anne, 'rules', 'little', secret)
  await anne.call(changeMyTrades, {
    body: { trades: ['metal'], kinds: [], languages: ['pol'], wishes: ['food'], generalist: false, saidAt: null },
  })
  const fileOf = async (who: Who) => (await who.fetch('/api/competence-profile/file')).text()
  const mine = await fileOf(anne)
  expect(mine).toContain(`Regler og økonomi: Lidt\n${secret}`)
  expect(mine).toContain('At lytte sig frem: Ikke svaret')
  expect(mine).toContain('Metal og maskiner. Taler polsk. Vil gerne lære om fødevarer')
  for (const who of [ali, birgit]) expect(await fileOf(who)).not.toMatch(/Lidt|Fonde/)
})

const industry = '251100'
/** Visits that Anne has told of, at companies in metal. */
const visits = async (count: number) => {
  for (let n = 0; n < count; n += 1) {
    const { id: companyId } = await world.company({ industry })
    const body = {
      companyId,
      visitedAt: '2026-11-20T09:00:00Z',
      about: 'Nye maskiner.',
      needs: [],
      topics: [],
      promises: [],
    }
    await anne.call(reportVisit, { body })
  }
}
const proposalTo = async (who: Who) => (await who.call(contract.showMyProfile)).proposal
const sharedBy = async (id: number) =>
  (await birgit.call(listTradeAreas)).visitors.find(({ personId }) => personId === id)

test('visits propose a trade area to who made them; a yes adds it to what is shared and leaves the rest, a no holds for a year', async () => {
  await visits(4)
  expect(await proposalTo(anne)).toBeNull()
  await visits(1)
  expect(await proposalTo(anne)).toEqual({ trade: 'metal', visits: 5, insteadOf: [] })
  expect(await proposalTo(ali)).toBeNull()
  // Who came along has been there too, whoever wrote the report.
  await world.sql(
    `with made as (insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
       select centre_id, company_id, cvr, visited_at, visited_at + interval '1 hour', 'K', '', reported_at, gen_random_uuid() from visit returning centre_id, id, company_id),
     told as (update visit v set booking_id = m.id from made m where m.centre_id = v.centre_id and m.company_id = v.company_id)
     insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes, position) select centre_id, id, $1, 0, 2 from made`,
    [people.ali.id],
  )
  expect(await proposalTo(ali)).toMatchObject({ trade: 'metal', visits: 5 })

  await anne.call(contract.declineTrade, { body: { trade: 'metal' } })
  expect(await proposalTo(anne)).toBeNull()
  await anne.call(contract.undeclineTrade, { params: { trade: 'metal' } })
  expect(await proposalTo(anne)).not.toBeNull()
  await anne.call(contract.declineTrade, { body: { trade: 'metal' } })
  world.clock.set('2027-11-23T08:00')
  expect(await proposalTo(anne)).toBeNull()
  world.clock.set('2027-11-24T08:00')
  expect(await proposalTo(anne)).toMatchObject({ trade: 'metal' })

  const body = {
    trades: ['food' as const],
    kinds: [],
    languages: ['eng' as const],
    wishes: [],
    generalist: true,
    saidAt: null,
  }
  await anne.call(changeMyTrades, { body })
  await anne.call(contract.shareProposedTrade, { body: { trade: 'metal' } })
  await anne.call(contract.shareProposedTrade, { body: { trade: 'metal' } })
  expect(await sharedBy(people.anne.id)).toMatchObject({
    trades: ['food', 'metal'],
    languages: ['eng'],
    generalist: true,
  })
  expect(await proposalTo(anne)).toBeNull()
})

test('what the school says already is not proposed; what a yes would put in its place is told first', async () => {
  const school = (trades: ('metal' | 'wood')[], saidAt: string | null) =>
    world.as('torben').call(changeSchoolTrades, {
      params: { schoolId: schools.technical },
      body: { trades, languages: [], wishes: [], saidAt },
    })
  const { saidAt } = await school(['metal', 'wood'], null)
  expect(await proposalTo(anne)).toBeNull()
  world.clock.advance({ minutes: 1 })
  await school(['wood'], saidAt)
  expect(await proposalTo(anne)).toMatchObject({ trade: 'metal', insteadOf: ['wood'] })
})

test('who comes to visit nobody, or leaves, leaves nothing of it behind; what is shared is shared no more, and who comes back begins anew', async () => {
  const { id, memberId } = people.anne
  await anne.call(changeMyTrades, {
    body: { trades: ['metal'], kinds: [], languages: [], wishes: [], generalist: false, saidAt: null },
  })
  const kept = () => world.sql('select from own_step union all select from declined_trade')
  const marked = async () => {
    await world.sql("insert into own_step values ($1, $2, 'rules', 'little', 'x', gen_random_uuid(), now())", [
      centreId,
      id,
    ])
    await world.sql("insert into declined_trade values ($1, $2, 'care', now())", [centreId, id])
    await says(ali, 'rules', 'sure')
    return kept()
  }
  for (const role of roles) {
    expect(await marked()).toHaveLength(3)
    await world.sql('update membership set role = $1 where id = $2 and centre_id = $3', [role, memberId, centreId])
    expect([role, (await kept()).length]).toEqual([role, visitors.includes(role) ? 3 : 1])
    await world.sql('delete from own_step; delete from declined_trade')
  }
  await world.sql("update membership set role = 'consultant' where id = $1 and centre_id = $2", [memberId, centreId])
  await marked()
  await birgit.call(endMembership, { params: { id: memberId } })
  expect(await kept()).toHaveLength(1)
  expect(await sharedBy(id)).toBeUndefined()
  // In the moment in which he leaves nothing more is said.
  await expect(
    world
      .sql("select set_config('app.centre', $1, false)", [String(centreId)])
      .then(() =>
        world.sql("insert into own_step values ($1, $2, 'rules', 'new', '', gen_random_uuid(), now())", [centreId, id]),
      ),
  ).rejects.toMatchObject({ code: 'TV003' })
})
