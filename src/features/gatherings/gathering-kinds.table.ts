import * as m from '#texts'

/** A theme meeting, a tour of a school, a joint stand at a job fair. */
export const gatheringKinds = ['theme', 'tour', 'stand'] as const
export type GatheringKind = (typeof gatheringKinds)[number]
export const kindWords: Record<GatheringKind, typeof m.gatherings_kind_theme> = {
  theme: m.gatherings_kind_theme,
  tour: m.gatherings_kind_tour,
  stand: m.gatherings_kind_stand,
}
/** What happened to a place that its person has not put away: he moved up, the time was moved, he lost his seat by that, it was called off. */
export const newsKinds = ['up', 'moved', 'lost', 'off'] as const
export type News = (typeof newsKinds)[number]
