/** A forgotten password: a link that works once, for an hour, by mail or from an administrator's hand. */
import { setTimeout as rest } from 'node:timers/promises'
import { type Asker, type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Visitor } from '#platform/http/serve'
import { post } from '#platform/mail/outbox'
import type { Holder } from '#platform/room'
import { hashOfSecret, makeSecret } from '#platform/secret'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { centreName, system } from '../centre/centre.ts'
import { aboutPerson, personByEmail, refuseTooMany, setPassword } from '../members/members.ts'
import { askInTurn, deleteEverySession, hashPassword, homeOf, refuseWeakPassword } from '../sign-in/sign-in.ts'
import * as store from './password-links.sql.ts'
import { myAccessEvents } from './my-access-events.table.ts'

const record = recorder(myAccessEvents)
const validMinutes = 60
/** An answer takes this long, whether anybody has the address or not: longer than all that is done for who has. */
const answerMs = 400

const fresh = async (ctx: Ctx, personId: number, madeBy: number | null) => {
  const { secret, hash } = makeSecret()
  const expiresAt = ctx.now.add({ minutes: validMinutes }).toString({ fractionalSecondDigits: 3 })
  await store.putLink(ctx, { personId, centreId: ctx.centreId, hash, madeBy, expiresAt })
  return { url: `${ctx.house.baseUrl}/adgangskode/${ctx.centreId}-${secret}`, expiresAt }
}

const sendLink = async (visitor: Visitor, email: string) => {
  const { database, language } = visitor
  const person = await personByEmail(database, email)
  const home = person && (await homeOf(database, person.id))
  if (!home) return
  await database.in({ ...system(home.centreId, 'web'), language }, async (ctx) => {
    const { url } = await fresh(ctx, home.personId, null)
    const values = { centre: await centreName(ctx), url, minutes: validMinutes }
    await post(ctx, {
      to: email,
      subject: m.my_access_forgot_subject(values, { locale: language }),
      body: m.my_access_forgot_body(values, { locale: language }),
    })
  })
}

/**
 * Sends a link to whoever has this address. The answer is the same, and takes as long, when nobody has; `mailed` only says whether the
 * house sends mails at all. Throws too-many-mails.
 */
export const forgetPassword = async (visitor: Visitor, email: string) => {
  await askInTurn(visitor, email)
  const mailed = visitor.database.house.mail !== null
  await Promise.all([rest(answerMs), mailed ? sendLink(visitor, email) : undefined])
  return { mailed }
}

/** Where no mail goes: an administrator hands the link over. It is shown once, and the person is told by mail where there is any. Throws not-found, too-many-mails. */
export const makePasswordLink = async (ctx: Ctx, memberId: number) => {
  const member = await store.memberById(ctx, memberId)
  if (!member) throw problem('not-found')
  await refuseTooMany(ctx, member.email)
  const made = await fresh(ctx, member.personId, personOf(ctx))
  const locale = { locale: languageOr(member.language) }
  await record(ctx, { verb: 'handed-out', subject: 'password_link', subjectId: memberId, topics: [] })
  const values = { name: member.name, centre: await centreName(ctx) }
  await post(ctx, {
    to: member.email,
    toName: member.name,
    subject: m.my_access_handed_subject(values, locale),
    body: m.my_access_handed_body(values, locale),
  })
  return { name: member.name, ...made }
}

type Found = { hash: string; asker: Asker & { personId: number } }
const open = async (visitor: Visitor, token: string): Promise<Found> => {
  const { database, language } = visitor
  const hash = hashOfSecret(token.replace(/^\d+-/, ''))
  const found = await database.beforeSignIn((ctx) => store.openLink(ctx, hash))
  if (!found) throw problem('password-link-over')
  const asker = { ...system(found.centreId), ...found, language, source: 'link' as const }
  return { hash, asker }
}

/** Whose password the link changes. Throws password-link-over. */
export const showPasswordLink = async (visitor: Visitor, token: string) => {
  const { asker } = await open(visitor, token)
  const { name, email, centre } = await visitor.database.read(asker, aboutPerson)
  return { name, email, centre }
}

/** Chooses a password, once: the link is spent, and whoever was signed in is so no more, everywhere. Throws password-link-over. */
export const choosePassword = async (visitor: Visitor, token: string, password: string) => {
  const { hash, asker } = await open(visitor, token)
  const about = await visitor.database.read(asker, aboutPerson)
  refuseWeakPassword(password, [about.name, about.email, about.centre], visitor.language)
  const passwordHash = await hashPassword(password)
  await visitor.database.in(asker, async (ctx) => {
    const spent = await store.spendLink(ctx, hash)
    const changed = spent && (await setPassword(ctx, spent.personId, { from: about.passwordHash, to: passwordHash }))
    if (!changed) throw problem('password-link-over')
    await deleteEverySession(ctx, spent.personId)
    await record(ctx, { verb: 'chosen-anew', subject: 'password', visibility: 'personal' })
  })
  return {}
}

/** With a place in the centre, a link that came by it is over. */
export const endPasswordLinksOf = async (ctx: Ctx, { personId }: Holder) => {
  await store.deleteLinksOf(ctx, personId)
}
