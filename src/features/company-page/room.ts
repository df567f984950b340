import { asRoom } from '#platform/room'
import { companyPageRoutes } from './company-page.routes.ts'

export const room = asRoom({
  name: 'company-page',
  routes: companyPageRoutes,
})
