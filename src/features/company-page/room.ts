import { asRoom } from '#platform/room'
import { companyPageRoutes } from './company-page.routes.ts'

export const room = asRoom({
  name: 'company-page',
  routes: companyPageRoutes,
  links: [{ kind: 'company-page', path: '/jeres-forloeb/', endsAfterDays: 90, renewed: true, uses: null }],
})
