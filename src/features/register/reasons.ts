import { quoted, reason } from '../imports/imports.ts'

/** Why a row, or a value of it, could not be used. Each says what to do. */
export const reasons = {
  cvrMissing: () => reason('register_reason_cvr_missing', {}),
  cvrLetters: (text: string) => reason('register_reason_cvr_letters', { text: quoted(text) }),
  cvrLength: (text: string, count: number) => reason('register_reason_cvr_length', { text: quoted(text), count }),
  cvrCheckDigit: (text: string) => reason('register_reason_cvr_check', { text: quoted(text) }),
  pNumber: (text: string) => reason('register_reason_p_number', { text: quoted(text) }),
  nameMissing: () => reason('register_reason_name_missing', {}),
  industry: (text: string) => reason('register_reason_industry', { text: quoted(text) }),
  date: (text: string) => reason('register_reason_date', { text: quoted(text) }),
  employees: (text: string) => reason('register_reason_employees', { text: quoted(text) }),
  yesNo: (text: string) => reason('register_reason_yes_no', { text: quoted(text) }),
  postalCode: (text: string) => reason('register_reason_postal_code', { text: quoted(text) }),
  phoneLeftOut: (text: string) => reason('register_reason_phone_left_out', { text: quoted(text) }),
  emailLeftOut: (text: string) => reason('register_reason_email_left_out', { text: quoted(text) }),
  person: () => reason('register_reason_person', {}),
  notRegister: () => reason('register_reason_not_register', {}),
  registerMapping: () => reason('register_reason_register_mapping', {}),
  noRelation: () => reason('register_reason_no_relation', {}),
  noDocuments: () => reason('register_reason_no_documents', {}),
} as const
