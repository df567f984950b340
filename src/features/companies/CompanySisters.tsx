import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateWord } from '#web/parts/StateTag.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { blockWord, type Card as Company } from './CompanyWords.tsx'

type Sister = Company['workplaces'][number]

/** "I gang med Pia Winther", "Ro til 2. februar", "Må ringes op" */
export const SisterState = ({ place: { state, untilOn, who, closedOn } }: { place: Sister }) => {
  if (closedOn || state === 'closed') return <StateWord tone="sten">{m.companies_sister_closed()}</StateWord>
  if (!state) return <StateWord tone="fri">{m.companies_sister_free()}</StateWord>
  if (who) return <StateWord tone="sten">{m.companies_sister_running({ who })}</StateWord>
  if (untilOn) return <StateWord tone="venter">{m.companies_sister_until({ date: saysDate(untilOn) })}</StateWord>
  return <StateWord tone="sten">{blockWord(state)}</StateWord>
}

const shown = 5

/** The other workplaces of a company whose workplaces answer each for themselves: so that it meets one voice after all. */
export const CompanySisters = ({ company }: { company: Company }) => {
  const change = useChangeSearch<{ vis: string }>()
  if (!company.sharedLeadership || company.workplaces.length === 0) return null
  return (
    <Card title={m.companies_sisters()} right={<VisibilityMark who={whoReads.workplaces} />} padded={false}>
      <p className="companies-empty">{m.companies_sisters_text()}</p>
      <ul className="companies-rows">
        {company.workplaces.slice(0, shown).map((place) => (
          <li key={place.id}>
            <div>
              <Go className="companies-what tov-link" to={`/virksomheder/${place.id}`}>
                {place.name}
              </Go>{' '}
              <span className="tov-dim tov-small">{place.town}</span>
            </div>
            <SisterState place={place} />
          </li>
        ))}
      </ul>
      {company.workplaces.length > shown && (
        <p className="companies-empty">
          <button type="button" className="tov-text-button" onClick={() => change({ vis: 'arbejdssteder' })}>
            {m.companies_sisters_all({ count: company.workplaceCount })}
          </button>
        </p>
      )}
    </Card>
  )
}
