import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listMails } from '../mails/mails.schema.ts'
import { acceptInvitation } from '../sign-in/sign-in.schema.ts'
import * as contract from './members.schema.ts'
import { addMember } from './members.ts'

const world = await openWorld()
afterAll(() => world.close())
const asger = world.as('asger')
const email = 'lis@oets.example'
type Role = Parameters<typeof addMember>[1]['role']

beforeEach(async () => {
  await world.sql('delete from invitation')
  await world.sql('delete from membership where person_id in (select id from person where email = $1)', [email])
})
const secretOf = (url: string | null) => url?.split('/invitation/')[1] ?? ''
const invite = async (role: Role = 'caller') => {
  const { id, url } = await asger.call(contract.invite, { body: { name: 'Lis', email, role } })
  return { id, token: secretOf(url) }
}
const accept = (token: string) =>
  world.visitor
    .call(acceptInvitation, { params: { token }, body: { name: 'Lis', password: 'en lang adgangskode' } })
    .then(
      ({ role }) => role as string,
      (refused: { code: string }) => refused.code,
    )
const open = async () => (await asger.call(contract.listInvitations)).rows.map(({ id }) => id)

test('who left does not come back by an invitation that was open from before', async () => {
  // As the first version left them: two open beside each other.
  const { id, token: asCoordinator } = await invite('coordinator')
  await world.sql('update invitation set email = $2 where id = $1', [id, 'other@oets.example'])
  const { token: asCaller } = await invite('caller')
  expect(await accept(asCaller)).toBe('caller')
  await world.sql('update invitation set email = $2 where id = $1', [id, email])
  const [member] = await world.sql<{ id: number }>(
    'select m.id from membership m join person p on p.id = m.person_id where p.email = $1',
    [email],
  )
  await asger.call(contract.endMembership, { params: { id: member?.id ?? 0 } })
  expect(await accept(asCoordinator)).toBe('invitation-used')
  expect(await open()).toEqual([])
})

test('inviting anew, coming in by whatever way, and withdrawing end what was open before', async () => {
  const older = await invite('coordinator')
  const newer = await invite('caller')
  expect(await open()).toEqual([newer.id])
  expect(await accept(older.token)).toBe('invitation-used')
  await world.inside('birgit', (ctx) => addMember(ctx, { name: 'Lis', email, role: 'caller' }))
  expect(await accept(newer.token)).toBe('invitation-used')
  await world.sql(
    'update membership set left_at = joined_at where person_id = (select id from person where email = $1)',
    [email],
  )
  const third = await invite('caller')
  await asger.call(contract.withdrawInvitation, { params: { id: third.id } })
  expect(await accept(third.token)).toBe('invitation-used')
  await expect(asger.call(contract.withdrawInvitation, { params: { id: third.id } })).rejects.toMatchObject({
    code: 'not-found',
  })
  const events = await world.sql<{ verb: string }>("select verb from event where subject = 'invitation' order by id")
  expect(events.at(-1)?.verb).toBe('withdrawn')
})

test('twenty who invite the same address at once: one invitation is open, and one of the addresses works', async () => {
  const sent = await Promise.all(Array.from({ length: 20 }, () => invite()))
  expect(await open()).toHaveLength(1)
  const said = await Promise.all(sent.map(({ token }) => accept(token)))
  expect(said.filter((one) => one === 'caller')).toHaveLength(1)
  expect(said.filter((one) => one !== 'caller' && one !== 'invitation-used')).toEqual([])
})

test('invited anew while the first is being accepted: in, or invited, never both', async () => {
  for (let round = 0; round < 5; round++) {
    await world.sql('delete from invitation')
    await world.sql('delete from membership where person_id in (select id from person where email = $1)', [email])
    const { token } = await invite()
    const [came] = await Promise.all([accept(token), invite('coordinator').catch(() => null)])
    const [state] = await world.sql<{ members: number }>(
      'select count(*)::int as members from membership m join person p on p.id = m.person_id where p.email = $1',
      [email],
    )
    expect([came === 'caller', state?.members, (await open()).length]).toEqual(
      came === 'caller' ? [true, 1, 0] : [false, 0, 1],
    )
  }
})

test('sent again it has a new address and the old one is over, also when it had run out; only who may give the role does it', async () => {
  const { id, token } = await invite('coordinator')
  world.clock.advance({ hours: 24 * 15 })
  expect(await accept(token)).toBe('invitation-used')
  await expect(world.as('anne').call(contract.sendInvitationAgain, { params: { id } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const again = await asger.call(contract.sendInvitationAgain, { params: { id } })
  expect(await open()).toEqual([id])
  expect(await accept(token)).toBe('invitation-used')
  expect(await accept(secretOf(again.url))).toBe('coordinator')
})

test('another centre withdraws and sends nothing of ours', async () => {
  const { id, token } = await invite()
  const west = world.as('birgit', await world.otherCentre())
  for (const verb of [contract.withdrawInvitation, contract.sendInvitationAgain])
    await expect(west.call(verb, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
  expect(await accept(token)).toBe('caller')
})

test('the address is told once, to who invited: the outbox shows the mail without it', async () => {
  const { token } = await invite()
  expect(token).toMatch(/^\d+-[\w-]{43}$/)
  const mails = await asger.call(listMails, { query: {} })
  const mail = mails.rows.find(({ to }) => to === email)
  expect(mail?.body).toContain('/invitation/')
  expect(JSON.stringify(mails)).not.toContain(token.split('-').slice(1).join('-'))
  expect(JSON.stringify(await asger.call(contract.listInvitations))).not.toContain(token.slice(5))
})

test('with a mail server the address goes by mail alone', async () => {
  const { house } = world.database
  world.database.house = {
    ...house,
    mail: { from: 'x', transport: { sendMail: () => Promise.reject(new Error('off')) } } as never,
  }
  const { url } = await asger.call(contract.invite, { body: { name: 'Lis', email, role: 'caller' } })
  world.database.house = house
  expect(url).toBeNull()
})

test('an address that no invitation can have is over like any other', async () => {
  for (const token of ['99999999999999', '9'.repeat(300), '-1', '0', ''].map((centre) => `${centre}-${'x'.repeat(32)}`))
    expect((await world.visitor.fetch(`/api/invitations/${token}`)).status).toBe(410)
})
