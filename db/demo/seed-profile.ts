import { sayOwnStep } from '../../src/features/competence-profiles/competence-profiles.ts'
import type { ProfileField, Step } from '../../src/features/competence-profiles/fields.table.ts'
import type { Stage } from './seed-lists.ts'
import { happen } from './seed-stories.ts'

/** What Ali Demir has said to himself: nobody else ever sees it, and two of the five are not answered. */
const said: readonly (readonly [ago: number, field: ProfileField, step: Step | null, words: string])[] = [
  [40, 'offers', 'managing', 'Jeg kender FVU og dansk for tosprogede. Transport må jeg slå op hver gang.'],
  [40, 'rules', 'little', 'Fonde tør jeg ikke. Jeg siger altid, at jeg vender tilbage.'],
  [12, 'listening', 'managing', 'Bedre efter turen med Karen i september.'],
]

export const planProfile = (stage: Stage): void => {
  for (const [ago, field, step, words] of said)
    happen(stage, [[ago, '15:10', 'Ali Demir', (ctx) => sayOwnStep(ctx, field, { step, words, version: null })]])
}
