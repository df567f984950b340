import { useParams, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card as Framed } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go, type Path } from '#web/parts/Go.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { CompanyLanguageTag } from '../call-centres/CompanyLanguage.tsx'
import { CompanyLinks } from '../links/CompanyLinks.tsx'
import { showCompany } from './one-company.schema.ts'
import { CompanyAnswer } from './CompanyAnswer.tsx'
import { CompanyContact } from './CompanyContact.tsx'
import { CompanyCorrections } from './CompanyCorrections.tsx'
import { useHead } from './CompanyHead.tsx'
import { CompanyNeeds } from './CompanyNeeds.tsx'
import { CompanyRunning } from './CompanyRunning.tsx'
import { CompanySisters } from './CompanySisters.tsx'
import { CompanyThread } from './CompanyThread.tsx'
import { saysEmployees, saysInAll } from '../register/RegisterWords.tsx'
import { type Card, ProtectedTag } from './CompanyWords.tsx'
import { CompanyWorkplaces } from './CompanyWorkplaces.tsx'
import { CompanyPeople } from '../company-people/CompanyPeople.tsx'
import { LeadershipCard } from '../leaderships/LeadershipCard.tsx'
import { CompanyMessages } from '../company-messages/CompanyMessages.tsx'
import { CompanyEnquiries } from '../enquiries/CompanyEnquiries.tsx'
import { NewTimes } from '../new-times/NewTimes.tsx'
import { StillAgreed } from '../still-agreed/StillAgreed.tsx'
import { MovedPlaces } from '../moved-places/MovedPlaces.tsx'
import { GroupOnCard } from '../groups/GroupOnCard.tsx'
import { RegularContact } from '../regular-contacts/RegularContact.tsx'
import './companies.css'

const Facts = ({ company }: { company: Card }) => {
  const address = [company.street, [company.postalCode, company.town].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const staff = saysEmployees(company)
  const inAll = saysInAll(company)
  return (
    <>
      <span className="tov-only-desktop">{m.companies_cvr({ cvr: inPairs(company.cvr) })}</span>
      {company.pNumber && <span className="tov-only-desktop">{m.companies_p_number({ number: company.pNumber })}</span>}
      {address && (
        <span className="companies-address tov-only-desktop">
          <IconMapPin size={15} stroke={1.7} aria-hidden /> {address}
        </span>
      )}
      {company.town && <span className="tov-only-phone">{company.town}</span>}
      {inAll
        ? (staff && <span>{m.companies_here_and_in_all({ here: staff, all: inAll })}</span>) || (
            <span>{m.companies_employed_in_all({ count: inAll })}</span>
          )
        : staff && (
            <span>
              {staff === '1' ? m.companies_with_one_employee() : m.companies_with_employees({ count: staff })}
            </span>
          )}
      {company.industryText && <span className="tov-only-desktop">{company.industryText}</span>}
      {company.closedOn && <StateTag>{m.companies_closed_on({ date: saysDate(company.closedOn) })}</StateTag>}
      {company.standing && (
        <StateTag tone="galt">
          {standingWords[company.standing.kind]({
            since: company.standing.since ? m.companies_standing_since({ date: saysDate(company.standing.since) }) : '',
          }).trim()}
        </StateTag>
      )}
      {company.sharedLeadership && <StateTag>{m.leaderships_shared()}</StateTag>}
      <CompanyLanguageTag companyId={company.id} />
      <ProtectedTag company={company} />
    </>
  )
}

const standingWords = {
  ceased: m.companies_standing_ceased,
  bankrupt: m.companies_standing_bankrupt,
  'being-dissolved': m.companies_standing_being_dissolved,
}

const reportTo = (company: Card): Path =>
  company.reportFor === null ? `/besoeg/${company.id}/rapport?for=virksomhed` : `/besoeg/${company.reportFor}/rapport`

const Story = ({ company }: { company: Card }) => {
  const { vis = 'traaden' } = useSearch({ from: '/signed-in/framed/virksomheder/$id' })
  const change = useChangeSearch<{ vis: string }>()
  return (
    <section className="tov-card companies-story">
      <Tabs value={vis} onChange={(value) => change({ vis: value ?? undefined })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="traaden">{m.companies_tab_thread()}</Tabs.Tab>
          {company.workplaceCount > 0 && (
            <Tabs.Tab value="arbejdssteder">{m.companies_tab_workplaces({ count: company.workplaceCount })}</Tabs.Tab>
          )}
          <Tabs.Tab value="rettelser">{m.companies_tab_corrections()}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="traaden">
          <CompanyThread company={company} />
        </Tabs.Panel>
        <Tabs.Panel value="arbejdssteder">
          <CompanyWorkplaces company={company} />
        </Tabs.Panel>
        <Tabs.Panel value="rettelser">
          <CompanyCorrections id={company.id} />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

/** Who reads what of it, in a sentence, and the company's own page to look at. */
const WhoReads = ({ id }: { id: number }) => (
  <Framed title={m.companies_who_reads()}>
    <p className="tov-dim">{m.companies_who_reads_text()}</p>
    <Button component="a" href={`/virksomheder/${id}/forloeb`}>
      {m.companies_their_page()}
    </Button>
  </Framed>
)

const CompanyView = ({ company }: { company: Card }) => {
  const head = useHead(company)
  // One filled button on the page: the report that is due, the call that may be made, else whom to ask.
  const report = company.can.report && !company.closedOn && (
    <Button variant={company.reportFor ? 'filled' : 'default'} component={Go} to={reportTo(company)}>
      {m.companies_write_report()}
    </Button>
  )
  return (
    <Page
      title={company.name}
      subtitle={<Facts company={company} />}
      up={{ to: '/virksomheder', text: m.register_import_title() }}
      actions={
        <>
          {head.buttons}
          {report}
        </>
      }
      foot={head.buttons}
      asideWidth={460}
      asideFirst
      aside={
        <>
          <div className="companies-first">
            <CompanyAnswer company={company} />
            <CompanyMessages companyId={company.id} />
            <MovedPlaces companyId={company.id} />
            <StillAgreed companyId={company.id} />
            {company.can.report && <NewTimes companyId={company.id} />}
            <RegularContact companyId={company.id} ended={company.closedOn !== null || company.standing !== null} />
            <GroupOnCard companyId={company.id} />
            <CompanyEnquiries companyId={company.id} />
          </div>
          <div className="companies-then">
            <CompanyNeeds id={company.id} />
            <CompanySisters company={company} />
            <LeadershipCard companyId={company.id} />
            <CompanyContact company={company} />
            {company.can.report && <CompanyLinks companyId={company.id} />}
            {company.can.report && <WhoReads id={company.id} />}
          </div>
        </>
      }
    >
      {report && <div className="companies-report tov-only-phone">{report}</div>}
      <CompanyRunning company={company} />
      <CompanyPeople companyId={company.id} company={company.name} />
      <Story company={company} />
      {head.dialogs}
    </Page>
  )
}

/** The company in one glance: may we call, what was agreed, what they need, and the thread through it all. */
export default () => {
  const id = Number(useParams({ from: '/signed-in/framed/virksomheder/$id' }).id)
  const { data, error } = useAnswer(showCompany, { params: { id } })
  if (data) return <CompanyView company={data} key={data.id} />
  return (
    <Page title={m.companies_one()} up={{ to: '/virksomheder', text: m.register_import_title() }}>
      {error ? <EmptyState title={error.title}>{m.companies_not_found_text()}</EmptyState> : <GreyRows />}
    </Page>
  )
}
