import * as m from '#texts'
import { PickMany } from '#web/parts/Filters.tsx'
import { languageCodes, languageName } from '../trade-areas/trade-areas.table.ts'
import type { CallLanguage } from './languages.schema.ts'
import './call-centres.css'

type Props = {
  label: string
  languages: readonly CallLanguage[]
  onChange: (languages: CallLanguage[]) => void
}
export const saysLanguages = (languages: readonly CallLanguage[]) =>
  languages.length === 0 ? m.call_centres_only_danish() : languages.map((code) => languageName(code)).join(', ')

/** Which languages somebody calls in, beside Danish: one stands where it is chosen, several are said out beside it. */
export const LanguagePicks = ({ label, languages, onChange }: Props) => (
  <span className="call-centres-picks">
    {languages.length !== 1 && <span>{saysLanguages(languages)}</span>}
    <PickMany
      label={label}
      options={languageCodes.map((value) => ({ value, label: languageName(value) }))}
      value={[...languages]}
      onChange={onChange}
    />
  </span>
)
