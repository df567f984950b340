/*
 * A process of its own for waiting-dates.test.ts, whose clock is moved from outside (libfaketime): waits-in-time.ts <database> <asker>.
 * Reads a line for each thing to do, does it by the clock that it has then, and says what came of it.
 */
import { createInterface } from 'node:readline'
import { dateOf, systemClock } from '#platform/clock'
import { openDatabase } from '#platform/db/open'
import type { Asker } from '#platform/context'
import { workingTime } from '../features/working-days/working-days.ts'
import { effectOf, giveWait } from '../features/may-contact/may-contact.ts'

/** Reckoned alone, without a company; given to a company; or only asked whether something holds against it. */
export type Task = { companyId?: number; reason?: 'later' | 'not-interested' }
const [url = '', who = ''] = process.argv.slice(2)
const asker = JSON.parse(who) as Asker
const database = openDatabase(url, 2, systemClock)

const rules = {
  ...{ laterMonths: 3, notInterestedMonths: 6, noAnswerHours: 4, noAnswerTries: 5, noAnswerRestDays: 30 },
  ...workingTime([], []),
}
const reckoned = (reason: NonNullable<Task['reason']>) =>
  effectOf(reason, dateOf(systemClock()).toString(), rules, 0, { callBackAt: null, booked: false }).wait?.until

const inTheHouse = (companyId: number, reason: Task['reason']) =>
  database.in(asker, async (ctx) => {
    if (reason) return { until: (await giveWait(ctx, companyId, { reason, words: 'Sagt i telefonen.' })).until }
    const held = await ctx.db
      .selectFrom('hindranceNow')
      .select('untilOn')
      .where('centreId', '=', ctx.centreId)
      .where('companyId', '=', companyId)
      .execute()
    return { held: held.length > 0 }
  })

const work = async ({ companyId, reason }: Task) => {
  if (companyId !== undefined) return inTheHouse(companyId, reason)
  return { until: reason && reckoned(reason) }
}

for await (const line of createInterface({ input: process.stdin })) {
  const said = await work(JSON.parse(line) as Task)
  process.stdout.write(`${JSON.stringify({ ...said, at: systemClock().toString() })}\n`)
}
await database.close()
