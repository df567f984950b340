import * as m from '#texts'
import { byDay, type Values, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/arbejdsgrupper/${id}`
/** A task waits in its group. */
const ofTask = ({ values }: { values: Values }) => `/arbejdsgrupper/${values['group']}`
const ofCompany = ({ companyId }: { companyId: number | null }) => `/virksomheder/${companyId}`

/** What waits in groups (`groups_waiting`): a yes or a no, tasks, the next contact; a group without a lead is for who runs the centre. */
export const groupsWaiting = waitingTable(['company', 'who', 'what', 'date'], {
  'group-leaderless': {
    icon: 'handover',
    title: m.groups_waiting_leaderless,
    text: m.groups_waiting_leaderless_text,
    button: m.groups_waiting_see,
    when: () => 'over',
    href,
  },
  'group-stopped': {
    icon: 'handover',
    title: m.groups_waiting_stopped,
    text: m.groups_waiting_stopped_text,
    button: m.groups_waiting_see,
    when: () => 'today',
    href,
    othersWhenAsked: true,
  },
  'group-contact': {
    icon: 'call',
    title: m.groups_waiting_contact,
    text: m.groups_waiting_contact_text,
    button: m.groups_waiting_write,
    when: byDay(),
    href,
    othersWhenAsked: true,
  },
  'group-task-late': {
    icon: 'promise',
    title: m.groups_waiting_task_late,
    text: m.groups_waiting_task_text,
    button: m.groups_waiting_see,
    when: () => 'over',
    href: ofTask,
    othersWhenAsked: true,
  },
  'group-task': {
    icon: 'promise',
    title: m.groups_waiting_task,
    text: m.groups_waiting_task_text,
    button: m.groups_waiting_see,
    when: byDay(),
    href: ofTask,
    othersWhenAsked: true,
  },
  'group-asked': {
    icon: 'handover',
    title: m.groups_waiting_asked,
    text: m.groups_waiting_asked_text,
    button: m.groups_waiting_answer,
    when: () => 'week',
    href,
    newestFirst: true,
  },
  'group-proposed': {
    icon: 'report',
    title: m.groups_waiting_proposed,
    text: m.groups_waiting_proposed_text,
    button: m.groups_waiting_consider,
    when: () => 'later',
    href: ofCompany,
    newestFirst: true,
    most: 5,
    othersWhenAsked: true,
  },
})
