import { Temporal } from 'temporal-polyfill'
import type { AnswerOf, z } from '#platform/endpoint'
import { type Ctx, personOf, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { hearingsEvents } from './hearings-events.table.ts'
import { countContacts } from '../school-contacts/school-contacts.ts'
import type { HeardCompany, Hearing, listHeardCompanies } from './hearings.schema.ts'
import * as store from './hearings.sql.ts'
import { countHeard, type HeardRow, nothingHeard, pageOfHeard } from '../matching/matching.sql.ts'
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

/** The hearing, which cannot end meanwhile, and the own school's answer, locked while the school changes something. Throws hearing-over, hearing-answered. */
export const lockOwnAnswer = async (ctx: Ctx, id: number, alsoAnswered = false) => {
  const schoolId = schoolOf(ctx)
  const hearing = await store.shareHearing(ctx, id)
  const answer = hearing && (await store.lockOwnAnswer(ctx, id, schoolId))
  if (!hearing || !answer) throw problem('not-found')
  refuseOver(ctx, hearing)
  if (answer.answeredAt && !alsoAnswered) throw problem('hearing-answered')
  return { hearing, schoolId, answeredAt: answer.answeredAt }
}

/** A hearing as the asker's school sees it: nothing in it moves when another school does something. */
export const showHearing = async (ctx: Ctx, id: number): Promise<z.infer<typeof Hearing>> => {
  const schoolId = schoolOf(ctx)
  const hearing = await store.findHearing(ctx, id)
  const answer = hearing && (await store.findOwnAnswer(ctx, id, schoolId))
  if (!hearing || !answer) throw problem('not-found')
  const counts = (await countHeard(ctx, [hearing.listId], schoolId)).get(hearing.listId) ?? nothingHeard
  const open = !isOver(ctx, hearing)
  const answered = answer.answeredAt !== null
  const { startedAt, deadline, silence, endedAt } = hearing
  return {
    ...{ id, startedAt, deadline, silence, endedAt },
    list: { id: hearing.listId, name: hearing.name, goal: hearing.goal },
    answeredAt: answer.answeredAt,
    answeredBy: answer.answeredBy,
    counts: { ...counts, unknown: counts.total - counts.known },
    contacts: await countContacts(ctx, schoolId),
    strikeUntil: await strikeUntil(ctx),
    can: { strike: open && !answered, answer: open && !answered, reopen: open && answered, upload: true },
  }
}

const contactOf = (row: HeardRow): z.infer<typeof HeardCompany>['contact'] =>
  row.ourName === null
    ? null
    : {
        ...{ name: row.ourName, cvr: row.ourCvr, pNumber: row.ourPNumber, phone: row.ourPhone, email: row.ourEmail },
        ...{ street: row.ourStreet, postalCode: row.ourPostalCode, town: row.ourTown },
        ...{ contactPerson: row.ourPerson, knows: row.ourKnows, note: row.ourNote },
      }

const valueOf = (row: HeardRow, by: NonNullable<HeardRow['reasons']>[number]) =>
  ({ cvr: row.cvr, 'p-number': row.pNumber, phone: row.phone, domain: row.ourDomain })[by] ?? ''

const heardCompany = (row: HeardRow): z.infer<typeof HeardCompany> => ({
  ...{
    companyId: row.companyId,
    name: row.name,
    cvr: row.cvr,
    pNumber: row.pNumber,
    kind: row.kind,
    street: row.street,
  },
  ...{ postalCode: row.postalCode, town: row.town, employees: row.employees, industryText: row.industryText },
  ...{ phone: row.phone, email: row.email, protected: row.protected, certain: row.certain },
  reasons: (row.reasons ?? []).map((by) => ({ by, value: valueOf(row, by) })),
  contact: contactOf(row),
  moreContacts: Math.max(0, row.contacts - 1),
  decision: row.struckAt ? 'struck' : row.keptAt ? 'kept' : null,
  decidedBy: row.struckBy ?? row.keptBy,
  decidedAt: row.struckAt ?? row.keptAt,
  untilOn: row.untilOn,
})

export const listHeard = async (
  ctx: Ctx,
  id: number,
  query: { cursor?: string | undefined; limit: number; known?: boolean | undefined; q?: string | undefined },
): Promise<AnswerOf<typeof listHeardCompanies>> => {
  const schoolId = schoolOf(ctx)
  const hearing = await store.findHearing(ctx, id)
  if (!hearing) throw problem('not-found')
  const keys = readCursor(query.cursor, 2)
  const rows = await pageOfHeard(ctx, hearing.listId, schoolId, {
    ...query,
    after: keys && [Number(keys[0]), Number(keys[1])],
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map(heardCompany),
    next: rows.length > query.limit && last ? writeCursor([last.rank, last.position]) : null,
  }
}

/** Hands in the school's answer; when a hearing waits for all and this was the last, the next sweep ends it. */
export const answerHearing = async (ctx: Ctx, id: number) => {
  const { schoolId } = await lockOwnAnswer(ctx, id)
  await store.setAnswer(ctx, id, schoolId, { at: ctx.at, personId: personOf(ctx) })
  await record(ctx, { verb: 'answered', subject: 'hearing', subjectId: id, after: { schoolId }, topics: hearingTopics })
  return showHearing(ctx, id)
}

/** Takes the answer back while the hearing is open. Doing it twice changes nothing. */
export const reopenAnswer = async (ctx: Ctx, id: number) => {
  const { schoolId, answeredAt } = await lockOwnAnswer(ctx, id, true)
  if (answeredAt) {
    await store.setAnswer(ctx, id, schoolId, null)
    await record(ctx, {
      verb: 'reopened',
      subject: 'hearing',
      subjectId: id,
      before: { schoolId, answeredAt },
      topics: hearingTopics,
    })
  }
  return showHearing(ctx, id)
}
