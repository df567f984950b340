/** The order of a talk, as the booklet has it: where they are going comes before what they lack, reading and writing last and gently. */
import * as m from '#texts'
import { keysOf } from '#platform/typed.shared'

export const parts = {
  direction: m.guides_part_direction,
  people: m.guides_part_people,
  education: m.guides_part_education,
  basics: m.guides_part_basics,
}
export type Part = keyof typeof parts
export const partCodes = keysOf(parts)

export const occasions = {
  first: m.guides_occasion_first,
  'follow-up': m.guides_occasion_follow_up,
  'new-manager': m.guides_occasion_new_manager,
}
export const occasionCodes = keysOf(occasions)
