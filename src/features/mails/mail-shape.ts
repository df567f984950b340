/** A mail as it is shown: how it stands, what may be done, and nothing that only its receiver may know. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { hasSecret, withoutSecrets } from '#platform/mail/secrets'
import { isOneOf } from '#platform/typed.shared'
import { leadsSchool, runsCentre } from '../centre/roles.ts'
import { Mail } from './mails.schema.ts'
import * as store from './mails.sql.ts'

export type Shape = z.infer<typeof Mail>

export const wrote = (ctx: Ctx, { writtenBy }: store.MailRow) => ctx.personId !== null && writtenBy === ctx.personId

/** Of a school's own mails whoever leads it sees to what others wrote, as whoever runs the centre does of the others. */
const seesTo = (ctx: Ctx, { schoolId }: store.MailRow) =>
  schoolId === null ? runsCentre(ctx) : schoolId === ctx.schoolId && leadsSchool(ctx)

/** Throws not-found for who neither wrote it nor sees to it. */
export const mailFor = async (ctx: Ctx, id: number): Promise<store.MailRow> => {
  const row = await store.mailById(ctx, id)
  if (!row || !(wrote(ctx, row) || seesTo(ctx, row))) throw problem('not-found')
  return row
}

const stateOf = (ctx: Ctx, { sentAt, givenUpAt, overAt }: store.MailRow): Shape['state'] => {
  if (sentAt) return 'sent'
  if (overAt) return 'over'
  if (givenUpAt) return 'given-up'
  return ctx.house.mail ? 'waits' : 'kept'
}
const failures = ['unreachable', 'not-now', 'refused', 'no-address'] as const
/** While the server is away, that is why, tried or not. */
const failureOf = ({ sentAt, overAt, failure, pausedUntil }: store.MailRow): Shape['failure'] => {
  if (sentAt || overAt) return null
  if (failure !== null && isOneOf(failures, failure)) return failure
  return pausedUntil ? 'unreachable' : null
}
const nextTryOf = (ctx: Ctx, { nextTryAt, failure, pausedUntil }: store.MailRow) => {
  // On its way: the moment is the end of a lease, no try.
  const own = failure === null ? null : nextTryAt
  const next = [own, pausedUntil].reduce(
    (late, one) => (one !== null && (late === null || one > late) ? one : late),
    null,
  )
  return next !== null && next > ctx.at ? next : null
}

/** A link for someone without an account: whoever holds it acts as that one, so it is shown to nobody here, who wrote the mail neither. */
export const holdsLink = (ctx: Ctx, { body }: Pick<store.MailRow, 'body'>) =>
  ctx.house.rooms.some(({ links = [] }) => links.some(({ path }) => hasSecret(body, path)))
/** Whoever wrote it knows what stands in it; nobody else turns a secret to another address. */
export const mayCorrect = (ctx: Ctx, row: store.MailRow) => wrote(ctx, row) || !hasSecret(row.body)

/** Who keeps the house sees whether mails arrive; what stands in them is between those who wrote and those who read. */
const readsWords = (ctx: Ctx, row: store.MailRow) => wrote(ctx, row) || seesTo(ctx, row)

export const shapeOf = (ctx: Ctx, row: store.MailRow): Shape => {
  const state = stateOf(ctx, row)
  const nextTryAt = state === 'waits' ? nextTryOf(ctx, row) : null
  const sendAgain = ctx.house.mail !== null && (state === 'given-up' || nextTryAt !== null)
  const { schoolId: _, ...shown } = row
  return {
    ...shown,
    ...(readsWords(ctx, row) ? { body: withoutSecrets(row.body) } : { subject: '', body: '', attachment: null }),
    state,
    nextTryAt,
    failure: failureOf(row),
    can: {
      sendAgain,
      correctAddress: sendAgain && mayCorrect(ctx, row),
      putAside: state === 'given-up' && row.putAsideAt === null,
      openLink:
        state !== 'sent' &&
        state !== 'over' &&
        row.linkShownAt === null &&
        wrote(ctx, row) &&
        hasSecret(row.body) &&
        !holdsLink(ctx, row),
    },
  }
}
