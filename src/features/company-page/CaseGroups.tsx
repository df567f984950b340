import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { first, saysDate } from '#web/parts/dates.ts'
import type { Knot } from '#web/parts/Thread.tsx'
import type { showCase } from './company-page.schema.ts'

type Seen = AnswerOf<typeof showCase>['groups'][number]

export const from = (who: string, school: string | null) =>
  school ? m.company_page_who_school({ who, school }) : m.company_page_who({ who })

const taskWhen = ({ done, dueOn }: Seen['tasks'][number]) =>
  done
    ? m.company_page_group_done()
    : dueOn
      ? m.company_page_by({ date: saysDate(dueOn) })
      : m.company_page_group_under_way()

/** The next contact; then what the lead lets them see: who, what, by when. A day that has passed is not said. */
export const groupKnots = ({ id, theme, lead, nextOn, tasks }: Seen): Knot[] => [
  {
    key: `group-${id}`,
    kind: 'coming',
    when: nextOn ? saysDate(nextOn) : m.company_page_group_under_way(),
    title: theme ? m.company_page_group({ theme: first(theme) }) : m.company_page_group_bare(),
    line: lead ? m.company_page_group_contact({ who: lead }) : m.company_page_nobody(),
  },
  ...tasks.map((task): Knot => {
    const { id: taskId, what, done, who, school } = task
    return {
      ...{ key: `group-task-${taskId}`, kind: done ? 'done' : 'coming', when: taskWhen(task), title: first(what) },
      line: who ? from(who, school) : m.company_page_nobody(),
    }
  }),
]
