/** How the register's numbers and fields are said on pages. */
import * as m from '#texts'
import { number } from '#web/parts/numbers.ts'
import type { ColumnField } from './company-imports.schema.ts'

type Staff = { employees: number | null; employeesFrom: number | null; employeesTo: number | null }
/** "28", "20–49", "1.000+"; empty when nobody told. */
export const saysEmployees = ({ employees, employeesFrom, employeesTo }: Staff) => {
  if (employees !== null) return number(employees)
  if (employeesFrom === null) return ''
  if (employeesTo === null) return `${number(employeesFrom)}+`
  return employeesFrom === employeesTo ? number(employeesFrom) : `${number(employeesFrom)}–${number(employeesTo)}`
}

type Whole = Staff & { companyEmployeesFrom: number | null; companyEmployeesTo: number | null }
/** How many the whole company employs; empty when nobody knows, or it is no more than the place itself. */
export const saysInAll = ({ companyEmployeesFrom, companyEmployeesTo, ...place }: Whole) => {
  const all = saysEmployees({ employees: null, employeesFrom: companyEmployeesFrom, employeesTo: companyEmployeesTo })
  return all === saysEmployees(place) ? '' : all
}

const fields: Record<string, () => string> = {
  name: m.register_field_name,
  street: m.register_field_street,
  postal_code: m.register_field_postal_code,
  town: m.register_field_town,
  municipality: m.register_field_municipality,
  industry: m.register_field_industry,
  industry_text: m.register_field_industry_text,
  form: m.register_field_form,
  form_code: m.register_field_form_code,
  employees: m.register_field_employees,
  employees_from: m.register_field_employees_from,
  employees_to: m.register_field_employees_to,
  phone: m.register_field_phone,
  email: m.register_field_email,
  website: m.register_field_website,
  started_on: m.register_field_started_on,
  closed_on: m.register_field_closed_on,
  status_text: m.register_field_status,
  status_since: m.register_field_status_since,
  protected: m.register_field_protected,
  cvr: m.register_field_cvr,
}
/** A field of the register by its name in the table or in the API. */
export const fieldName = (field: string) => {
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return fields[column]?.() ?? field
}

const columns: Record<ColumnField, () => string> = {
  cvr: m.register_field_cvr,
  pNumber: m.register_field_p_number,
  name: m.register_field_name,
  street: m.register_field_street,
  postalCode: m.register_field_postal_code,
  town: m.register_field_town,
  municipality: m.register_field_municipality,
  industry: m.register_field_industry,
  industryText: m.register_field_industry_text,
  form: m.register_field_form,
  employees: m.register_field_employees,
  interval: m.register_field_interval,
  protected: m.register_field_protected,
  active: m.register_field_active,
  leftAlone: m.register_field_left_alone,
  startedOn: m.register_field_started_on,
  closedOn: m.register_field_closed_on,
  status: m.register_field_status,
  phone: m.register_field_phone,
  mobile: m.register_field_mobile,
  email: m.register_field_email,
  website: m.register_field_website,
  changedAt: m.register_field_changed_at,
}
/** What a column of a list holds, in words. */
export const columnName = (field: ColumnField) => columns[field]()
