import { quoted, reason } from '../imports/imports.ts'

/** Why a row, or a value of it, could not be used. Each says what to do. */
export const reasons = {
  nameMissing: () => reason('register_reason_name_missing', {}),
  date: (text: string) => reason('register_reason_date', { text: quoted(text) }),
  dayNumber: (text: string) => reason('register_reason_day_number', { text: quoted(text) }),
  leftAlone: (text: string) => reason('register_reason_left_alone', { text: quoted(text) }),
  employees: (text: string) => reason('register_reason_employees', { text: quoted(text) }),
  yesNo: (text: string) => reason('register_reason_yes_no', { text: quoted(text) }),
  future: (text: string) => reason('register_reason_future', { text: quoted(text) }),
  closed: (text: string) => reason('register_reason_closed', { text: quoted(text) }),
  lookUpRefused: (said: string) => reason('register_reason_look_up_refused', { said: quoted(said) }),
  nowOnly: () => reason('register_reason_now_only', {}),
  twiceNamed: (line: number, name: string, now: string) =>
    reason('register_reason_twice_named', { line, name: quoted(name), now: quoted(now) }),
  twice: (line: number) => reason('register_reason_twice', { line }),
  person: () => reason('register_reason_person', {}),
  notRegister: () => reason('register_reason_not_register', {}),
  registerMapping: () => reason('register_reason_register_mapping', {}),
  noRelation: () => reason('register_reason_no_relation', {}),
  noDocuments: () => reason('register_reason_no_documents', {}),
} as const
