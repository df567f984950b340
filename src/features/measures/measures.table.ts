import type { Role } from '../centre/roles.ts'

/** What is counted for a person and a day: lists as files, companies' cards opened, companies let go without an answer. */
export const kinds = ['file', 'card', 'let-go'] as const
export type Kind = (typeof kinds)[number]

/**
 * So much in a day, from what the work needs and well above it: a consultant prepares ten visits and looks around; whoever runs the centre
 * goes through lists; a caller rings eighty companies and steps over a few. Who never does it has none: his endpoints refuse before.
 */
export const measures: Record<Kind, Partial<Record<Role, number>> & { otherwise: number }> = {
  file: { coordinator: 40, otherwise: 20 },
  card: { coordinator: 400, consultant: 200, otherwise: 150 },
  'let-go': { coordinator: 60, otherwise: 40 },
}
