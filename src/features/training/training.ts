/** Front door: what a caller practises on. What must hold: it is invented, and nothing of it can be sent back. */
import * as m from '#texts'
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf, z } from '#platform/endpoint'
import { filledIn } from '../calls/calls.ts'
import { showRules } from '../centre/centre.ts'
import type { FreeSlot } from '../free-slots/free-slots.schema.ts'
import { effectsToday } from '../may-contact/may-contact.ts'
import { offeredAt, ownEffects } from '../own-answers/own-answers.ts'
import { scriptOf } from '../scripts/scripts.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { exercises } from './exercises.table.ts'
import type { showTraining as contract } from './training.schema.ts'

type Slot = z.infer<typeof FreeSlot>
const nobody = {
  form: 'visit' as const,
  sharedLeadership: false,
  last: null,
  sameNumber: null,
  answersBest: null,
  dueAt: null,
  tries: 0,
}

/** Times as they are offered on the phone, of two who do not exist; on days on which the centre works. */
const inventedSlots = (workdayAfter: (date: string, days: number) => string, { today }: Ctx): Slot[] =>
  [
    { days: 3, time: '09:00', who: 0 },
    { days: 3, time: '13:00', who: 1 },
    { days: 4, time: '10:30', who: 0 },
    { days: 5, time: '09:00', who: 1 },
    { days: 5, time: '13:30', who: 0 },
  ].map(({ days, time, who }, at) => {
    const starts = momentOf(workdayAfter(today, days), time)
    return {
      personId: -1 - who,
      name: who === 0 ? m.training_consultant_one() : m.training_consultant_two(),
      school: null,
      startsAt: starts.toString(),
      endsAt: starts.add({ hours: 1 }).toString(),
      ...{ travelMinutes: 0, travelKnown: false, why: m.training_slot_why() },
      ...{ proposed: at === 0, place: at + 1, held: false, fits: true, points: [], second: null },
    }
  })

/** Each exercise as it would stand under call; the script is what is said where no list has another. */
export const showTraining = async (ctx: Ctx): Promise<AnswerOf<typeof contract>> => {
  const [script, rules, working, own] = await Promise.all([
    scriptOf(ctx, { scriptId: null, listId: null }),
    showRules(ctx),
    workingTimeNow(ctx),
    offeredAt(ctx, ctx.at),
  ])
  const says = await filledIn(ctx, script.body)
  const shared = {
    ...{
      ...nobody,
      script,
      says,
      listId: null,
      list: null,
      language: null,
      wording: null,
      phone: '',
      industryCode: null,
    },
    ...{ takenAt: ctx.at, expiresAt: ctx.at, employeesFrom: null, employeesTo: null },
    effects: effectsToday(ctx, { ...rules, ...working }, 0),
    own: ownEffects(ctx, own, { ...rules, ...working }),
  }
  return {
    rows: exercises.map(({ name, town, employees, industry, hears, fits, because }, at) => ({
      company: { ...shared, companyId: -1 - at, name, town, employees, industry: industry() },
      hears: hears(),
      fits: [...fits],
      because: because(),
    })),
    slots: {
      rows: inventedSlots(working.workdayAfter, ctx),
      days: [],
      from: ctx.today,
      through: working.workdayAfter(ctx.today, 10),
      otherFields: 0,
      full: [],
      ask: [],
    },
  }
}
