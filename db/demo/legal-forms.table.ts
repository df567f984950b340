import { legalForms } from '../../src/features/official-codes/legal-forms.table.ts'

/** `short` and `long` as the register writes them; `suffix` as it stands in a company's name. */
const form = (code: number, short: string) => {
  const { short: said, also } = legalForms.find((one) => one.code === code) ?? { short: '', also: [] }
  const long = [said, ...also].toSorted((a, b) => a.length - b.length).at(-1) ?? ''
  return { code, short, long, suffix: /\/|^ApS$/.test(said) ? said : '' }
}
export type LegalForm = ReturnType<typeof form>
export const forms = {
  ...{ ENK: form(10, 'ENK'), PMV: form(15, 'PMV'), IS: form(30, 'I/S'), KS: form(40, 'K/S'), AS: form(60, 'A/S') },
  ...{ APS: form(80, 'APS'), FON: form(90, 'FON'), FOR: form(110, 'FOR'), KOM: form(250, 'KOM') },
}
export type FormKey = keyof typeof forms
export const isLimited = ({ short }: LegalForm) => short === 'APS' || short === 'A/S'

const mix = (weights: Partial<Record<FormKey, number>>) =>
  Object.entries(weights).map(([key, weight]) => ({ ...forms[key as FormKey], weight }))
const ordinary = mix({ ENK: 44, PMV: 4, IS: 5, KS: 1, AS: 8, APS: 38 })
// From about twenty employees hardly anyone is a sole trader.
const larger = mix({ AS: 45, APS: 50, ENK: 3, KS: 2 })
const capital = mix({ AS: 8, APS: 92 })
const voluntary = mix({ FOR: 90, FON: 10 })
const care = mix({ FON: 50, APS: 30, FOR: 12, AS: 8 })
const ofKind: Readonly<Record<string, typeof ordinary>> = {
  ...{ holding: capital, club: voluntary, association: voluntary },
  ...{ carehome: care, residence: care, daycentre: care, nursery: care },
}
export const formsFor = (kind: string, employees: number) => ofKind[kind] ?? (employees >= 15 ? larger : ordinary)
