import { quoted, reason } from '../imports/imports.ts'

/** Why a row, or a value of it, could not be used. Each says what to do. */
export const reasons = {
  nameMissing: () => reason('register_reason_name_missing', {}),
  date: (text: string) => reason('register_reason_date', { text: quoted(text) }),
  employees: (text: string) => reason('register_reason_employees', { text: quoted(text) }),
  yesNo: (text: string) => reason('register_reason_yes_no', { text: quoted(text) }),
  phoneLeftOut: (text: string) => reason('register_reason_phone_left_out', { text: quoted(text) }),
  emailLeftOut: (text: string) => reason('register_reason_email_left_out', { text: quoted(text) }),
  person: () => reason('register_reason_person', {}),
  notRegister: () => reason('register_reason_not_register', {}),
  registerMapping: () => reason('register_reason_register_mapping', {}),
  noRelation: () => reason('register_reason_no_relation', {}),
  noDocuments: () => reason('register_reason_no_documents', {}),
} as const
