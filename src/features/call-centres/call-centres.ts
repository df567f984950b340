/** Front door: the call centres, and who speaks what. What must hold: a list is always called by somebody, or it is told that nobody is there. */
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { alone } from '#platform/db/savepoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { callers, visitsCompanies } from '../centre/roles.ts'
import { callCentresEvents } from './call-centres-events.table.ts'
import type * as contract from './call-centres.schema.ts'
import * as store from './call-centres.sql.ts'
import { setLanguages } from './languages.ts'
import type { CallLanguage } from './languages.schema.ts'

export { changeMyLanguages, sayCompanyLanguage, takeBackMark } from './languages.ts'
export { hasListsElsewhere } from './call-centres.sql.ts'
export { otherTongue, languageAt, languagesUsed, speaks, speakersOn, speaksWith } from './languages.sql.ts'

const record = recorder(callCentresEvents)
const topics = ['call-centres', 'calls']

export const listCallCentres = async (ctx: Ctx): Promise<AnswerOf<typeof contract.listCallCentres>> => {
  const [rows, people, lists] = [
    await store.allCallCentres(ctx),
    await store.allCallers(ctx, callers),
    await store.allLists(ctx),
  ]
  return {
    ...{ rows, lists },
    // Who does nothing but call comes first.
    callers: people
      .map(({ role, ...one }) => ({ ...one, can: { sayLanguages: !visitsCompanies({ role }) } }))
      .toSorted((one, other) => Number(other.can.sayLanguages) - Number(one.can.sayLanguages)),
  }
}
const callerOf = async (ctx: Ctx, personId: number) => {
  const caller = (await store.allCallers(ctx, callers)).find((one) => one.personId === personId)
  if (!caller) throw problem('not-found')
  return caller
}

type Form = { name: string; outside: boolean }
/** Throws call-centre-there. */
export const addCallCentre = async (ctx: Ctx, form: Form) => {
  const made = await store.insertCallCentre(ctx, form)
  if (!made) throw problem('call-centre-there')
  const after = { what: form.name, ...form }
  await record(ctx, { verb: 'added', subject: 'call_centre', subjectId: made.id, after, topics })
  return made
}
/** Throws not-found, call-centre-there. */
export const renameCallCentre = async (ctx: Ctx, id: number, form: Form) => {
  if (await store.changesHands(ctx, id, form.outside))
    throw problemAt('wrong-input', '/body/outside', m.call_centres_outside_stays({}, { locale: ctx.language }), 'stays')
  const done = await alone(ctx, '23505', async () => ({ row: await store.updateCallCentre(ctx, id, form) }))
  if (!('row' in done)) throw problem('call-centre-there')
  if (!done.row) throw problem('not-found')
  const after = { what: form.name, ...form }
  await record(ctx, { verb: 'renamed', subject: 'call_centre', subjectId: id, after, topics })
  return {}
}
/**
 * Its lists go to another or to everyone, and with them what was promised there: call-backs stand on lists. Who calls there belongs to none from then
 * on, and talks to the end with whom he has under call. Throws not-found, of the other too.
 */
export const closeCallCentre = async (ctx: Ctx, id: number, { listsTo }: { listsTo: number | null }) => {
  if (listsTo === id) throw problem('not-found')
  // Two that close into each other are taken in one order.
  if (listsTo !== null && listsTo < id && !(await store.keepOpen(ctx, listsTo))) throw problem('not-found')
  const closed = await store.markClosed(ctx, id)
  if (!closed) throw problem('not-found')
  if (listsTo !== null && listsTo > id && !(await store.keepOpen(ctx, listsTo))) throw problem('not-found')
  const lists = await store.handLists(ctx, id, listsTo)
  const count = { callers: await store.dropCallers(ctx, id), lists: lists.length }
  const after = { what: closed.name, ...count, listsTo }
  await record(ctx, { verb: 'closed', subject: 'call_centre', subjectId: id, after, topics })
  return count
}

/** Throws not-found: nobody who calls, or no call centre that is open. */
export const placeCaller = async (ctx: Ctx, personId: number, callCentreId: number | null) => {
  const caller = await callerOf(ctx, personId)
  const into = callCentreId === null ? null : await store.keepOpen(ctx, callCentreId)
  if (into === undefined) throw problem('not-found')
  await (callCentreId === null ? store.dropCaller(ctx, personId) : store.putCaller(ctx, personId, callCentreId))
  await record(ctx, {
    ...{ verb: 'placed', subject: 'call_centre_caller', subjectId: personId },
    ...{ before: { callCentreId: caller.callCentreId }, after: { what: caller.name, callCentreId }, topics },
  })
  return {}
}
/** Throws not-found, also for who visits: his languages are his own to say. */
export const sayCallerLanguages = async (ctx: Ctx, personId: number, languages: readonly CallLanguage[]) => {
  const { role } = await callerOf(ctx, personId)
  if (visitsCompanies({ role })) throw problem('not-found')
  await setLanguages(ctx, personId, languages)
  return {}
}
/** In calling or not opened yet. Throws not-found: no such list that callers share, or no call centre that is open. */
export const giveList = async (ctx: Ctx, listId: number, callCentreId: number | null) => {
  const list = (await store.allLists(ctx)).find(({ id, byVisitors }) => id === listId && !byVisitors)
  const to = callCentreId === null ? null : await store.keepOpen(ctx, callCentreId)
  if (!list || to === undefined) throw problem('not-found')
  await (callCentreId === null ? store.dropList(ctx, listId) : store.putList(ctx, listId, callCentreId))
  await record(ctx, {
    ...{ verb: 'given', subject: 'call_centre_list', subjectId: listId },
    ...{ before: { callCentreId: list.callCentreId }, after: { what: list.name, callCentreId }, topics },
  })
  return {}
}
