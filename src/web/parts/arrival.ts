import { useRouterState } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** The page people stand on; nothing before the first one. */
let here: string | undefined
/** A heading went with the focus on it: the page was drawn while it was being fetched, and is drawn anew. */
let wentWithFocus = false

/** Tells screen readers and the keyboard that a new page is here: the window's title, and focus on the heading. */
export const useArrival = (title: string) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  useEffect(() => {
    document.title = `${title} · Tovholder`
  }, [title])
  useEffect(() => {
    const isDrawnAnew = wentWithFocus
    wentWithFocus = false
    if (path === undefined || (path === here && !isDrawnAnew)) return
    // The first page keeps the browser's own order; a field that asked for focus keeps it.
    const isTaken = document.activeElement?.matches('main input, main textarea') ?? false
    if (here !== undefined && !isTaken) heading.current?.focus({ preventScroll: true })
    here = path
  }, [path])
  useLayoutEffect(
    () => () => {
      wentWithFocus = heading.current !== null && document.activeElement === heading.current
    },
    [],
  )
  return heading
}
