/**
 * Which industries (DB07 divisions) a kind of education has something to do with. One that stands nowhere here has to do with every company: reading, languages,
 * general subjects, leading people. What a school recognises or takes as apprentices is of its trades.
 */
import type { Field } from '../enquiries/enquiry-words.table.ts'

/** First and last division. */
type Divisions = readonly (readonly [from: number, to: number])[]
/** Whatever is made, grown, built, mended or moved. */
const producing = [1, 43] as const

export const trades: Partial<Record<Field, Divisions>> = {
  'amu-technical': [producing, [45, 53], [61, 61], [71, 71], [81, 81], [95, 95]],
  'amu-health': [[84, 88]],
  // Kitchens stand in homes, schools and shops too.
  'amu-food': [
    [1, 3],
    [10, 12],
    [46, 47],
    [55, 56],
    [84, 88],
  ],
  // A fork-lift drives wherever goods do.
  'amu-transport': [producing, [45, 53], [77, 77], [81, 82]],
}
/** Said of a school, but no trade by themselves. */
export const ofItsTrades: readonly Field[] = ['recognition', 'apprentices']
