import * as m from '#texts'
import { useGo } from '#web/parts/Go.tsx'
import { findSearchTarget } from '#web/parts/search-target.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMe } from './me.ts'
import { maySearch } from './navigation.table.ts'

/** Ctrl+K: to the companies, with the search field in focus, from any page. */
export const useFrameKeys = () => {
  const go = useGo()
  const me = useMe()
  const search = () => {
    if (location.pathname !== '/virksomheder') go('/virksomheder')
    // The page may still be on its way: look for its field for two seconds.
    const until = performance.now() + 2000
    const look = () => {
      const field = findSearchTarget()
      if (field) {
        // From deep in a list, what is typed must be seen.
        field.scrollIntoView({ block: 'nearest' })
        field.select()
      } else if (performance.now() < until) requestAnimationFrame(look)
    }
    look()
  }
  useKeys(maySearch(me) ? [{ key: 'ctrl+k', says: m.web_key_search(), run: search }] : [])
  return search
}
