import { listWaiting } from '../../features/home/home.schema.ts'
import { answerOf, queries } from '#web/data/answers.ts'
import { isOpenPage } from './addresses.table.ts'
import { fetchMe } from './me.ts'
import { router } from './routes.tsx'

/** The page's own script comes while it is asked who is here. */
const fetchScripts = () => {
  const [routes] = router.getMatchedRoutes(location.pathname)
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined)
}

/** Asked before the first page is there: who is here, and what waits for them, which every page's rail counts. */
export const askAhead = () => {
  fetchScripts()
  // Not for a page that needs no sign-in: the refusal would lead away from it.
  if (isOpenPage(location.pathname)) return
  fetchMe()
    .then(() => queries.prefetchQuery(answerOf(listWaiting, { query: {} })))
    .catch(() => undefined)
}
