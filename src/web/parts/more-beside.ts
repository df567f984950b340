import { useCallback, useState } from 'react'

/** Whether more stands to the right of what is seen: a place that scrolls sideways fades out there. */
export const useMoreBeside = () => {
  const [more, setMore] = useState(false)
  const place = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const look = () => setMore(element.scrollLeft + element.clientWidth < element.scrollWidth - 2)
    const watch = new ResizeObserver(look)
    watch.observe(element)
    for (const child of element.children) watch.observe(child)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  return { place, more }
}
