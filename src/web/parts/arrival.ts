import { useRouterState } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** The page people stand on; nothing before the first one. */
let here: string | undefined

/** Tells screen readers and the keyboard that a new page is here: the window's title, and focus on the heading. */
export const useArrival = (title: string) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  useEffect(() => {
    document.title = `${title} · Tovholder`
  }, [title])
  useEffect(() => {
    if (path === undefined || path === here) return
    // The first page keeps the browser's own order; a field that asked for focus keeps it.
    const isTaken = document.activeElement?.matches('main input, main textarea') ?? false
    if (here !== undefined && !isTaken) heading.current?.focus({ preventScroll: true })
    here = path
  }, [path])
  // A page that is drawn anew once it was fetched: a heading that goes with the focus on it leaves it to the next one.
  useLayoutEffect(
    () => () => {
      if (heading.current && document.activeElement === heading.current) here = ''
    },
    [],
  )
  return heading
}
