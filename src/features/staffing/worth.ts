/** What a staffing is worth: the points of each visit as they are shown, less what schools lead beyond their shares or short of them. */
import type { Instance } from './instance.ts'
import { beyondShare, pointsAlong, type Points, pointsOfLead, pointsTogether, share, sumOf } from './points.ts'

/** Who goes to a visit, and when; nobody need come along. */
export type Assignment = { visit: number; slot: number; lead: number; second: number | null }

export const pointsOf = (instance: Instance, { visit: at, lead: first, second: along }: Assignment): Points[] => {
  const [visit, lead] = [instance.visits[at], instance.consultants[first]]
  if (!visit || !lead) return []
  const second = along === null ? undefined : instance.consultants[along]
  return [
    ...pointsOfLead(instance, first, visit),
    ...(second ? [...pointsAlong(instance, second, visit), ...pointsTogether(lead, second, visit)] : []),
  ]
}

export const worthOf = (instance: Instance, assignments: readonly Assignment[]) => {
  const led = instance.schools.map(() => 0)
  for (const { lead } of assignments) {
    const school = instance.consultants[lead]?.school ?? 0
    led[school] = (led[school] ?? 0) + 1
  }
  const beyond = instance.schools.reduce(
    (sum, { target }, school) => sum + beyondShare(led[school] ?? 0, target, assignments.length),
    0,
  )
  return assignments.reduce((sum, one) => sum + sumOf(pointsOf(instance, one)), 0) - share.cost * beyond
}
