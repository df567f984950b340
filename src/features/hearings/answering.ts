import { Temporal } from 'temporal-polyfill'
import type { AnswerOf, z } from '#platform/endpoint'
import { type Ctx, personOf, schoolOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { hearingsEvents } from './hearings-events.table.ts'
import { contactsNow } from '../school-contacts/school-contacts.ts'
import { countNotCompared, listMatches } from '../matching/matching.ts'
import type { Hearing, listHeardCompanies } from './hearings.schema.ts'
import * as store from './hearings.sql.ts'
import { countHeard, decisionsOf, undecided } from './strikes.sql.ts'
import { coordinators, gathers, leaders, leadsSchool, onlyHears } from '../centre/roles.ts'
import { hearingTopics, strikeUntil } from './deadlines.ts'

const record = recorder(hearingsEvents)

type Open = { deadline: string; endedAt: string | null; silence: string }
/** Silence that goes on ends at the deadline by the clock, even in the minute before the job has seen it. */
export const isOver = (ctx: Ctx, hearing: Open) =>
  hearing.endedAt !== null ||
  (hearing.silence === 'goes-on' && Temporal.Instant.compare(Temporal.Instant.from(hearing.deadline), ctx.now) <= 0)
const refuseOver = (ctx: Ctx, hearing: Open) => {
  if (isOver(ctx, hearing))
    throw problem('hearing-over', { deadline: sayDay(hearing.endedAt ?? hearing.deadline, ctx.language) })
}

/** Who answers hearings and no more has nothing to look for in one that has ended. */
const hides = (ctx: Ctx, { endedAt }: Pick<Open, 'endedAt'>) => onlyHears(ctx) && endedAt !== null

/** The hearing, which cannot end meanwhile, and the own school's answer, locked while the school changes something. Throws hearing-over, hearing-answered. */
export const lockOwnAnswer = async (ctx: Ctx, id: number, alsoAnswered = false) => {
  const schoolId = schoolOf(ctx)
  const hearing = await store.shareHearing(ctx, id)
  const answer = hearing && (await store.lockOwnAnswer(ctx, id, schoolId))
  if (!hearing || !answer || hides(ctx, hearing)) throw problem('not-found')
  refuseOver(ctx, hearing)
  if (answer.answeredAt && !alsoAnswered) throw problem('hearing-answered')
  return { hearing, schoolId, answeredAt: answer.answeredAt }
}

/** Several colleagues strike, one hands in: the leader, or anyone where the school has none. Null: whoever asks. */
const handsIn = async (ctx: Ctx, schoolId: number): Promise<string | null> => {
  const leader = leadsSchool(ctx) ? undefined : await store.oneOf(ctx, leaders, schoolId)
  return leader?.name ?? null
}

/** A hearing that the asker's school was asked in, and whether it can still change its answer there. Throws not-found. */
export const ownHearing = async (ctx: Ctx, id: number) => {
  const schoolId = schoolOf(ctx)
  const hearing = await store.findHearing(ctx, id)
  const answer = hearing && (await store.findOwnAnswer(ctx, id, schoolId))
  if (!hearing || !answer || hides(ctx, hearing)) throw problem('not-found')
  return { hearing, answer, schoolId, open: !isOver(ctx, hearing) && answer.answeredAt === null }
}

/** A hearing as the asker's school sees it: nothing in it moves when another school does something. */
export const showHearing = async (ctx: Ctx, id: number): Promise<z.infer<typeof Hearing>> => {
  const { hearing, answer, schoolId, open: undone } = await ownHearing(ctx, id)
  const counts = await countHeard(ctx, hearing.listId, schoolId)
  const open = !isOver(ctx, hearing)
  const answered = answer.answeredAt !== null
  const leader = await handsIn(ctx, schoolId)
  const { contacts, locked, open: toBeSealed } = await contactsNow(ctx)
  const { startedAt, deadline, silence, endedAt } = hearing
  return {
    ...{ id, startedAt, deadline, silence, endedAt },
    list: { id: hearing.listId, name: hearing.name, goal: hearing.goal },
    answeredAt: answer.answeredAt,
    answeredBy: answer.answeredBy,
    counts: { ...counts, unknown: counts.total - counts.known },
    contacts,
    locked,
    possible: ctx.house.sealing !== null,
    comparing: (await countNotCompared(ctx)) + toBeSealed,
    strikeUntil: await strikeUntil(ctx),
    handsIn: leader,
    can: {
      strike: undone,
      answer: undone && leader === null,
      reopen: open && answered && leader === null,
      upload: gathers(ctx),
    },
  }
}

/** The companies of a hearing as the own school recognises them, with what it has decided. */
export const listHeard = async (
  ctx: Ctx,
  id: number,
  query: {
    cursor?: string | undefined
    limit: number
    known?: boolean | undefined
    q?: string | undefined
    only?: string | undefined
  },
): Promise<AnswerOf<typeof listHeardCompanies>> => {
  const schoolId = schoolOf(ctx)
  const hearing = await store.findHearing(ctx, id)
  if (!hearing || hides(ctx, hearing)) throw problem('not-found')
  const only = query.only?.split(',').map(Number)
  const { rows, next } = await listMatches(ctx, hearing.listId, { ...query, only })
  const ids = rows.map(({ companyId }) => companyId)
  const decided = await decisionsOf(ctx, hearing.listId, schoolId, ids)
  return { rows: rows.map((row) => ({ ...row, ...(decided.get(row.companyId) ?? undecided) })), next }
}

/** Who has answered is the coordinators' to know; another school does not even hear that someone has. */
const tellAnswer = (ctx: Ctx) => {
  announce(ctx, hearingTopics, 'school')
  announce(ctx, hearingTopics, 'centre', coordinators)
}

const refuseNotLeader = async (ctx: Ctx, schoolId: number) => {
  const leader = await handsIn(ctx, schoolId)
  if (leader !== null) throw problem('leader-hands-in', { who: leader })
}

/** Hands in the school's answer. Throws leader-hands-in, not-looked-at when more are left than was seen; when a hearing waits for all and this was the last, the next sweep ends it. */
export const answerHearing = async (ctx: Ctx, id: number, seen: { notLookedAt: number } = { notLookedAt: 0 }) => {
  const { schoolId, hearing } = await lockOwnAnswer(ctx, id)
  await refuseNotLeader(ctx, schoolId)
  // Counted again where it is handed in: a colleague's new contacts may know more since the page was read.
  const { knownLeft } = await countHeard(ctx, hearing.listId, schoolId)
  if (knownLeft > seen.notLookedAt) throw problem('not-looked-at', { count: knownLeft }, { notLookedAt: knownLeft })
  await store.setAnswer(ctx, id, schoolId, { at: ctx.at, personId: personOf(ctx) })
  await record(ctx, { verb: 'answered', subject: 'hearing', subjectId: id, after: { schoolId } })
  tellAnswer(ctx)
  return showHearing(ctx, id)
}

/** Takes the answer back while the hearing is open. Doing it twice changes nothing. */
export const reopenAnswer = async (ctx: Ctx, id: number) => {
  const { schoolId, answeredAt } = await lockOwnAnswer(ctx, id, true)
  await refuseNotLeader(ctx, schoolId)
  if (answeredAt) {
    await store.setAnswer(ctx, id, schoolId, null)
    await record(ctx, {
      verb: 'reopened',
      subject: 'hearing',
      subjectId: id,
      before: { schoolId, answeredAt },
    })
    tellAnswer(ctx)
  }
  return showHearing(ctx, id)
}
