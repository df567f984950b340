import type { ReactNode } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import type { showCompany } from './one-company.schema.ts'

/** All that the page of a company shows. */
export type Card = AnswerOf<typeof showCompany>

/** "Nej, har ro" */
export const blockWord = (reason: CallReasonWord) => m.companies_may_not_call({ why: hindranceOf(reason).short() })

/** Phone or mail from the register, never without its mark when it is protected against advertising. */
export const ContactLine = ({ isProtected, children }: { isProtected: boolean; children: ReactNode }) => (
  <span className="companies-contact">
    <span className="tov-figures">{children}</span>
    {isProtected && <span className="companies-protected">{m.companies_protected_short()}</span>}
  </span>
)
