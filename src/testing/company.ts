import type pg from 'pg'

export type CompanyGiven = {
  kind?: 'company' | 'workplace'
  cvr?: string
  pNumber?: string
  name?: string
  street?: string
  postalCode?: string
  town?: string
  municipality?: number
  industry?: string
  industryText?: string
  employees?: number | null
  phone?: string | null
  email?: string | null
  closedOn?: string | null
  isProtected?: boolean
}
export type CompanyRow = { id: number; cvr: string; pNumber: string | null; name: string; phone: string | null }

const weights = [2, 7, 6, 5, 4, 3, 2]
let next = 1_000_000
/** The next CVR number whose check digit exists (modulus 11). */
const nextCvr = (): string => {
  for (;;) {
    const seven = String(++next)
    const rest = weights.reduce((sum, weight, at) => sum + weight * Number(seven[at]), 0) % 11
    if (rest !== 1) return `${seven}${rest === 0 ? 0 : 11 - rest}`
  }
}
let numbered = 0

/** A row of the register, as an import would have left it. */
export const insertCompany = async (superuser: pg.Client, at: string, given: CompanyGiven): Promise<CompanyRow> => {
  numbered++
  const kind = given.kind ?? 'company'
  const value = <T>(wanted: T | undefined, otherwise: T) => (wanted === undefined ? otherwise : wanted)
  const row = [
    kind,
    given.cvr ?? nextCvr(),
    kind === 'workplace' ? (given.pNumber ?? String(1_900_000_000 + numbered)) : null,
    given.name ?? `Virksomhed ${numbered} ApS`,
    given.street ?? 'Havnegade 1',
    given.postalCode ?? '8700',
    given.town ?? 'Horsens',
    given.municipality ?? 615,
    given.industry ?? '251100',
    given.industryText ?? 'Fremstilling af metalkonstruktioner',
    value(given.employees, 8),
    value(given.phone, String(70_000_000 + numbered)),
    value(given.email, `post@virksomhed${numbered}.example`),
    given.closedOn ?? null,
    given.isProtected ?? false,
    at,
  ]
  const { rows } = await superuser.query<{
    id: number
    cvr: string
    p_number: string | null
    name: string
    phone: string | null
  }>(
    `insert into company (kind, cvr, p_number, name, street, postal_code, town, municipality, industry, industry_text, employees, phone, email, closed_on, protected, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id, cvr, p_number, name, phone`,
    row,
  )
  const made = rows[0]
  if (!made) throw new Error('no company')
  return { id: made.id, cvr: made.cvr, pNumber: made.p_number, name: made.name, phone: made.phone }
}
