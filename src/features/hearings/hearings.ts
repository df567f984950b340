import * as m from '#texts'
import type { AnswerOf, z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { hearingsEvents } from './hearings-events.table.ts'
import { showRules } from '../centre/centre.ts'
import { hearers, runsCentre } from '../centre/roles.ts'
import { lockList, refuseHearing, seesList, sendToHearing, showList } from '../lists/lists.ts'
import { resolveAllAgain } from '../matching/matching.ts'
import { deadlineAt, deadlines, type Given } from './deadline-choice.ts'
import { finishHearing, hearingTopics, startedTopics } from './deadlines.ts'
import { writeToSchools } from './hearing-mails.ts'
import { markInHearing } from './hearing-marks.ts'
import type { ListHearing, listOpenHearings } from './hearings.schema.ts'
import * as store from './hearings.sql.ts'

export { answerHearing, listHeard, lockOwnAnswer, ownHearing } from './answering.ts'
export { endHearings } from './deadlines.ts'
export { keepOnList, strikeCompanies } from './strikes.ts'

const record = recorder(hearingsEvents)

/**
 * Sends a frozen list to every school of the centre. The rule for silence is the centre's of today, and stays whatever the
 * centre chooses later. `date` and `time` are wall-clock time in Denmark. `short`: fewer than three working days may do.
 * Throws not-drawn, list-closed, deadline-passed, already-exists.
 */
export const startHearing = async (ctx: Ctx, listId: number, given: Given & { short?: boolean | undefined }) => {
  const list = await lockList(ctx, listId)
  refuseHearing(list)
  const deadline = await deadlineAt(ctx, given, given.short)
  const { silence } = await showRules(ctx)
  const id = await store.insertHearing(ctx, listId, { personId: personOf(ctx), deadline: deadline.toString(), silence })
  if (id === undefined) throw problem('already-exists', { what: m.hearings_the_hearing({}, { locale: ctx.language }) })
  await sendToHearing(ctx, listId, { id, deadline: deadline.toString() })
  await markInHearing(ctx, listId, deadline.toString())
  await resolveAllAgain(ctx)
  const schools = await store.missingSchools(ctx, id)
  const companies = await store.countIncluded(ctx, listId)
  await writeToSchools(
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

/** A hearing that runs, locked alone. Throws not-found, hearing-over. */
export const openHearing = async (ctx: Ctx, id: number) => {
  const hearing = await store.lockHearing(ctx, id)
  if (!hearing) throw problem('not-found')
  if (hearing.endedAt) throw problem('hearing-over', { deadline: sayDay(hearing.endedAt, ctx.language) })
  return hearing
}

/** Writes again to the schools that have not answered. */
export const remindSchools = async (ctx: Ctx, id: number) => {
  const hearing = await openHearing(ctx, id)
  const missing = await store.missingSchools(ctx, id)
  const companies = await store.countIncluded(ctx, hearing.listId)
  await writeToSchools(
    ctx,
    missing.map((school) => school.id),
    { ...hearing, companies },
    'reminded',
  )
  await store.markReminded(ctx, id)
  await record(ctx, {
    verb: 'reminded',
    subject: 'hearing',
    subjectId: id,
    after: { schools: missing.length },
    topics: hearingTopics,
  })
  return { reminded: missing.length }
}

/** Whether the coordinator may end it without those who are missing, saying why: nobody there can answer, or it has waited past its deadline. */
const mayEndWithout = async (
  ctx: Ctx,
  hearing: { id: number; deadline: string },
  missing: readonly { id: number }[],
) => {
  if (hearing.deadline <= ctx.at) return true
  const able = new Set((await store.whoCanAnswer(ctx, hearers, hearing.id)).map(({ schoolId }) => schoolId))
  return missing.every((school) => !able.has(school.id))
}

/**
 * Ends a hearing that every school has answered; with the reason in words also when nobody at those missing can answer, or when it waits past
 * its deadline. Throws schools-missing with their names, hearing-over; at the reason, when one is needed.
 */
export const endHearing = async (ctx: Ctx, id: number, why = '') => {
  const found = await store.findHearing(ctx, id)
  if (!found) throw problem('not-found')
  await lockList(ctx, found.listId)
  const hearing = await openHearing(ctx, id)
  const missing = await store.missingSchools(ctx, id)
  const schools = missing.map((school) => school.name).join(', ')
  if (missing.length > 0 && !(await mayEndWithout(ctx, hearing, missing))) throw problem('schools-missing', { schools })
  if (missing.length > 0 && why === '')
    throw problemAt(
      'wrong-input',
      '/body/why',
      m.hearings_end_needs_why({ schools }, { locale: ctx.language }),
      'required',
    )
  const silent = missing.length > 0 ? await store.markSilent(ctx, id) : 0
  await finishHearing(ctx, hearing, silent, why)
  return showList(ctx, hearing.listId)
}

// ---- Beside the list ---------------------------------------------------------------------------------------------
/** Who is missing, only for who runs the centre. */
const inShort = (ctx: Ctx, row: store.InShort): AnswerOf<typeof listOpenHearings>['rows'][number] => ({
  ...{ id: row.id, listId: row.listId, deadline: row.deadline, silence: row.silence, endedAt: row.endedAt },
  ...{ schools: runsCentre(ctx) ? row.schools : null, missing: runsCentre(ctx) ? row.missing : null },
  ownAnswerAt: row.ownAnswerAt,
})

/** Hearings that run, by deadline: what the lists' page says beside each. */
export const listOpen = async (ctx: Ctx): Promise<AnswerOf<typeof listOpenHearings>> => ({
  rows: (await store.openInShort(ctx)).map((row) => inShort(ctx, row)),
})

type Able = Awaited<ReturnType<typeof store.whoCanAnswer>>
const peopleOf = (able: Able, of: number) =>
  able.flatMap(({ schoolId, personId, name }) => (schoolId === of ? [{ personId, name }] : []))

/** The hearing of a list as who asks may see it: who has answered only for who runs the centre. */
export const showListHearing = async (ctx: Ctx, listId: number): Promise<z.infer<typeof ListHearing>> => {
  const list = await store.findListState(ctx, listId)
  if (!list || !seesList(ctx, list)) throw problem('not-found')
  const may = runsCentre(ctx)
  const row = await store.inShortOfList(ctx, listId)
  const runs = may && row !== undefined && row.endedAt === null
  const answers = may && row ? await store.answersOf(ctx, row.id) : []
  const able = runs ? await store.whoCanAnswer(ctx, hearers, row.id) : []
  const missing = answers.filter(({ answeredAt }) => answeredAt === null).map(({ schoolId }) => ({ id: schoolId }))
  const without = runs && missing.length > 0 && (await mayEndWithout(ctx, row, missing))
  const { earliest, usual } = await deadlines(ctx)
  return {
    hearing: row ? inShort(ctx, row) : null,
    answers: answers.map((answer) => ({ ...answer, people: peopleOf(able, answer.schoolId) })),
    earliestDeadline: earliest,
    usualDeadline: usual,
    can: {
      start: may && list.state === 'drawn',
      remind: runs && row.missing > 0,
      moveDeadline: runs,
      end: runs && row.missing === 0 ? 'answered' : without ? 'without' : null,
    },
  }
}
