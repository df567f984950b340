import type { ContactText } from './contact-sealing.ts'

type Named = Pick<ContactText, 'name' | 'cvr' | 'contactPerson'> & { id: string }
const collator = new Intl.Collator('da')
const order = (a: Pick<Named, 'name' | 'id'>, b: Pick<Named, 'name' | 'id'>) =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id))

/** Contacts by name as Danes sort, those that are sought, those after one of them. */
export const inPlainOrder = <Row extends Named>(
  rows: readonly Row[],
  { q, after }: { q?: string | undefined; after?: { name: string; id: string } | undefined },
): Row[] => {
  const sought = q?.toLowerCase()
  const fits = ({ name, cvr, contactPerson }: Row) =>
    !sought ||
    name.toLowerCase().includes(sought) ||
    cvr === sought ||
    (contactPerson?.toLowerCase().includes(sought) ?? false)
  return rows.filter((row) => fits(row) && (!after || order(row, after) > 0)).toSorted(order)
}
