import type { Ctx } from '#platform/context'
import { questionsFor } from '../../src/features/guides/choose.shared.ts'
import type { AskedSoFar } from '../../src/features/guides/guides.schema.ts'
import { guideNow } from '../../src/features/guides/guides.ts'

/** At the company: where they are going was told, what they did before nobody knew. */
export const askedAtTheDoor = async (ctx: Ctx): Promise<AskedSoFar> => {
  const { id: guideId, questions } = await guideNow(ctx)
  const { first } = questionsFor(questions, { occasion: 'first', trade: null })
  const heard = ['told', 'asked', 'unknown'] as const
  return {
    guideId,
    questions: heard.flatMap((came, nth) => {
      const words = first[nth]?.words
      return words === undefined ? [] : [{ words, heard: came, own: false }]
    }),
  }
}
