/** Lone stops on Friday: the centre has asked about half of what is hers; two said yes, one said no, and the rest is to be handed out. */
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import * as leavings from '../../src/features/leavings/leavings.ts'
import { personOf, planningOf, type Stories } from './seed-stories.ts'

const who = 'Lone Krag'
const why = 'Jeg har fået to nye i denne uge og kan ikke love mere.'
/** To the Friday that comes. */
const daysToFriday = ({ dayOfWeek }: Temporal.PlainDate) => (12 - dayOfWeek) % 7 || 7

/** A meeting is left out: who is asked about it may have no time for it, which is another story. */
const isAsked = ({ kind, can, state }: { kind: string; can: { ask: boolean }; state: string }) =>
  can.ask && state !== 'stays' && kind !== 'meeting'

export const planLeaving = (stories: Stories): void => {
  const { calendar } = stories
  const plan = planningOf(stories)
  const answer = (id: number, yes: boolean) => async (ctx: Ctx) => {
    const { things } = await leavings.showLeaving(ctx, id)
    const ids = things.flatMap(({ question }) => (question?.can.answer ? [question.id] : []))
    await leavings.answerLeaving(ctx, id, yes ? { yes: ids, no: [], why: '' } : { yes: [], no: ids, why })
  }
  plan(3, '15:10', 'Hanne Lind', async (ctx) => {
    const personId = personOf(stories, who)
    const today = Temporal.PlainDate.from(calendar.today)
    const lastDay = today.add({ days: daysToFriday(today) }).toString()
    const { id } = await leavings.announceLeaving(ctx, { personId, lastDay })
    plan(2, '15:20', 'Hanne Lind', async (later) => {
      const { things } = await leavings.showLeaving(later, id)
      const half = things.filter(isAsked).filter((_, nth) => nth % 2 === 0)
      const questions = half.flatMap(({ kind, sourceId, proposed }, nth) => {
        const to = proposed[nth % 3]
        return to ? [{ kind, sourceId, toId: to.id }] : []
      })
      if (questions.length === 0) return
      const asked = await leavings.askLeaving(later, id, questions)
      const names = new Set(asked.things.flatMap(({ question }) => question?.to.name ?? []))
      for (const [nth, name] of [...names].slice(0, 3).entries())
        plan(1, `15:${30 + nth * 5}`, name, answer(id, nth < 2))
    })
  })
}
