import type { ReactNode } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import type { callReasons } from './companies.schema.ts'
import type { showCompany } from './one-company.schema.ts'

export { fieldName, saysCvr, saysEmployees, saysPhone } from '../register/RegisterWords.tsx'

/** All that the page of a company shows. */
export type Card = AnswerOf<typeof showCompany>

type Reason = (typeof callReasons)[number]
const blocks: Record<Reason, () => string> = {
  closed: m.companies_block_closed,
  protected: m.companies_block_protected,
  'do-not-contact': m.companies_block_do_not_contact,
  waiting: m.companies_block_waiting,
  struck: m.companies_block_struck,
  'has-meeting': m.companies_block_has_meeting,
}
export const blockWord = (reason: Reason) => blocks[reason]()

const bases = {
  'own-enquiry': m.companies_basis_own_enquiry,
  consent: m.companies_basis_consent,
  'legal-task': m.companies_basis_legal_task,
}
export const basisWord = (basis: keyof typeof bases) => bases[basis]()

/** Phone or mail from the register, never without its mark when it is protected against advertising. */
export const ContactLine = ({ isProtected, children }: { isProtected: boolean; children: ReactNode }) => (
  <span className="companies-contact">
    <span className="tov-figures">{children}</span>
    {isProtected && <span className="companies-protected">{m.companies_protected_short()}</span>}
  </span>
)
