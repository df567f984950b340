import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listMails, openMailLink, showMail } from '../mails/mails.schema.ts'
import { acceptInvitation } from '../sign-in/sign-in.schema.ts'
import * as contract from './members.schema.ts'
import { addMember } from './members.ts'

const world = await openWorld()
afterAll(() => world.close())
const asger = world.as('asger')
const email = 'lis@oets.example'
type Role = Parameters<typeof addMember>[1]['role']

beforeEach(async () => {
  await world.sql('delete from invitation; delete from invitation_sending; delete from outbox')
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
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => invite()))
  const sent = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  // So many mails to one address in a day, and no more.
  expect(sent).toHaveLength(10)
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

test.each(['leader', 'employee', 'teacher'] as const)(
  'a %s is of a school, and the form says so at its field',
  async (role) => {
    const nowhere = asger.call(contract.invite, { body: { name: 'Lis', email: 'nowhere@oets.example', role } })
    await expect(nowhere).rejects.toMatchObject({
      code: 'wrong-input',
      problem: { errors: [{ pointer: '/body/schoolId', detail: 'Vælg skolen: rollen hører til på én skole.' }] },
    })
    expect(await world.sql("select from invitation where email = 'nowhere@oets.example'")).toEqual([])
  },
)

test('an address that no invitation can have is over like any other', async () => {
  for (const token of ['99999999999999', '9'.repeat(300), '-1', '0', ''].map((centre) => `${centre}-${'x'.repeat(32)}`))
    expect((await world.visitor.fetch(`/api/invitations/${token}`)).status).toBe(410)
})

describe('a mail that has not gone', () => {
  const got: string[] = []
  /** A mail server that is away, until it takes everything. */
  const withServer = (away: boolean) => {
    const sendMail = ({ text }: { text: string }) =>
      away ? Promise.reject(new Error('off')) : Promise.resolve(got.push(text))
    world.database.house = { ...world.database.house, mail: { from: 'x', transport: { sendMail } } as never }
  }
  const toLis = async () => (await asger.call(listMails, { query: {} })).rows.filter(({ to }) => to === email)
  afterEach(() => {
    world.database.house = { ...world.database.house, mail: null }
    got.length = 0
  })

  test('shows its link no more once the invitation is withdrawn, answered or sent again', async () => {
    const { id, token } = await invite()
    const [first] = await toLis()
    expect(first).toMatchObject({ state: 'kept', can: { openLink: true } })
    const again = await asger.call(contract.sendInvitationAgain, { params: { id } })
    expect(await toLis()).toMatchObject([
      { state: 'kept', can: { openLink: true } },
      { state: 'over', can: { openLink: false, sendAgain: false } },
    ])
    await asger.call(contract.withdrawInvitation, { params: { id } })
    expect((await toLis()).map(({ state }) => state)).toEqual(['over', 'over'])
    await expect(asger.call(openMailLink, { params: { id: first?.id ?? 0 } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await world.sql("select from outbox where body ~ '/invitation/[0-9]+-[\\w-]{40,}'")).toEqual([])
    expect([await accept(token), await accept(secretOf(again.url))]).toEqual(['invitation-used', 'invitation-used'])

    const { token: taken } = await invite()
    expect(await accept(taken)).toBe('caller')
    expect((await toLis())[0]).toMatchObject({ state: 'over', can: { openLink: false } })
  })

  test('stays at home when the server is back, and a newer one goes', async () => {
    withServer(true)
    const { id } = await asger.call(contract.invite, { body: { name: 'Lis', email, role: 'caller' } })
    await world.runJobs()
    const mail = (await toLis())[0]
    expect(mail).toMatchObject({ state: 'waits' })
    await asger.call(contract.sendInvitationAgain, { params: { id } })
    withServer(false)
    world.clock.advance({ hours: 5 })
    await world.runJobs()
    expect(got).toHaveLength(1)
    expect(await asger.call(showMail, { params: { id: mail?.id ?? 0 } })).toMatchObject({ state: 'over' })
  })
})

test('one person makes the centre write so many mails a day and no more, however many addresses there are', async () => {
  await world.sql(
    `insert into invitation_sending (centre_id, email, sent_by, sent_at)
     select $1, 'nr' || n || '@oets.example', $2, $3::timestamptz - make_interval(mins => n) from generate_series(1, 149) n`,
    [world.centreId, world.people.asger.id, world.clock.now().toString()],
  )
  const said = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((one) =>
      asger.call(contract.invite, { body: { name: 'Lis', email: `${one}@oets.example`, role: 'caller' } }),
    ),
  )
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  // Somebody else still can, and asger again when the oldest is a day old: as the sentence and Retry-After say.
  await world.as('birgit').call(contract.invite, { body: { name: 'Lis', email: 'e@oets.example', role: 'caller' } })
  const refused = await asger.fetch('/api/invitations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Lis', email: 'f@oets.example', role: 'caller' }),
  })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(22 * 3600)])
  expect(((await refused.json()) as { title: string }).title).toContain('22 timer')
  world.clock.advance({ hours: 22 })
  await asger.call(contract.invite, { body: { name: 'Lis', email: 'f@oets.example', role: 'caller' } })
})
