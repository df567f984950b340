import * as m from '#texts'
import { both, quoted } from '#platform/text/said'

/** Why a row, or a value of it, could not be used. Each says what to do. */
export const reason = {
  cvrMissing: () => both(m.register_reason_cvr_missing, {}),
  cvrLetters: (text: string) => both(m.register_reason_cvr_letters, { text: quoted(text) }),
  cvrLength: (text: string, count: number) => both(m.register_reason_cvr_length, { text: quoted(text), count }),
  cvrCheckDigit: (text: string) => both(m.register_reason_cvr_check, { text: quoted(text) }),
  pNumber: (text: string) => both(m.register_reason_p_number, { text: quoted(text) }),
  nameMissing: () => both(m.register_reason_name_missing, {}),
  industry: (text: string) => both(m.register_reason_industry, { text: quoted(text) }),
  date: (text: string) => both(m.register_reason_date, { text: quoted(text) }),
  employees: (text: string) => both(m.register_reason_employees, { text: quoted(text) }),
  yesNo: (text: string) => both(m.register_reason_yes_no, { text: quoted(text) }),
  postalCode: (text: string) => both(m.register_reason_postal_code, { text: quoted(text) }),
  phoneLeftOut: (text: string) => both(m.register_reason_phone_left_out, { text: quoted(text) }),
  emailLeftOut: (text: string) => both(m.register_reason_email_left_out, { text: quoted(text) }),
  person: () => both(m.register_reason_person, {}),
  notRegister: () => both(m.register_reason_not_register, {}),
  registerMapping: () => both(m.register_reason_register_mapping, {}),
  noRelation: () => both(m.register_reason_no_relation, {}),
  noDocuments: () => both(m.register_reason_no_documents, {}),
} as const
