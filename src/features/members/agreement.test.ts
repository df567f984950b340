import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listWaiting } from '../home/home.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { listSchoolContacts, uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { addSchool } from '../centre/schools.schema.ts'
import { acceptInvitation } from '../sign-in/sign-in.schema.ts'
import type { Role } from '../centre/roles.ts'
import { browserFor } from '#testing/browser'
import { clientFor } from '#testing/client'
import * as contract from './members.schema.ts'
import { makeToken } from './members.ts'

type Who = Parameters<(typeof world)['as']>[0]
const world = await openWorld()
afterAll(() => world.close())
const { technical, vuc } = world.schools
const birgit = world.as('birgit')
const email = 'ny@oets.example'

beforeEach(async () => {
  await world.sql('delete from invitation; delete from invitation_sending')
  await world.sql("delete from membership where person_id in (select id from person where email like 'ny%')")
})

const secretOf = (url: string | null) => url?.split('/invitation/')[1] ?? ''
const invite = (who: Who, role: Role, schoolId: number | null = null, to = email) =>
  world.as(who).call(contract.invite, { body: { name: 'Ny Kraft', email: to, role, schoolId } })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
/** Comes in by the address; then asks as who came, with the eyes that the database gives. */
const comeIn = async (url: string | null, to = email) => {
  const me = await world.visitor.call(acceptInvitation, {
    params: { token: secretOf(url) },
    body: { name: 'Ny Kraft', password: 'en lang adgangskode' },
  })
  const [member] = await world.sql<{ id: number }>(
    'select m.id from membership m join person p on p.id = m.person_id where p.email = $1',
    [to],
  )
  const asker = { centreId: world.centreId, personId: me.person.id, schoolId: null, role: me.role }
  const { token } = await world.database.in({ ...asker, source: 'web', language: 'da' }, (ctx) => makeToken(ctx, 'x'))
  return { me, memberId: member?.id ?? 0, client: clientFor(world.app, () => Promise.resolve(token)) }
}

const at = (school: number | null) => school
test.each<[Who, [Role, number | null][], [Role, number | null][]]>([
  [
    'asger',
    [
      ['administrator', null],
      ['coordinator', null],
      ['leader', at(vuc)],
      ['employee', at(technical)],
      ['partner', null],
    ],
    [],
  ],
  [
    'birgit',
    [
      ['consultant', at(vuc)],
      ['consultant', null],
      ['caller', null],
      ['partner', null],
      ['council', null],
    ],
    [
      ['administrator', null],
      ['coordinator', null],
      ['employee', at(vuc)],
      ['teacher', at(vuc)],
    ],
  ],
  [
    'torben',
    [
      ['consultant', at(technical)],
      ['employee', at(technical)],
      ['teacher', at(technical)],
      ['leader', at(technical)],
    ],
    [
      ['consultant', at(vuc)],
      ['consultant', null],
      ['leader', at(vuc)],
      ['caller', null],
      ['coordinator', null],
      ['administrator', null],
    ],
  ],
])('%s gives the roles that are his to give, and no other', async (who, may, mayNot) => {
  for (const [role, school] of may) expect([role, await codeOf(invite(who, role, school))]).toEqual([role, 'done'])
  for (const [role, school] of mayNot)
    expect([role, await codeOf(invite(who, role, school))]).toEqual([role, 'not-allowed'])
})

test('whose an invitation is not, sees it not, sends it not again and does not withdraw it', async () => {
  const { id } = await invite('asger', 'coordinator')
  for (const who of ['birgit', 'torben'] as const) {
    expect((await world.as(who).call(contract.listInvitations)).rows).toEqual([])
    for (const verb of [contract.sendInvitationAgain, contract.withdrawInvitation])
      expect(await codeOf(world.as(who).call(verb, { params: { id } }))).toBe('not-found')
  }
  const own = await invite('torben', 'teacher', technical)
  expect((await world.as('torben').call(contract.listInvitations)).rows.map((row) => row.id)).toEqual([own.id])
  expect(await codeOf(world.as('vibeke').call(contract.withdrawInvitation, { params: { id: own.id } }))).toBe(
    'not-found',
  )
})

test('the coordinator names a school’s first leader: of twenty at once one is named, and after that none', async () => {
  expect(await codeOf(invite('birgit', 'leader', vuc))).toBe('first-leader-only')
  const { id: schoolId } = await birgit.call(addSchool, { body: { name: 'Nyskolen', kind: 'food' } })
  const said = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      codeOf(invite(n % 2 ? 'birgit' : 'bodil', 'leader', schoolId, `ny${n}@ny.example`)),
    ),
  )
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  expect(said.filter((one) => one !== 'done' && one !== 'first-leader-only')).toEqual([])
  const [open] = (await birgit.call(contract.listInvitations)).rows
  const again = await birgit.call(contract.sendInvitationAgain, { params: { id: open?.id ?? 0 } })
  const { me, memberId } = await comeIn(again.url, again.email)
  // The first needs nobody's yes.
  expect(me).toMatchObject({ role: 'leader', schoolWaits: false, school: { id: schoolId } })
  expect(await codeOf(birgit.call(contract.endMembership, { params: { id: memberId } }))).toBe('not-allowed')
  await world.as('asger').call(contract.endMembership, { params: { id: memberId } })
  // Who sends the leader away does not make himself the next.
  expect(await codeOf(invite('birgit', 'leader', schoolId))).toBe('first-leader-only')
})

test('who was not asked for by the leader works at once, and reads nothing of the school’s own until the leader says yes', async () => {
  const torben = world.as('torben')
  await torben.call(uploadContacts, { query: { name: 'a.csv' } }, { bytes: 'navn;cvr\nJensen Smede;12345674\n' })
  const { url } = await invite('birgit', 'consultant', technical)
  const { me, memberId, client } = await comeIn(url)
  expect(me).toMatchObject({ schoolWaits: true, school: { id: technical } })
  expect(await codeOf(client.call(listWaiting, { query: {} }))).toBe('done')
  expect(await codeOf(client.call(listSchoolContacts, { query: {} }))).toBe('school-not-agreed')
  // The database itself shows no row, whatever a rule would ask.
  const [asker] = await world.sql<{ school_id: number | null }>(
    `select a.school_id from token t, unsafe_asker_of_token(t.hash, $2) a where t.person_id = $1`,
    [me.person.id, world.clock.now().toString()],
  )
  expect(asker?.school_id).toBeNull()
  // Other eyes: nobody but the own school's leader says yes, not the new one either.
  for (const who of ['birgit', 'asger', 'vibeke', 'anne'] as const)
    expect(await codeOf(asLeader(who, memberId))).not.toBe('done')
  const waits = (await world.as('torben').call(listWaiting, { query: {} })).rows.filter(
    ({ kind }) => kind === 'new-member',
  )
  expect(waits).toMatchObject([{ values: { name: 'Ny Kraft', email }, href: '/medlemmer' }])
  expect((await world.as('vibeke').call(listWaiting, { query: {} })).rows.map(({ kind }) => kind)).not.toContain(
    'new-member',
  )
  const shown = async (who: Who) =>
    (await world.as(who).call(contract.listMembers, { query: {} })).rows.find(({ id }) => id === memberId)
  expect(await shown('torben')).toMatchObject({ schoolWaits: true, can: { agree: true, leave: true } })
  expect(await shown('birgit')).toMatchObject({ schoolWaits: true, can: { agree: false, leave: true } })
  const mails = (await birgit.call(listMails, { query: {} })).rows.filter(({ subject }) => subject.includes('Ny Kraft'))
  expect(mails.map(({ to }) => to)).toEqual([world.people.torben.email])

  const both = await Promise.all([codeOf(asLeader('torben', memberId)), codeOf(asLeader('torben', memberId))])
  expect(both.toSorted((a, b) => a.localeCompare(b))).toEqual(['done', 'not-found'])
  expect(await shown('torben')).toMatchObject({ schoolWaits: false, can: { agree: false } })
  expect((await client.call(listSchoolContacts, { query: {} })).rows).toMatchObject([{ name: 'Jensen Smede' }])
})
/** In a browser, as the leader does it: the verb is no token's. */
const asLeader = async (who: Who, id: number) =>
  (await browserFor(world, who)).call(contract.agreeToMember, { params: { id } })

test('a leader’s own invitation is the yes; sent again by somebody else it is so no more', async () => {
  const own = await invite('torben', 'employee', technical)
  expect((await comeIn(own.url)).me).toMatchObject({ role: 'employee', schoolWaits: false })
  await world.sql("delete from membership where person_id in (select id from person where email like 'ny%')")
  const second = await invite('torben', 'consultant', technical)
  const again = await birgit.call(contract.sendInvitationAgain, { params: { id: second.id } })
  expect((await comeIn(again.url)).me).toMatchObject({ role: 'consultant', schoolWaits: true })
})

test('a leader sends away the own school’s people and nobody else’s; two who invite the same leader meet in line', async () => {
  const { ali, pia } = world.people
  for (const { memberId } of [ali, pia, world.people.birgit])
    expect(await codeOf(world.as('torben').call(contract.endMembership, { params: { id: memberId } }))).toBe(
      'not-allowed',
    )
  const { url } = await invite('torben', 'leader', technical)
  const { memberId } = await comeIn(url)
  await world.as('torben').call(contract.endMembership, { params: { id: memberId } })
})

test('who was here before stays agreed to', async () => {
  expect(await world.sql('select from member_now where school_waits')).toEqual([])
})
