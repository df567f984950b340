import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { PickMany } from '#web/parts/Filters.tsx'
import { fieldCodes, fields } from '../enquiries/enquiry-words.table.ts'
import type { listTradeAreas } from './trade-areas.schema.ts'
import { languageCodes, languageName, tradeAreaCodes, tradeAreas } from './trade-areas.table.ts'

type Answer = AnswerOf<typeof listTradeAreas>
export type Visitor = Answer['visitors'][number]
export type School = Answer['schools'][number]
type Said = Pick<School, 'trades' | 'languages' | 'wishes'>

const tradeOptions = () => tradeAreaCodes.map((value) => ({ value, label: tradeAreas[value]() }))
export const kindOptions = () => fieldCodes.map((value) => ({ value, label: fields[value]() }))
const languageOptions = () => languageCodes.map((value) => ({ value, label: languageName(value) }))

type PicksProps<Of extends Said> = { said: Of; onChange: (said: Of) => void }
/** What a person or a school knows, speaks and would like. */
export const Picks = <Of extends Said>({ said, onChange }: PicksProps<Of>) => (
  <>
    <PickMany
      label={m.trade_areas_trades()}
      options={tradeOptions()}
      value={said.trades}
      onChange={(trades) => onChange({ ...said, trades })}
    />
    <PickMany
      label={m.trade_areas_languages()}
      options={languageOptions()}
      value={said.languages}
      onChange={(languages) => onChange({ ...said, languages })}
    />
    <PickMany
      label={m.trade_areas_wishes()}
      options={[...tradeOptions(), ...kindOptions()]}
      value={said.wishes}
      onChange={(wishes) => onChange({ ...said, wishes })}
    />
  </>
)
