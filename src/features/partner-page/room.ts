import { asRoom } from '#platform/room'
import { linkKind } from '../partners/partners.ts'
import { partnerPageRoutes } from './partner-page.routes.ts'

export const room = asRoom({
  name: 'partner-page',
  routes: partnerPageRoutes,
  links: [{ kind: linkKind, path: '/aktoer/', endsAfterDays: null, keptApart: true, uses: null }],
})
