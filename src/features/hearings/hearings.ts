import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import { momentOf } from '#platform/clock'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { sweep } from '#platform/jobs'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { dropMarks, setMarks } from '../may-contact/may-contact.ts'
import * as sql from './hearings.sql.ts'
import { findDraw, lockList } from '../lists/lists.sql.ts'
import { showList } from '../lists/lists.ts'

export { answerHearing, listHeard } from './heard.ts'
export { keep, strike } from './strikes.ts'

/** Answers that a step of a hearing makes stale. */
export const hearingTopics = ['contact-lists', 'hearings', 'waiting'] as const
/** When a hearing ends, its list may be called, and its strikes are told. */
const startedTopics = [...hearingTopics, 'companies'] as const
const endedTopics = [...startedTopics, 'calls'] as const

type Asked = { id: number; name: string; deadline: string; companies: number }

/** Writes to the leaders of the schools, each in his own language; how many schools have nobody to write to is not an error. */
const writeTo = async (ctx: Ctx, schoolIds: readonly number[], hearing: Asked, kind: 'asked' | 'reminded') => {
  const words =
    kind === 'asked'
      ? { subject: m.hearings_mail_asked_subject, body: m.hearings_mail_asked_body }
      : { subject: m.hearings_mail_reminded_subject, body: m.hearings_mail_reminded_body }
  for (const leader of await sql.leadersOf(ctx, schoolIds)) {
    const locale = { locale: leader.language }
    const values = {
      name: leader.name,
      list: hearing.name,
      deadline: sayDay(hearing.deadline, leader.language),
      companies: String(hearing.companies),
      link: `${ctx.house.baseUrl}/hoering/${hearing.id}`,
    }
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await post(ctx, {
      to: leader.email,
      toName: leader.name,
      subject: words.subject(values, locale),
      body: words.body(values, locale),
    })
  }
}

/** Everyone gets the same answer about each company, whatever is struck: nothing secret is ever written down. */
const markInHearing = async (ctx: Ctx, listId: number, deadline: string) => {
  const places = await sql.placesOf(ctx, listId)
  await setMarks(
    ctx,
    places.map(({ id, companyId, cvr }) => ({
      ...{ kind: 'in-hearing' as const, sourceId: id, companyId, cvr },
      ...{ since: ctx.at, endsAt: deadline, personId: null },
    })),
  )
}
/** The hearing is over: the companies are in hearing no longer, and those that were struck are told, never by whom. */
const markHeard = async (ctx: Ctx, listId: number) => {
  const places = await sql.placesOf(ctx, listId)
  await dropMarks(
    ctx,
    'in-hearing',
    places.map(({ id }) => id),
  )
  const strikes = await sql.strikesOf(ctx, listId)
  await setMarks(
    ctx,
    strikes.map(({ id, companyId, cvr, struckAt, untilOn }) => ({
      ...{ kind: 'strike' as const, sourceId: id, companyId, cvr },
      ...{ since: struckAt, endsAt: momentOf(untilOn, '00:00').toString(), personId: null },
    })),
  )
}

/**
 * Sends a frozen list to every school of the centre. The rule for silence is the centre's of today, and stays whatever the
 * centre chooses later. `date` and `time` are wall-clock time in Denmark. Throws not-drawn, list-closed, deadline-passed, already-exists.
 */
export const startHearing = async (ctx: Ctx, listId: number, given: { date: string; time: string }) => {
  const list = await lockList(ctx, listId)
  if (!list) throw problem('not-found')
  if (!(await findDraw(ctx, listId))) throw problem('not-drawn')
  if (await sql.isClosed(ctx, listId)) throw problem('list-closed')
  const deadline = momentOf(given.date, given.time)
  if (Temporal.Instant.compare(deadline, ctx.now) <= 0) throw problem('deadline-passed')
  const silence = (await sql.rulesOf(ctx))?.silence ?? 'goes-on'
  const id = await sql.insertHearing(ctx, listId, { personId: personOf(ctx), deadline: deadline.toString(), silence })
  if (id === undefined) throw problem('already-exists', { what: ctx.language === 'da' ? 'Høringen' : 'The hearing' })
  await markInHearing(ctx, listId, deadline.toString())
  const schools = await sql.missingSchools(ctx, id)
  const companies = await sql.countIncluded(ctx, listId)
  await writeTo(
    ctx,
    schools.map((school) => school.id),
    { id, name: list.name, deadline: deadline.toString(), companies },
    'asked',
  )
  await record(ctx, {
    verb: 'sent-to-hearing',
    subject: 'hearing',
    subjectId: id,
    after: { listId, deadline: deadline.toString(), silence, schools: schools.length },
    topics: startedTopics,
  })
  return showList(ctx, listId)
}

const openHearing = async (ctx: Ctx, id: number) => {
  const hearing = await sql.lockHearing(ctx, id)
  if (!hearing) throw problem('not-found')
  if (hearing.endedAt) throw problem('hearing-over', { deadline: sayDay(hearing.endedAt, ctx.language) })
  return hearing
}

/** Writes again to the leaders of the schools that have not answered. */
export const remindSchools = async (ctx: Ctx, id: number) => {
  const hearing = await openHearing(ctx, id)
  const missing = await sql.missingSchools(ctx, id)
  const companies = await sql.countIncluded(ctx, hearing.listId)
  await writeTo(
    ctx,
    missing.map((school) => school.id),
    { ...hearing, companies },
    'reminded',
  )
  await sql.markReminded(ctx, id)
  await record(ctx, {
    verb: 'reminded',
    subject: 'hearing',
    subjectId: id,
    after: { schools: missing.length },
    topics: hearingTopics,
  })
  return { reminded: missing.length }
}

const finish = async (ctx: Ctx, id: number, listId: number, silent: number) => {
  if (!(await sql.setEnded(ctx, id))) return
  await markHeard(ctx, listId)
  await record(ctx, {
    verb: 'hearing-ended',
    subject: 'hearing',
    subjectId: id,
    after: { listId, silent },
    topics: endedTopics,
  })
}
/** A list that is closed ends its open hearing, if it has one. */
export const endOfList = async (ctx: Ctx, listId: number) => {
  if (await sql.setEndedOf(ctx, listId)) await markHeard(ctx, listId)
}

/** Ends a hearing that every school has answered. Throws schools-missing with their names, hearing-over. */
export const endHearing = async (ctx: Ctx, id: number) => {
  const hearing = await openHearing(ctx, id)
  const missing = await sql.missingSchools(ctx, id)
  if (missing.length > 0) throw problem('schools-missing', { schools: missing.map((school) => school.name).join(', ') })
  await finish(ctx, id, hearing.listId, 0)
  return showList(ctx, hearing.listId)
}

const applySilence = async (ctx: Ctx, id: number) => {
  const hearing = await sql.lockHearing(ctx, id)
  if (!hearing || hearing.endedAt) return
  const missing = await sql.missingSchools(ctx, id)
  if (hearing.silence === 'waits' && missing.length > 0) return
  const silent = missing.length > 0 ? await sql.markSilent(ctx, id) : 0
  await finish(ctx, id, hearing.listId, silent)
}

/** At the deadline the centre's rule for silence is applied: silent schools' companies go on, or the hearing waits for all. */
export const endHearings = sweep('end-hearings', async (ctx) => {
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { id } of await sql.dueHearings(ctx)) await applySilence(ctx, id)
})
