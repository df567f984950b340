import { quoted, reason } from '#platform/reason'

/** Why a number or a code could not be read. Each says what to do. */
export const reasons = {
  cvrMissing: () => reason('official_codes_reason_cvr_missing', {}),
  cvrLetters: (text: string) => reason('official_codes_reason_cvr_letters', { text: quoted(text) }),
  cvrLength: (text: string, count: number) => reason('official_codes_reason_cvr_length', { text: quoted(text), count }),
  cvrCheckDigit: (text: string) => reason('official_codes_reason_cvr_check', { text: quoted(text) }),
  cvrRounded: (text: string) => reason('official_codes_reason_cvr_rounded', { text: quoted(text) }),
  pNumber: (text: string) => reason('official_codes_reason_p_number', { text: quoted(text) }),
  industry: (text: string) => reason('official_codes_reason_industry', { text: quoted(text) }),
  postalCode: (text: string) => reason('official_codes_reason_postal_code', { text: quoted(text) }),
  shifted: (text: string) => reason('official_codes_reason_shifted', { text: quoted(text) }),
  municipality: (text: string) => reason('official_codes_reason_municipality', { text: quoted(text) }),
  phone: (text: string) => reason('official_codes_reason_phone', { text: quoted(text) }),
  phoneRest: (rest: string) => reason('official_codes_reason_phone_rest', { text: quoted(rest) }),
  email: (text: string) => reason('official_codes_reason_email', { text: quoted(text) }),
  emailRest: (rest: string) => reason('official_codes_reason_email_rest', { text: quoted(rest) }),
} as const
