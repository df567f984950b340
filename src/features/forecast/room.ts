import { asRoom } from '#platform/room'
import { forecastRoutes } from './forecast.routes.ts'

export const room = asRoom({ name: 'forecast', owns: [], routes: forecastRoutes })
