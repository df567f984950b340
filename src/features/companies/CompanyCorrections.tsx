import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { first, saysDate } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { listCorrections } from './one-company.schema.ts'
import { fieldName } from '../register/RegisterWords.tsx'

type Correction = RowOf<typeof listCorrections>

const said = (value: string | null) => {
  if (value === null || value === '') return m.imports_nothing()
  return value === 'true' ? m.companies_yes() : value === 'false' ? m.companies_no() : value
}

const One = ({ correction: { at, who, fileName, created, undone, changes } }: { correction: Correction }) => (
  <li>
    <div>
      <div className="tov-dim tov-small">
        {first(saysDate(at))} · {[fileName, who].filter(Boolean).join(' · ')}
      </div>
      <div className="companies-what">
        {created ? m.companies_correction_created() : m.companies_correction_changed()}
      </div>
      {changes.map(({ field, before, after }) => (
        <div key={field} className="tov-small">
          {fieldName(field)}: <s className="tov-dim">{said(before)}</s> → {said(after)}
        </div>
      ))}
    </div>
    {undone && <StateTag>{m.imports_undone()}</StateTag>}
  </li>
)

/** What files changed about the company, with what stood there before. */
export const CompanyCorrections = ({ id }: { id: number }) => {
  const { data } = useAnswer(listCorrections, { params: { id } })
  if (!data) return <GreyRows count={3} />
  if (data.rows.length === 0) return <p className="companies-empty">{m.companies_corrections_none()}</p>
  return (
    <ul className="companies-rows">
      {data.rows.map((correction) => (
        <One key={correction.importId} correction={correction} />
      ))}
    </ul>
  )
}
