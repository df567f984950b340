import { asRoom } from '#platform/room'
import { remindOfMeetings } from './reminders.ts'

export const room = asRoom({
  name: 'reminders',
  owns: ['meeting_reminder'],
  routes: [],
  sweeps: [remindOfMeetings],
})
