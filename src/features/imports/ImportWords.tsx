import * as m from '#texts'
import type { ColumnField } from './imports.schema.ts'

const names: Record<ColumnField, () => string> = {
  cvr: m.imports_field_cvr,
  pNumber: m.imports_field_p_number,
  name: m.imports_field_name,
  street: m.imports_field_street,
  postalCode: m.imports_field_postal_code,
  town: m.imports_field_town,
  municipality: m.imports_field_municipality,
  industry: m.imports_field_industry,
  industryText: m.imports_field_industry_text,
  form: m.imports_field_form,
  employees: m.imports_field_employees,
  interval: m.imports_field_interval,
  protected: m.imports_field_protected,
  startedOn: m.imports_field_started_on,
  closedOn: m.imports_field_closed_on,
  status: m.imports_field_status,
  phone: m.imports_field_phone,
  email: m.imports_field_email,
  website: m.imports_field_website,
  changedAt: m.imports_field_changed_at,
}
/** What a column of a list holds, in words. */
export const columnName = (field: ColumnField) => names[field]()
