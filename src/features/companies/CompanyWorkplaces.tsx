import * as m from '#texts'
import { saysDate } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { saysEmployees } from '../register/RegisterWords.tsx'
import { SisterState } from './CompanySisters.tsx'
import type { Card } from './CompanyWords.tsx'

/** The places of work under the same CVR number: where people are, and so what is visited. */
export const CompanyWorkplaces = ({ company }: { company: Card }) => (
  <>
    <ul className="companies-rows">
      {company.workplaces.map((place) => (
        <li key={place.id}>
          <div>
            <Go className="companies-what tov-link" to={`/virksomheder/${place.id}`}>
              {place.name}
            </Go>
            <div className="tov-dim tov-small">
              {[place.street, place.town, place.pNumber && m.companies_p_number({ number: place.pNumber })]
                .filter(Boolean)
                .join(', ')}
            </div>
          </div>
          {company.sharedLeadership && !place.closedOn && <SisterState place={place} />}
          <span className="tov-dim">
            {place.closedOn
              ? m.companies_closed_on({ date: saysDate(place.closedOn) })
              : saysEmployees(place) && m.companies_with_employees({ count: saysEmployees(place) })}
          </span>
        </li>
      ))}
    </ul>
    {company.workplaces.length === 0 && <p className="companies-empty">{m.companies_workplaces_only_this()}</p>}
    {company.workplaceCount > company.workplaces.length + 1 && (
      <p className="companies-empty">
        {m.companies_workplaces_more({ shown: company.workplaces.length, count: company.workplaceCount })}
      </p>
    )}
  </>
)
