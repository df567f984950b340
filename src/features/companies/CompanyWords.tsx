import type { ReactNode } from 'react'
import * as m from '#texts'
import { number } from '#web/parts/numbers.ts'
import type { AnswerOf } from '#platform/endpoint'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import type { showCompany } from './one-company.schema.ts'

/** All that the page of a company shows. */
export type Card = AnswerOf<typeof showCompany>

export const blockWord = (reason: CallReasonWord) => hindranceOf(reason).short()

type Staff = { employees: number | null; employeesFrom: number | null; employeesTo: number | null }
/** "28", "20-49", "1.000+"; empty when nobody told. */
export const saysEmployees = ({ employees, employeesFrom, employeesTo }: Staff) => {
  if (employees !== null) return number(employees)
  if (employeesFrom === null) return ''
  if (employeesTo === null) return `${number(employeesFrom)}+`
  return employeesFrom === employeesTo ? number(employeesFrom) : `${number(employeesFrom)}-${number(employeesTo)}`
}

/** "36 15 45 00" */
export const saysPhone = (phone: string) => (/^\d{8}$/.test(phone) ? phone.replace(/(\d\d)(?=\d)/g, '$1 ') : phone)
/** "30 11 24 57" */
export const saysCvr = (cvr: string) => cvr.replace(/(\d\d)(?=\d)/g, '$1 ')

/** Phone or mail from the register, never without its mark when it is protected against advertising. */
export const ContactLine = ({ isProtected, children }: { isProtected: boolean; children: ReactNode }) => (
  <span className="companies-contact">
    <span className="tov-figures">{children}</span>
    {isProtected && <span className="companies-protected">{m.companies_protected_short()}</span>}
  </span>
)

const fields: Record<string, () => string> = {
  name: m.imports_field_name,
  street: m.imports_field_street,
  postal_code: m.imports_field_postal_code,
  town: m.imports_field_town,
  municipality: m.imports_field_municipality,
  industry: m.imports_field_industry,
  industry_text: m.imports_field_industry_text,
  form: m.imports_field_form,
  form_code: m.companies_field_form_code,
  employees: m.imports_field_employees,
  employees_from: m.companies_field_employees_from,
  employees_to: m.companies_field_employees_to,
  phone: m.imports_field_phone,
  email: m.imports_field_email,
  website: m.imports_field_website,
  started_on: m.imports_field_started_on,
  closed_on: m.imports_field_closed_on,
  status_text: m.imports_field_status,
  protected: m.imports_field_protected,
  cvr: m.imports_field_cvr,
}
/** A field of the register by its name in the table or in the API. */
export const fieldName = (field: string) => {
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return fields[column]?.() ?? field
}
