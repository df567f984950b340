import { listWaiting } from '../../features/home/home.schema.ts'
import { answerOf, queries } from '#web/data/answers.ts'
import { isOpenPage } from './addresses.table.ts'
import { fetchMe, type Me } from './me.ts'
import { placesFor } from './navigation.table.ts'
import { router } from './routes.tsx'

/** By then the first page has been drawn; in ms. */
const restAfter = 3_000

const fetchScripts = (path: string) => {
  const [routes] = router.getMatchedRoutes(path)
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined)
}
/** The pages of one's rail, so that the first look at each is as quick as the second. */
const fetchPlaces = (me: Me) => {
  for (const { to } of placesFor(me)) fetchScripts(to)
}

/** Before the first page is there: its script, who is here, and what waits for them, which every page's rail counts. Then the scripts of the others. */
export const askAhead = async () => {
  fetchScripts(location.pathname)
  // Not for a page that needs no sign-in: the refusal would lead away from it.
  if (isOpenPage(location.pathname)) return
  const me = await fetchMe().catch(() => undefined)
  if (!me) return
  // Who comes from a partner has one page without a rail, and nothing waits.
  if (!me.may.includes('listWaiting')) return
  setTimeout(() => fetchPlaces(me), restAfter)
  await queries.prefetchQuery(answerOf(listWaiting, { query: {} }))
}
