import { asRoom } from '#platform/room'
import { groupsEvents } from './groups-events.table.ts'
import { groupsWaiting } from './groups-waiting.table.ts'
import { groupsRoutes } from './groups.routes.ts'
import { contactAsked, contactChanged, forgetPerson, groupsOpen, moveGroups } from './loose-ends.ts'

export const room = asRoom({
  name: 'groups',
  owns: [
    ...[
      'working_group',
      'group_member',
      'group_task',
      'group_theme',
      'group_task_words',
      'group_note',
      'group_contact',
    ],
    ...['group_result', 'group_unwanted'],
    ...['my_group', 'group_lead', 'group_learnt', 'group_proposed', 'groups_waiting', 'of_group'],
  ],
  routes: groupsRoutes,
  waiting: { view: 'groups_waiting', kinds: groupsWaiting.kinds },
  looseEnds: groupsOpen,
  // His place ends with him: his tasks are the lead's, and who leads goes with the company's contact.
  whenLeaving: { group: 'ends', 'group-task': 'ends' },
  verbs: groupsEvents,
  contactChanged,
  contactAsked,
  forgetsPerson: forgetPerson,
  moves: moveGroups,
})
