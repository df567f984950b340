/** The consultants of all schools met a week ago: two tasks given out, a decision, an idea; what has come since waits for the next meeting. */
import type { Ctx } from '#platform/context'
import * as meetings from '../../src/features/consultant-meetings/consultant-meetings.ts'
import { listSchools } from '../../src/features/centre/centre.ts'
import { listConsultantMeetings, setMeetingSeries } from '../../src/features/meeting-dates/meeting-dates.ts'
import { putTeachingIdea } from '../../src/features/teaching-ideas/teaching-ideas.ts'
import { daysAfter } from './dates.ts'
import { personOf, planningOf, type Stories } from './seed-stories.ts'

/** Workdays ago that they met. */
const lastMet = 6
const were = ['Anne Skov', 'Peter Vang', 'Sofie Holst', 'Karen Mølgaard', 'Lone Krag', 'Ivan Kowalski']
/** So many tasks are given out; a company gets one. */
const most = 2
const takes = ['Sofie Holst', 'Peter Vang']
const decided = 'Vi deler stand på erhvervsmessen i Skive i marts. Peter Vang spørger om prisen.'

export const planConsultantMeetings = (stories: Stories): void => {
  const plan = planningOf(stories)
  const { calendar } = stories
  const idOf = (name: string) => personOf(stories, name)
  const firstOn = calendar.day(lastMet)

  const hold = async (ctx: Ctx) => {
    const [first] = (await listConsultantMeetings(ctx)).ahead
    if (!first) return
    const { id } = first
    await meetings.openConsultantMeeting(ctx, id)
    for (const name of were) await meetings.attendMeeting(ctx, id, idOf(name), true)
    const { points } = await meetings.showConsultantMeeting(ctx, id)
    const dueOn = daysAfter(firstOn, 14)
    const given = new Set<number>()
    for (const { id: pointId, kind, company } of points) {
      if (pointId === null) continue
      const say = (said: Parameters<typeof meetings.settlePoint>[3]) => meetings.settlePoint(ctx, id, pointId, said)
      if (kind === 'idea') await say({ how: 'task', words: '', personId: idOf('Sofie Holst'), dueOn })
      else if (kind === 'question') await say({ how: 'decided', words: decided })
      else if (kind === 'need' && company && !given.has(company.id) && given.size < most) {
        await say({
          how: 'task',
          words: 'Ring og giv dem et svar',
          personId: idOf(takes[given.size] ?? 'Peter Vang'),
          dueOn,
        })
        given.add(company.id)
      } else await say({ how: 'seen', words: '' })
    }
    await meetings.closeConsultantMeeting(ctx, id)
  }

  plan(15, '09:10', 'Hanne Lind', async (ctx) => {
    const hosts = (await listSchools(ctx)).rows.map(({ id }) => id)
    const times = { firstOn, everyWeeks: 2, from: '08:30', until: '10:00' }
    await setMeetingSeries(ctx, { ...times, place: 'Mødelokale 2', hosts, seen: null })
  })
  plan(9, '11:20', 'Peter Vang', (ctx) =>
    meetings.putMeetingPoint(ctx, {
      kind: 'question',
      words: 'Skal vi have en fælles stand på erhvervsmessen i Skive?',
    }),
  )
  plan(8, '14:05', 'Karen Mølgaard', (ctx) =>
    putTeachingIdea(ctx, {
      title: 'FVU-dansk på nathold i produktionen',
      told: 'Tre virksomheder på Mors har nævnt det. Undervisningen skulle ligge lige før vagten.',
    }),
  )
  plan(lastMet, '08:30', 'Hanne Lind', hold)
  plan(2, '10:40', 'Anne Skov', (ctx) =>
    meetings.putMeetingPoint(ctx, {
      kind: 'case',
      words: 'En smedje vil have ét svar på tre spørgsmål. Hvordan undgår vi, at den får tre besøg?',
    }),
  )
}
