import { serve } from '#platform/http/serve'
import { showForecast } from './forecast.schema.ts'
import * as forecast from './forecast.ts'

export const forecastRoutes = [serve(showForecast, (ctx, { query }) => forecast.showForecast(ctx, query.form))]
