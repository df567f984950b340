/** The outbox as the one who sends sees it: what is due, taken under a lease, and how it went. */
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Ctx } from '../context.ts'
import { announce } from '../events.ts'
import { withoutSecrets } from './secrets.ts'
import { type Failure, mostDays, nextProbe, nextTry, type Outcome, passes } from './tries.ts'

/** Longer than a mail can take: nobody else takes it meanwhile, and who died with it holds it no longer than this. */
const leaseMinutes = 15
const leaseEnd = (ctx: Ctx) => ctx.now.add({ minutes: leaseMinutes }).toString({ fractionalSecondDigits: 3 })

const due = (ctx: Ctx) => (eb: ExpressionBuilder<DB, 'outbox'>) =>
  eb.and([
    eb('centreId', '=', ctx.centreId),
    eb('sentAt', 'is', null),
    eb('givenUpAt', 'is', null),
    eb('overAt', 'is', null),
    eb.or([eb('nextTryAt', 'is', null), eb('nextTryAt', '<=', ctx.at)]),
  ])

/** Without a pause all may be tried. At its end one may, and whoever asks meanwhile finds it prolonged. */
const mayTry = async (ctx: Ctx): Promise<boolean> => {
  const pause = await ctx.db
    .selectFrom('mailPause')
    .select('until')
    .where('centreId', '=', ctx.centreId)
    .executeTakeFirst()
  if (!pause) return true
  const { numUpdatedRows } = await ctx.db
    .updateTable('mailPause')
    .set({ until: leaseEnd(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('until', '<=', ctx.at)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes the mail that is due first, for as long as the lease; undefined when none may be tried. */
export const takeMail = async (ctx: Ctx) => {
  const mail = await ctx.db
    .selectFrom('outbox')
    .selectAll()
    .where(due(ctx))
    .orderBy('tries')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!mail || !(await mayTry(ctx))) return undefined
  const tries = mail.tries + 1
  await ctx.db
    .updateTable('outbox')
    // Without a failure and tried: it is on its way now.
    .set({ tries, nextTryAt: leaseEnd(ctx), firstTriedAt: mail.firstTriedAt ?? ctx.at, failure: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', mail.id)
    .execute()
  return { ...mail, tries }
}
export type TakenMail = NonNullable<Awaited<ReturnType<typeof takeMail>>>

/** The server is there: everything that waited only for it follows. */
export const endPause = (ctx: Ctx) => ctx.db.deleteFrom('mailPause').where('centreId', '=', ctx.centreId).execute()

const daysAgo = (ctx: Ctx) => ctx.now.subtract({ hours: 24 * mostDays }).toString({ fractionalSecondDigits: 3 })

/** Nothing is tried until the next look for the server. Away for days, it takes with it what has waited as long. */
const pause = async (ctx: Ctx) => {
  const { centreId } = ctx
  const before = await ctx.db
    .selectFrom('mailPause')
    .select(['since', 'failures'])
    .where('centreId', '=', centreId)
    .executeTakeFirst()
  const failures = (before?.failures ?? 0) + 1
  const until = nextProbe(ctx.now, failures)
  await ctx.db
    .insertInto('mailPause')
    .values({ centreId, failures, until, since: ctx.at })
    .onConflict((conflict) => conflict.column('centreId').doUpdateSet({ failures, until }))
    .execute()
  if (!before || before.since > daysAgo(ctx)) return
  await ctx.db
    .updateTable('outbox')
    .set({ givenUpAt: ctx.at, failure: 'unreachable' })
    .where('centreId', '=', centreId)
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('overAt', 'is', null)
    .where((eb) => eb.or([eb('tries', '=', 0), eb('failure', 'is not', null)]))
    .where((eb) => eb(eb.fn.coalesce('againAt', 'createdAt'), '<=', daysAgo(ctx)))
    .execute()
}

/** A mail's own fault, or its receiver's: tried again while it may pass, for some days. */
const writeFailure = (ctx: Ctx, mail: TakenMail, { failure, said }: Outcome & { failure: Failure }) => {
  const over = !passes(failure) || (mail.firstTriedAt ?? ctx.at) <= daysAgo(ctx)
  const next = failure === 'unreachable' ? nextProbe : nextTry
  return (
    ctx.db
      .updateTable('outbox')
      .set({ failure, failed: said, nextTryAt: next(ctx.now, mail.tries), givenUpAt: over ? ctx.at : null })
      .where('centreId', '=', ctx.centreId)
      .where('id', '=', mail.id)
      .where('sentAt', 'is', null)
      // The lease may have ended: then it is another's to tell.
      .where('tries', '=', mail.tries)
      .execute()
  )
}

const writeSent = (ctx: Ctx, { id, body }: TakenMail) =>
  ctx.db
    .updateTable('outbox')
    .set({
      sentAt: ctx.at,
      body: withoutSecrets(body),
      failure: null,
      failed: null,
      nextTryAt: null,
      givenUpAt: null,
      leaveUrl: null,
    })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

/** Whose mail it is hears of it, where he is the one who asks; what is the centre's, everyone. */
export const announceTo = (
  ctx: Ctx,
  { schoolId, forPerson }: { schoolId: number | null; forPerson: number | null },
) => {
  if (forPerson === null && schoolId === null) announce(ctx, ['mails'])
  else if (forPerson === null && schoolId === ctx.schoolId) announce(ctx, ['mails'], 'school')
  else if (forPerson !== null && forPerson === ctx.personId) announce(ctx, ['mails'], 'personal')
}

/** How it went, and whether the server is there for the next. */
export const settleMail = async (ctx: Ctx, mail: TakenMail, outcome: Outcome): Promise<void> => {
  const { failure, said } = outcome
  if (failure === null) await writeSent(ctx, mail)
  else await writeFailure(ctx, mail, { failure, said })
  if (failure === 'unreachable') await pause(ctx)
  else await endPause(ctx)
  announceTo(ctx, mail)
}

/** Whether a mail's time has come, and the server may be asked. */
export const hasDueMail = async (ctx: Ctx): Promise<boolean> => {
  const found = await ctx.db
    .selectFrom('outbox')
    .select('id')
    .where(due(ctx))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('mailPause').select('until').where('centreId', '=', ctx.centreId).where('until', '>', ctx.at),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
