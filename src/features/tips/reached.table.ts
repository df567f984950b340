import * as m from '#texts'

/** How far a tip is, in the words the partner sees too. */
export const reachedWords = {
  received: m.tips_reached_received,
  looking: m.tips_reached_looking,
  visited: m.tips_reached_visited,
  led: m.tips_reached_led,
  'not-now': m.tips_reached_not_now,
} as const
