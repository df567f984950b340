import type { ReactNode } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { MailAddress } from '#web/parts/MailAddress.tsx'
import { Go } from '#web/parts/Go.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { basisWord, channelWord } from '../may-contact/WaitForms.tsx'
import { SayCompanyLanguage } from '../call-centres/CompanyLanguage.tsx'
import { CompanyNumber } from '../phone-numbers/CompanyNumber.tsx'
import { withdrawBasis } from '../may-contact/basis.schema.ts'
import { saysEmployees, saysInAll } from '../register/RegisterWords.tsx'
import { type Card as Company, ContactLine } from './CompanyWords.tsx'

const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null

const addressOf = (website: string) => (/^https?:\/\//i.test(website) ? website : `https://${website}`)

const Bases = ({ company }: { company: Company }) => {
  const withdraw = useAct(withdrawBasis, { says: () => m.may_contact_basis_withdrawn() })
  if (company.bases.length === 0) return null
  return (
    <div className="companies-bases">
      <h3>{m.companies_bases()}</h3>
      <ul>
        {company.bases.map(({ id, basis, channel, lapsesOn, note, who, recordedAt }) => (
          <li key={id}>
            <b>
              {basisWord(basis)}, {channelWord(channel).toLocaleLowerCase()}
            </b>
            : {note}
            <div className="tov-dim tov-small">
              {m.imports_by_on({ who, date: saysDate(recordedAt) })} ·{' '}
              {m.may_contact_basis_lapses({ date: saysDate(lapsesOn) })}
              {company.can.recordBasis && (
                <>
                  {' · '}
                  <button
                    type="button"
                    className="tov-text-button"
                    onClick={() => void withdraw.run({ params: { id: company.id, basisId: id } })}
                  >
                    {m.may_contact_basis_withdraw()}
                  </button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Beside what the centre's own files say of a company that the register has. */
const OwnMark = ({ company, way }: { company: Company; way: Company['ownWays'][number] }) =>
  !company.own && company.ownWays.includes(way) ? (
    <span className="tov-dim tov-small"> {m.companies_own_way()}</span>
  ) : null

/** Phone, e-mail, website: the ways to reach them. */
const Ways = ({ company }: { company: Company }) => {
  const { phone, email, website, protected: isProtected } = company
  return (
    <>
      <Fact name={m.companies_phone()}>
        <CompanyNumber companyId={company.id} phone={phone} own={company.ownWays.includes('phone')}>
          {phone && (
            <ContactLine isProtected={isProtected}>
              <a className="tov-link" href={`tel:${phone}`}>
                {inPairs(phone)}
              </a>
              <OwnMark company={company} way="phone" />
            </ContactLine>
          )}
        </CompanyNumber>
      </Fact>
      <Fact name={m.call_centres_company_language()}>
        <SayCompanyLanguage companyId={company.id} />
      </Fact>
      <Fact name={m.companies_email()}>
        {email && (
          <ContactLine isProtected={isProtected}>
            <a className="tov-link" href={`mailto:${email}`}>
              <MailAddress of={email} />
            </a>
            <OwnMark company={company} way="email" />
          </ContactLine>
        )}
      </Fact>
      <Fact name={m.companies_website()}>
        {website && (
          <>
            <a className="tov-link" href={addressOf(website)} rel="noreferrer noopener" target="_blank">
              {website}
            </a>
            <OwnMark company={company} way="website" />
          </>
        )}
      </Fact>
    </>
  )
}

/** The register's NORMAL and Aktiv say nothing. */
const standing = ({ closedOn, statusText }: Company) =>
  !closedOn && statusText && !/^(normal|aktiv)$/i.test(statusText) && statusText

/**
 * What is known of them: how to reach them, what they do, since when; with the mark of protection beside phone and mail. It says
 * where it comes from: the register, or the centre's own files.
 */
export const CompanyContact = ({ company }: { company: Company }) => {
  return (
    <Card
      title={company.own ? m.companies_own() : m.companies_register()}
      right={<VisibilityMark who={whoReads.register} />}
    >
      <dl className="companies-facts">
        <Fact name={m.register_field_street()}>
          {[company.street, [company.postalCode, company.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')}
        </Fact>
        <Fact name={m.register_field_cvr()}>
          <span className="tov-figures">{inPairs(company.cvr)}</span>
        </Fact>
        <Ways company={company} />
        <Fact name={m.companies_employees()}>{saysEmployees(company)}</Fact>
        <Fact name={m.companies_employees_in_all()}>{saysInAll(company)}</Fact>
        <Fact name={m.companies_industry()}>{company.industryText ?? company.industry}</Fact>
        <Fact name={m.companies_form()}>{company.form}</Fact>
        <Fact name={m.companies_municipality()}>{company.municipalityName}</Fact>
        <Fact name={m.companies_belongs_to()}>
          {company.company && (
            <Go className="tov-link" to={`/virksomheder/${company.company.id}`}>
              {company.company.name}
            </Go>
          )}
        </Fact>
        <Fact name={m.companies_started()}>{company.startedOn && saysDate(company.startedOn)}</Fact>
        <Fact name={m.companies_status()}>{standing(company)}</Fact>
        <Fact name={m.companies_register_date()}>
          {company.registerChangedAt && saysDate(company.registerChangedAt)}
        </Fact>
      </dl>
      <Bases company={company} />
    </Card>
  )
}
