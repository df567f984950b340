import { asRoom } from '#platform/room'
import { companiesRoutes } from './companies.routes.ts'

export const room = asRoom({
  name: 'companies',
  owns: ['struck_and_open'],
  routes: companiesRoutes,
})
