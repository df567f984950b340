/**
 * The mailbox is read each minute, by one process: it is held in one transaction, spoken to with none, and each mail is kept in one of its own before
 * the server is told that it has been read: of all that were, as the visit ends. Whoever dies before that reads the last again, and it is known.
 */
import { randomUUID } from 'node:crypto'
import { announce } from '#platform/events'
import { houseJob, type HouseReach } from '#platform/jobs'
import { nextProbe } from '#platform/mail/tries'
import { type Mailbox, purposesIn } from '#platform/mailbox/mailbox'
import { readMail } from '#platform/mailbox/read-mail'
import { type Begun, MailboxFailed, openSession, type Session } from '#platform/mailbox/session'
import { coordinators } from '../centre/roles.ts'
import * as store from './mailbox.sql.ts'
import { mailboxTopics, type Read, takeIn } from './taking-in.ts'
import { largestMail } from '#platform/mailbox/largest.shared'

/** Milliseconds: a server that dribbles is left, and what was read till then is kept. */
const longestVisit = 4 * 60_000
/** So often all of a mail is tried for; then its head alone. */
const mostTimes = 2
/** And so often its head: then it is left behind, and told, and those after it come in. Some forty minutes, with the waits between. */
const mostTried = 6

type Visit = { reach: HouseReach; mailbox: Mailbox; session: Session; held: store.Held; signal: AbortSignal }
/** How far it has come, whatever happens. */
type Progress = { done: number }

const headEnds = /\r?\n\r?\n/
/** Letters outside ASCII stand in no address of ours. */
const headOf = (source: Buffer) =>
  source
    .toString('latin1')
    .split(headEnds, 1)[0]
    ?.replace(/\r?\n[ \t]/g, ' ') ?? ''

const readWhole = async ({ session }: Visit, uid: number, begun: Begun, times: number) => {
  const tooLarge = begun.size > largestMail
  const headAlone = tooLarge || times > mostTimes
  const whole = headAlone || begun.size <= begun.source.length ? begun.source : await session.whole(uid)
  return (
    whole &&
    ({ mail: await readMail({ source: whole, headAlone }), tooLarge, arrivedAt: begun.arrivedAt } satisfies Read)
  )
}

/** What is written to none of our addresses stays as it is: somebody else may read the same mailbox. */
const readOne = async (visit: Visit, uid: number, times: number): Promise<void> => {
  const { reach, mailbox, session, held } = visit
  const begun = await session.beginning(uid)
  const purposes = begun ? purposesIn(mailbox, headOf(begun.source)) : []
  const read = begun && purposes.length > 0 ? await readWhole(visit, uid, begun, times) : undefined
  if (!read) return
  const outcomes = new Set<Awaited<ReturnType<typeof takeIn>>>()
  for (const purpose of purposes)
    outcomes.add(await reach.inCentre(purpose.centreId, (ctx) => takeIn(ctx, purpose, read)))
  // Where one of them had no room it is looked for in the mailbox, among what is unread.
  if (outcomes.has('kept') && !outcomes.has('crowded')) await reach.in((ctx) => store.rememberUnmarked(ctx, held, uid))
}

/** False: it has been tried for often enough. Who is called away in the middle of it tries again. */
const isRead = async (visit: Visit, uid: number, times: number): Promise<boolean> => {
  if (times > mostTried) return false
  try {
    await readOne(visit, uid, times)
    return true
  } catch (error) {
    if (times < mostTried || visit.signal.aborted) throw error
    return false
  }
}

const readNew = async (visit: Visit, progress: Progress): Promise<void> => {
  const { reach, session, held } = visit
  progress.done = await reach.in((ctx) => store.numberedBy(ctx, held, session.validity))
  for (const uid of await session.newAfter(progress.done)) {
    const times = await reach.in((ctx) => store.beginMail(ctx, held, uid, progress.done))
    if (times === null) return
    if (!(await isRead(visit, uid, times))) {
      await reach.in((ctx) => store.leaveBehind(ctx, held))
      await tellAll(reach)
    }
    progress.done = uid
  }
}

/** Open pages in every centre hear how it stands. */
const tellAll = async ({ centreIds, inCentre }: HouseReach): Promise<void> => {
  for (const id of await centreIds())
    await inCentre(id, (ctx) => Promise.resolve(announce(ctx, mailboxTopics, 'centre', coordinators)))
}

/** Its server is told what was read: now, or by the next visit, for as long as it does not take it. Nothing comes in twice by that. */
const markRead = async ({ reach, session, held }: Visit): Promise<void> => {
  const uids = await reach.in((ctx) => store.unmarked(ctx, held))
  if (uids.length > 0 && (await session.markRead(uids))) await reach.in((ctx) => store.forgetUnmarked(ctx, held))
}

const visit = async (reach: HouseReach, mailbox: Mailbox, held: store.Held, longest: number): Promise<void> => {
  const progress = { done: 0 }
  const signal = AbortSignal.any([reach.claim.signal, AbortSignal.timeout(longest)])
  try {
    const session = await openSession(mailbox, signal)
    const here = { reach, mailbox, session, held, signal }
    try {
      await readNew(here, progress)
    } finally {
      await markRead(here).finally(session.close)
    }
    await reach.in((ctx) => store.endVisit(ctx, held, progress.done))
    if (held.failures > 0) await tellAll(reach)
  } catch (error) {
    const trouble = error instanceof MailboxFailed ? error.trouble : 'away'
    await reach.in((ctx) => {
      // The house is closing, or there was more than one visit has time for: nothing is wrong with the mailbox.
      if (reach.claim.signal.aborted || (signal.aborted && progress.done > held.lastUid))
        return store.endVisit(ctx, held, progress.done)
      const nextAt = nextProbe(ctx.now, held.failures + 1)
      return store.failVisit(ctx, held, { done: progress.done, trouble, nextAt })
    })
    if (!(error instanceof MailboxFailed || signal.aborted)) throw error
    await tellAll(reach)
  }
}

/** Reads what has come; while another does, or the mailbox is left alone for a while, nothing. */
export const pickUp = async (reach: HouseReach, longest = longestVisit): Promise<void> => {
  const { mailbox } = reach.house
  if (!mailbox) {
    await reach.in(store.forgetTrouble)
    return
  }
  const held = await reach.in((ctx) => store.hold(ctx, { name: mailbox.name, by: randomUUID() }))
  if (held) await visit(reach, mailbox, held, longest)
}
export const pickUpMails = houseJob('pick-up-mails', '* * * * *', (reach) => pickUp(reach))
