import { isOneOf } from '#platform/typed.shared'
import { fieldCodes } from '../../src/features/enquiries/enquiry-words.table.ts'
import { languageCodes, tradeAreaCodes } from '../../src/features/trade-areas/trade-areas.table.ts'
import { changeMyTrades } from '../../src/features/trade-areas/trade-areas.ts'
import type { Stage } from './seed-lists.ts'
import { happen } from './seed-stories.ts'
import { cellsOf, linesOf } from './table-text.ts'
import { tradeAreaRows } from './trade-areas.table.ts'

const among = <Word extends string>(known: readonly Word[], words = ''): Word[] =>
  words
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      if (!isOneOf(known, word)) throw new Error(`»${word}« is none of ${known.join(', ')}`)
      return word
    })

/** Yesterday afternoon everyone who visits has said what he knows. */
export const planTradeAreas = (stage: Stage): void => {
  for (const line of linesOf(tradeAreaRows)) {
    const [who = '', trades, kinds, languages, wishes, all] = cellsOf(line)
    const said = {
      trades: among(tradeAreaCodes, trades),
      kinds: among(fieldCodes, kinds),
      languages: among(languageCodes, languages),
      wishes: among([...tradeAreaCodes, ...fieldCodes], wishes),
      generalist: all === 'alt',
      saidAt: null,
    }
    happen(stage, [[1, '15:40', who, (ctx) => changeMyTrades(ctx, said)]])
  }
}
