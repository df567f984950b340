import * as m from '#texts'
import type { ColumnField } from './imports.schema.ts'

const names: Record<ColumnField, () => string> = {
  cvr: m.companies_field_cvr,
  pNumber: m.companies_field_p_number,
  name: m.companies_field_name,
  street: m.companies_field_street,
  postalCode: m.companies_field_postal_code,
  town: m.companies_field_town,
  municipality: m.companies_field_municipality,
  industry: m.companies_field_industry,
  industryText: m.companies_field_industry_text,
  form: m.companies_field_form,
  employees: m.companies_field_employees,
  interval: m.companies_field_interval,
  protected: m.companies_field_protected,
  startedOn: m.companies_field_started_on,
  closedOn: m.companies_field_closed_on,
  status: m.companies_field_status,
  phone: m.companies_field_phone,
  email: m.companies_field_email,
  website: m.companies_field_website,
  changedAt: m.companies_field_changed_at,
}
/** What a column of a list holds, in words. */
export const columnName = (field: ColumnField) => names[field]()
