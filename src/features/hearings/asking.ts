/** Whom to ask at a school that has not answered: anyone there may know the companies, not its leader alone. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { hearers } from '../centre/roles.ts'
import { openHearing } from './hearings.ts'
import { writeTo } from './hearing-mails.ts'
import { hearingsEvents } from './hearings-events.table.ts'
import { hearingTopics } from './deadlines.ts'
import * as store from './hearings.sql.ts'
import * as letters from './letters.sql.ts'

const record = recorder(hearingsEvents)

/** Writes to someone who can answer at a school that has not. Throws hearing-over; not-found for who cannot answer, or whose school has. */
export const askSomeone = async (ctx: Ctx, id: number, personId: number) => {
  const hearing = await openHearing(ctx, id)
  const missing = new Set((await store.missingSchools(ctx, id)).map((school) => school.id))
  const who = (await store.whoCanAnswer(ctx, hearers, id)).find((one) => one.personId === personId)
  if (!who || who.schoolId === null || !missing.has(who.schoolId)) throw problem('not-found')
  const companies = await store.countIncluded(ctx, hearing.listId)
  await writeTo(ctx, [who], { ...hearing, companies }, 'asked')
  await letters.insertAsking(ctx, id, { personId, schoolId: who.schoolId })
  await store.markReminded(ctx, id, who.schoolId)
  await record(ctx, {
    verb: 'asked-someone',
    subject: 'hearing',
    subjectId: id,
    after: { personId, schoolId: who.schoolId },
    topics: hearingTopics,
  })
  return { asked: who.name }
}
