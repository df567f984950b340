import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { saysDate } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { sayCompanyLanguage, showCompanyLanguage } from './languages.schema.ts'

/** On the card, where the company is called in another language than Danish: which, and who said so. */
export const CompanyLanguageTag = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(showCompanyLanguage, { params: { id: companyId } })
  if (!data?.language) return null
  const { language, saidBy, saidAt } = data
  return (
    <StateTag tone="blaa">
      <span title={saidAt ? m.call_centres_company_said({ who: saidBy ?? '', date: saysDate(saidAt) }) : undefined}>
        {m.call_centres_company_called_in({ language: languageName(language) })}
      </span>
    </StateTag>
  )
}

/** Below the number: in which language it is called, and where that is said. */
export const SayCompanyLanguage = ({ companyId }: { companyId: number }) => {
  const params = { id: companyId }
  const { data } = useAnswer(showCompanyLanguage, { params })
  const [choosing, setChoosing] = useState(false)
  const before = data?.language ?? null
  const say = useAct(sayCompanyLanguage, {
    says: ({ language }) =>
      language
        ? m.call_centres_company_saved({ language: languageName(language) })
        : m.call_centres_company_danish_saved(),
    undo: () => () => call(sayCompanyLanguage, { params, body: { language: before } }),
  })
  if (!data) return null
  return (
    <>
      {languageName(before ?? 'dan')}{' '}
      {data.can.change && (
        <button type="button" className="tov-text-button" onClick={() => setChoosing(true)}>
          {before ? m.call_centres_company_change() : m.call_centres_company_mark()}
        </button>
      )}
      {choosing && (
        <LanguageChoice
          now={before}
          onChoose={(wanted) => void say.run({ params, body: { language: wanted } })}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}
