import { asRoom } from '#platform/room'
import { reportsRoutes } from './reports.routes.ts'

export const room = asRoom({ name: 'reports', owns: ['report_search'], routes: reportsRoutes })
