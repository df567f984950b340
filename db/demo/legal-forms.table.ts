import type { Kind } from './industries.table.ts'

export type LegalForm = { code: number; short: string; long: string; suffix: string; weight: number }

const ENK = { code: 10, short: 'ENK', long: 'Enkeltmandsvirksomhed', suffix: '', weight: 44 }
const PMV = { code: 15, short: 'PMV', long: 'Personligt ejet Mindre Virksomhed', suffix: '', weight: 4 }
const IS = { code: 30, short: 'I/S', long: 'Interessentskab', suffix: 'I/S', weight: 5 }
const KS = { code: 40, short: 'K/S', long: 'Kommanditselskab', suffix: 'K/S', weight: 1 }
const AS = { code: 60, short: 'A/S', long: 'Aktieselskab', suffix: 'A/S', weight: 8 }
const APS = { code: 80, short: 'APS', long: 'Anpartsselskab', suffix: 'ApS', weight: 38 }
const FON = { code: 90, short: 'FON', long: 'Andre fonde og selvejende institutioner', suffix: '', weight: 2 }
const FOR = { code: 110, short: 'FOR', long: 'Forening', suffix: '', weight: 2 }
const KOM = { code: 250, short: 'KOM', long: 'Primærkommune', suffix: '', weight: 0 }

/** Codes and words as the register writes them (domain-facts 1.2); the weights are for a company with few employees. */
export const LEGAL_FORMS = { ENK, PMV, IS, KS, AS, APS, FON, FOR, KOM } as const

const ORDINARY = [ENK, PMV, IS, KS, AS, APS]
// From about twenty employees hardly anyone is a sole trader.
const LARGER = [
  { ...AS, weight: 45 },
  { ...APS, weight: 50 },
  { ...ENK, weight: 3 },
  { ...KS, weight: 2 },
]
const CAPITAL = [
  { ...AS, weight: 8 },
  { ...APS, weight: 92 },
]
const VOLUNTARY = [
  { ...FOR, weight: 90 },
  { ...FON, weight: 10 },
]
const CARE = [
  { ...FON, weight: 50 },
  { ...APS, weight: 30 },
  { ...FOR, weight: 12 },
  { ...AS, weight: 8 },
]

export function formsFor(kind: Kind, employees: number): readonly LegalForm[] {
  if (kind === 'holding') return CAPITAL
  if (kind === 'club' || kind === 'association') return VOLUNTARY
  if (kind === 'carehome' || kind === 'residence' || kind === 'daycentre' || kind === 'nursery') return CARE
  return employees >= 15 ? LARGER : ORDINARY
}
