import { asRoom } from '#platform/room'
import { phoneNumbersRoutes } from './phone-numbers.routes.ts'
import { phoneNumbersEvents } from './phone-numbers-events.table.ts'

export const room = asRoom({
  name: 'phone-numbers',
  owns: ['own_number', 'own_number_ever'],
  routes: phoneNumbersRoutes,
  verbs: phoneNumbersEvents,
})
