/** Whom at the school to ask of a course. Pure. */
import type { Field } from '../enquiries/enquiry-words.table.ts'
import type { LookUp } from './look-up.schema.ts'

/** What the catalogue's kinds are called where people say what they know. */
const fieldsOf: Readonly<Record<string, readonly Field[]>> = {
  AMU: ['amu-technical', 'amu-health', 'amu-business', 'amu-food', 'amu-transport'],
  FVU: ['basic'],
  OBU: ['basic'],
  AVU: ['general'],
  HF: ['general'],
  DU: ['language'],
  AU: ['academy'],
}
type Person = LookUp['providers'][number]['people'][number]
const knows =
  (kind: string) =>
  ({ fields, trades }: Person) =>
    (fieldsOf[kind.toUpperCase()] ?? []).some((field) => fields.includes(field)) ||
    (kind.toUpperCase() === 'AMU' && trades > 0)

/** Who has said that he knows it, one with a number first; undefined: nobody has, and it is the school's. */
export const whoToAsk = (people: readonly Person[], kind: string): Person | undefined => {
  const knowing = people.filter(knows(kind))
  return knowing.find(({ phone }) => phone !== null) ?? knowing[0]
}
