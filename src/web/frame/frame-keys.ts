import * as m from '#texts'
import { useGo } from '#web/parts/Go.tsx'
import { useKeys } from '#web/data/keys.ts'
import { useMe } from './me.ts'
import { maySearch } from './navigation.table.ts'

/** Marks the field that Ctrl+K goes to: `<input {...searchTarget} />`. */
export const searchTarget = { 'data-search-target': true } as const
const focusSearch = () => document.querySelector<HTMLInputElement>('[data-search-target]')

/** Ctrl+K: to the companies, with the search field in focus, from any page. */
export const useFrameKeys = () => {
  const go = useGo()
  const { role } = useMe()
  const search = () => {
    if (location.pathname !== '/virksomheder') go('/virksomheder')
    // The page may still be on its way: look for its field for two seconds.
    const until = performance.now() + 2000
    const look = () => {
      const field = focusSearch()
      if (field) {
        // From deep in a list, what is typed must be seen.
        field.scrollIntoView({ block: 'nearest' })
        field.select()
      } else if (performance.now() < until) requestAnimationFrame(look)
    }
    look()
  }
  useKeys(maySearch(role) ? [{ key: 'ctrl+k', says: m.web_key_search(), run: search }] : [])
  return search
}
