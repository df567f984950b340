import type { AnyRouter } from '@tanstack/react-router'

/** While the next page's scripts are on their way the one before still stands there: the pointer says that the press was heard. */
export const showGoing = (router: AnyRouter) => {
  const going = (is: boolean) => document.documentElement.toggleAttribute('data-going', is)
  going(true)
  router.subscribe('onBeforeNavigate', () => going(true))
  router.subscribe('onResolved', () => going(false))
}
