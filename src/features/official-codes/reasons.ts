import { quoted, reason } from '../imports/imports.ts'

/** Why a number or a code could not be read. Each says what to do. */
export const reasons = {
  cvrMissing: () => reason('official_codes_reason_cvr_missing', {}),
  cvrLetters: (text: string) => reason('official_codes_reason_cvr_letters', { text: quoted(text) }),
  cvrLength: (text: string, count: number) => reason('official_codes_reason_cvr_length', { text: quoted(text), count }),
  cvrCheckDigit: (text: string) => reason('official_codes_reason_cvr_check', { text: quoted(text) }),
  pNumber: (text: string) => reason('official_codes_reason_p_number', { text: quoted(text) }),
  industry: (text: string) => reason('official_codes_reason_industry', { text: quoted(text) }),
  postalCode: (text: string) => reason('official_codes_reason_postal_code', { text: quoted(text) }),
} as const
