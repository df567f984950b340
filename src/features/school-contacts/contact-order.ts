import { setImmediate } from 'node:timers/promises'
import type { ContactText } from './contact-sealing.ts'

type Named = Pick<ContactText, 'name' | 'cvr' | 'contactPerson'> & { id: string }
const collator = new Intl.Collator('da')
const order = (a: Pick<Named, 'name' | 'id'>, b: Pick<Named, 'name' | 'id'>) =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id))

type Sought = { q?: string | undefined; after?: { name: string; id: string } | undefined; limit: number }
const slice = 2000

/** The first contacts by name as Danes sort, of those that are sought, after one of them. Whoever else asks meanwhile is answered between. */
export const inPlainOrder = async <Row extends Named>(
  rows: readonly Row[],
  { q, after, limit }: Sought,
): Promise<Row[]> => {
  const sought = q?.toLowerCase()
  const fits = ({ name, cvr, contactPerson }: Row) =>
    !sought ||
    name.toLowerCase().includes(sought) ||
    cvr === sought ||
    (contactPerson?.toLowerCase().includes(sought) ?? false)
  let found: Row[] = []
  for (let from = 0; from < rows.length; from += slice) {
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point
    if (from > 0) await setImmediate()
    const last = found[limit - 1]
    const some = rows
      .slice(from, from + slice)
      .filter((row) => fits(row) && (!after || order(row, after) > 0) && (!last || order(row, last) < 0))
    // Two runs in order are put together in one pass.
    if (some.length > 0) found = [...found, ...some.toSorted(order)].toSorted(order).slice(0, limit)
  }
  return found
}
