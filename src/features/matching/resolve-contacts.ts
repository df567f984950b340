/** Whom the schools' own contacts are, worked out in the background: one index of the whole register for all schools that wait. */
import { inConversation, type Say } from '#platform/conversation'
import { type Ctx, schoolOf } from '#platform/context'
import { announce } from '#platform/events'
import { asSchool, job, type Reach, sweep, wake } from '#platform/jobs'
import { contactOpener, contactsNow, type ContactText, inSlices } from '../school-contacts/school-contacts.ts'
import type { Said, ToldContact } from './resolving.ts'
import * as store from './resolve-contacts.sql.ts'

const thread = new URL('./resolving-thread.ts', import.meta.url)
/** Companies, contacts and answers that one message carries. */
const portion = 2000
/** Each piece in a transaction of its own, read as text and handed on as it is; `next` says after which the next one begins. */
const pieceByPiece = async <After>(
  beginning: After,
  read: (after: After) => Promise<{ text: string; count: number; last: After }>,
  hand: (text: string, first: boolean) => Promise<unknown>,
) => {
  let [after, count, first] = [beginning, portion, true]
  while (count === portion) {
    const piece = await read(after)
    await hand(piece.text, first)
    ;({ last: after, count } = piece)
    first = false
  }
}

/** Contacts are opened here, a portion at a time, and go on as the thread reads them. */
const toldContacts = async (ctx: Ctx, schoolId: number, after: string) => {
  const rows = await store.readContacts(ctx, schoolId, after, portion)
  const texts = await inSlices(rows, contactOpener(ctx))
  const contacts = rows.flatMap(({ id, confirmed, rejected }, at): ToldContact[] => {
    const text = texts[at]
    return text ? [{ ...told(text), id, confirmed, rejected }] : []
  })
  return { text: JSON.stringify(contacts), count: rows.length, last: rows.at(-1)?.id ?? '' }
}
const told = (text: ContactText) => ({
  ...{ name: text.name, cvr: text.cvr ?? '', pNumber: text.pNumber ?? '', address: text.street ?? '' },
  ...{ postalCode: text.postalCode ?? '', town: text.town ?? '', phone: text.phone ?? '', email: text.email ?? '' },
  ...{ domain: text.domain ?? '', person: text.contactPerson ?? '' },
})

const resolveOf = async (
  reach: Reach,
  { schoolId, startedAt }: { schoolId: number; startedAt: string },
  say: Say<Said>,
) => {
  const inSchool = asSchool(reach, schoolId)
  await pieceByPiece(
    '',
    (after) => inSchool((ctx) => toldContacts(ctx, schoolId, after)),
    (contacts, begins) => say({ contacts, begins }),
  )
  const rows = Number(await say({ resolve: true }))
  for (let from = 0; from < rows; from += portion) {
    reach.claim.signal.throwIfAborted()
    const answers = await say({ from, count: portion })
    await inSchool((ctx) => store.keepResolved(ctx, { schoolId, startedAt }, answers))
  }
  await inSchool(async (ctx) => {
    await store.dropEarlier(ctx, schoolId)
    announce(ctx, ['hearings', 'waiting'], 'school')
  })
}

/** What no key here opens, and what is still to be sealed: nothing is compared with it. */
const countShut = async (ctx: Ctx) => {
  const { locked, open } = await contactsNow(ctx)
  return locked + open
}

type Found = store.Due & { shut: number }
/** Done, but for what stands shut: that stays due until it can be opened. */
const leave = (reach: Reach, { shut, ...one }: Found): Promise<unknown> =>
  reach.in<unknown>((ctx) => (shut > 0 ? store.hold(ctx, one, shut) : store.noLongerDue(ctx, one)))

/** Which of the schools there is something to do for. */
const waiting = async (reach: Reach, due: readonly store.Due[]) => {
  const found: Found[] = []
  for (const one of due) {
    const inSchool = asSchool(reach, one.schoolId)
    const { contacts, notCompared } = await inSchool((ctx) => store.countCompared(ctx, one.schoolId))
    const shut = await inSchool(countShut)
    const opened = one.shut === null || shut < one.shut
    if (opened && (one.whole ? contacts > 0 : notCompared > 0)) found.push({ ...one, shut })
    else await leave(reach, { ...one, shut })
  }
  return found
}

/**
 * All schools of the centre that wait, at once; who comes after it finds nothing due. Nothing is half done by a crash: what was due still is, and
 * each answer takes the place of the one before.
 */
export const resolveContacts = job<Record<string, never>>('matching/resolve-contacts', async (reach) => {
  const { due, startedAt } = await reach.in(async (ctx) => ({ due: await store.readDue(ctx), startedAt: ctx.at }))
  const schools = await waiting(reach, due)
  if (schools.length === 0) return
  await inConversation(thread, reach.claim.signal, async (say: Say<Said>) => {
    await pieceByPiece(
      0,
      (after) => reach.in((ctx) => store.readPlaces(ctx, after, portion)),
      (places) => say({ places }),
    )
    await say({ sealed: true })
    for (const one of schools) {
      await resolveOf(reach, { schoolId: one.schoolId, startedAt }, say)
      await leave(reach, one)
    }
  })
})

/** Commands and worlds that are told have no queue: a server's next sweep finds what they left. */
export const compareDue = sweep('compare-due', async (ctx) => {
  if (await store.notTold(ctx)) await wake(ctx, resolveContacts, {})
})

const askFor = async (ctx: Ctx, schoolIds: readonly number[], whole: boolean) => {
  await store.askFor(ctx, schoolIds, whole)
  await wake(ctx, resolveContacts, {})
}

/** The school's own list has changed. */
const ownChanged = (ctx: Ctx) => askFor(ctx, [schoolOf(ctx)], false)

/** What stood shut can be opened. */
export const compareAgain = (ctx: Ctx, schoolIds: readonly number[]) => askFor(ctx, schoolIds, true)

/** What every school's contacts are is looked at again: the register has changed, or a list is asked about. */
export const resolveAllAgain = async (ctx: Ctx) => askFor(ctx, await store.schoolsOf(ctx), true)

/** Many leaderships are decided one after another, and each may be taken back: they are weighed together. */
export const resolveAllSoon = async (ctx: Ctx) => {
  await store.askFor(ctx, await store.schoolsOf(ctx), true, true)
}

export const onFiles = async (ctx: Ctx, kind: string) => {
  if (kind === 'contacts') await ownChanged(ctx)
  if (kind === 'companies') await resolveAllAgain(ctx)
}

/** Contacts of the own school that nobody has compared with the register yet: while there are any, nobody is nobody's. */
export const countNotCompared = async (ctx: Ctx): Promise<number> => {
  const { contacts, notCompared } = await store.countCompared(ctx, schoolOf(ctx))
  const held = await store.shutWhenCompared(ctx, schoolOf(ctx))
  // They can be opened again, and what was asked for meanwhile is still to be done.
  return held !== null && (await countShut(ctx)) < held ? contacts : notCompared
}
