import { guideNow, writeGuide } from '../../src/features/guides/guides.ts'
import { planningOf, type Stories } from './seed-stories.ts'

const ofTheFjord = 'Hvem af jeres folk kommer langvejs fra, og hvad betyder det for, hvornår de kan lære noget?'

/** A coordinator has added what is asked here and nowhere else to the house's own guide. */
export const planGuides = (stories: Stories): void =>
  planningOf(stories)(8, '10:20', 'Hanne Lind', async (ctx) => {
    const { questions, version } = await guideNow(ctx)
    const own = { part: 'people' as const, occasion: null, trade: null, words: ofTheFjord }
    await writeGuide(ctx, { version, questions: [...questions, own] })
  })
