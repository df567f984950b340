/** What an outcome is counted by. Light, for the thread that reckons it. */
import { industryGroups as groups } from '../official-codes/industry-groups.table.ts'

/** From the draw to the promise kept. All count companies of the lists, but the last two: they count promises. */
export const stages = [
  'drawn',
  'struck',
  'called',
  'answered',
  'wants',
  'meetings',
  'visits',
  'promises',
  'kept',
] as const

/** DB07's ten groups; 0: no code. */
export const industryGroups = [...groups.map(({ group }) => group), 0] as const
/** The standard size groups by employees; unknown: the register has no number. */
export const sizeGroups = ['0-9', '10-49', '50', 'unknown'] as const
