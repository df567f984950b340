import { afterAll, beforeEach, expect, test } from 'vitest'
import { browserFor } from '#testing/browser'
import { openWorld } from '#testing/world'
import { endMembership } from '../members/members.schema.ts'
import { signIn } from '../sign-in/sign-in.schema.ts'
import { hashPassword } from '../sign-in/sign-in.ts'
import { choosePassword, forgetPassword, makePasswordLink, showPasswordLink } from './my-access.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { id, email, memberId } = world.people.anne
const old = 'annes-gamle-kode'
const fresh = 'fire helt nye ord'
const { house } = world.database
const withMail = () => {
  world.database.house = {
    ...house,
    mail: { from: 'x', transport: { sendMail: () => Promise.reject(new Error('off')) } } as never,
  }
}

beforeEach(async () => {
  withMail()
  await world.sql('delete from session; delete from sign_in_try; delete from password_link; delete from outbox')
  await world.sql('update membership set left_at = null')
  await world.sql('update person set password_hash = $2 where id = $1', [id, await hashPassword(old)])
})

const forget = (to = email) => world.visitor.call(forgetPassword, { body: { email: to } })
const links = async () =>
  (await world.sql<{ body: string; recipient: string }>('select body, recipient from outbox order by id')).map(
    ({ body, recipient }) => ({ to: recipient, token: /adgangskode\/(\S+)/.exec(body)?.[1] ?? '' }),
  )
const choose = (token: string, password = fresh) =>
  world.visitor.call(choosePassword, { params: { token }, body: { password } }).then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
const enter = (password: string) =>
  world.visitor.call(signIn, { body: { email, password } }).then(
    () => 'in',
    (refused: { code: string }) => refused.code,
  )

test('a forgotten password: a link by mail, stored as a hash, changes it once and signs everybody out', async () => {
  const browser = await browserFor(world, 'anne')
  expect(await forget()).toEqual({ mailed: true })
  const [mail] = await links()
  expect(mail?.to).toBe(email)
  const { token } = mail ?? { token: '' }
  expect(JSON.stringify(await world.sql('select * from password_link'))).not.toContain(
    token.split('-').slice(1).join('-'),
  )
  expect(await world.visitor.call(showPasswordLink, { params: { token } })).toMatchObject({ email })
  // A weak one spends nothing.
  expect(await choose(token, 'Anne1234567')).toBe('wrong-input')
  const both = await Promise.all([choose(token), choose(token, 'fem helt andre ord')])
  expect(both.toSorted((a, b) => a.localeCompare(b))).toEqual(['done', 'password-link-over'])
  const kept = both[0] === 'done' ? fresh : 'fem helt andre ord'
  expect([await enter(old), await enter(kept)]).toEqual(['wrong-password', 'in'])
  expect((await browser.fetch('/api/me')).status).toBe(401)
  expect(await choose(token)).toBe('password-link-over')
})

test('a newer link ends the older; an hour ends it; leaving ends it', async () => {
  await forget()
  await forget()
  const [first, second] = await links()
  expect(await choose(first?.token ?? '')).toBe('password-link-over')
  world.clock.advance({ minutes: 61 })
  expect(await choose(second?.token ?? '')).toBe('password-link-over')
  await forget()
  const third = (await links()).at(-1)
  await world.as('birgit').call(endMembership, { params: { id: memberId } })
  expect(await choose(third?.token ?? '')).toBe('password-link-over')
})

test('whoever asks hears the same of an address that nobody has, and as late', async () => {
  const timed = async (to: string) => {
    const began = performance.now()
    const answer = await forget(to)
    return { answer, waited: performance.now() - began >= 399 }
  }
  expect(await timed('ingen@oets.example')).toEqual(await timed(email))
  expect((await links()).map(({ to }) => to)).toEqual([email])
})

test('so many links for one address and no more, whether anybody has it or not', async () => {
  for (const to of [email, 'ingen@oets.example']) {
    for (let n = 0; n < 3; n++) expect(await forget(to)).toEqual({ mailed: true })
    await expect(forget(to)).rejects.toMatchObject({ status: 429, code: 'too-many-mails' })
  }
  // Asking is no guess: whoever knows the password comes in at once.
  expect(await enter(old)).toBe('in')
})

test('who is refused is not counted; a day has its own limit, and says how long to wait', async () => {
  let sent = 0
  for (let quarter = 0; quarter < 5; quarter++) {
    for (let n = 0; n < 6; n++) sent += (await forget().catch(() => null)) ? 1 : 0
    world.clock.advance({ minutes: 16 })
  }
  expect([sent, (await links()).length]).toEqual([10, 10])
  const refused = await world.visitor.fetch('/api/password-links', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  const { title } = (await refused.json()) as { title: string }
  expect([refused.status, title]).toEqual([429, expect.stringContaining('Vent 23 timer') as string])
  expect(refused.headers.get('retry-after')).toBe(String(23 * 3600))
  world.clock.advance({ hours: 23 })
  expect(await forget()).toEqual({ mailed: true })
})

test('eight who ask for the same address at once get three mails out of the house', async () => {
  const said = await Promise.all(
    Array.from({ length: 8 }, () =>
      forget().then(
        () => 'sent',
        () => 'refused',
      ),
    ),
  )
  expect([said.filter((one) => one === 'sent').length, (await links()).length]).toEqual([3, 3])
})

test('where no mail goes it says so; an administrator hands a link over, shown once, and only an administrator', async () => {
  world.database.house = house
  expect(await forget()).toEqual({ mailed: false })
  expect(await links()).toEqual([])
  const by = async (who: 'asger' | 'birgit' | 'torben') =>
    (await browserFor(world, who)).call(makePasswordLink, { params: { id: memberId } })
  for (const who of ['birgit', 'torben'] as const) await expect(by(who)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(world.as('asger').call(makePasswordLink, { params: { id: memberId } })).rejects.toMatchObject({
    code: 'not-by-token',
  })
  const { url } = await by('asger')
  // The person is told, without the link.
  expect(await links()).toEqual([{ to: email, token: '' }])
  expect(await world.sql("select from event where subject = 'password_link' and verb = 'handed-out'")).toHaveLength(1)
  expect(await choose(url.split('/adgangskode/')[1] ?? '')).toBe('done')
})
