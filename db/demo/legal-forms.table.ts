import { legalForms } from '../../src/features/official-codes/legal-forms.table.ts'

/** `short` and `long` as the register writes them; `suffix` as it stands in a company's name. */
export type LegalForm = { code: number; short: string; long: string; suffix: string; weight: number }

/** The weight is for a company with few employees. */
const form = (code: number, short: string, weight: number): LegalForm => {
  const { short: said, also } = legalForms.find((one) => one.code === code) ?? { short: '', also: [] }
  const long = [said, ...also].toSorted((a, b) => a.length - b.length).at(-1) ?? ''
  return { code, short, long, suffix: /\/|^ApS$/.test(said) ? said : '', weight }
}
export const forms = {
  ENK: form(10, 'ENK', 44),
  PMV: form(15, 'PMV', 4),
  IS: form(30, 'I/S', 5),
  KS: form(40, 'K/S', 1),
  AS: form(60, 'A/S', 8),
  APS: form(80, 'APS', 38),
  FON: form(90, 'FON', 2),
  FOR: form(110, 'FOR', 2),
  KOM: form(250, 'KOM', 0),
} as const
export type FormKey = keyof typeof forms

const mix = (weights: Partial<Record<FormKey, number>>): readonly LegalForm[] =>
  Object.entries(weights).map(([key, weight]) => ({ ...forms[key as FormKey], weight }))
const ordinary = [forms.ENK, forms.PMV, forms.IS, forms.KS, forms.AS, forms.APS]
// From about twenty employees hardly anyone is a sole trader.
const larger = mix({ AS: 45, APS: 50, ENK: 3, KS: 2 })
const capital = mix({ AS: 8, APS: 92 })
const voluntary = mix({ FOR: 90, FON: 10 })
const care = mix({ FON: 50, APS: 30, FOR: 12, AS: 8 })

export const formsFor = (kind: string, employees: number): readonly LegalForm[] => {
  if (kind === 'holding') return capital
  if (kind === 'club' || kind === 'association') return voluntary
  if (kind === 'carehome' || kind === 'residence' || kind === 'daycentre' || kind === 'nursery') return care
  return employees >= 15 ? larger : ordinary
}
