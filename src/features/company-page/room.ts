import { asRoom } from '#platform/room'
import { casePage, casePreview } from './case-page.ts'
import { companyPageRoutes } from './company-page.routes.ts'

export const room = asRoom({
  name: 'company-page',
  routes: companyPageRoutes,
  plainPages: [casePage, casePreview],
  links: [{ kind: 'company-page', path: '/jeres-forloeb/', endsAfterDays: 90, renewed: true, uses: null }],
})
