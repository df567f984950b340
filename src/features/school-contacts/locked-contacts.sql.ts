/** For who has put a backup back: asked as the database's owner, past row-level security; it sees marks and no contact. */
import type { Sealing } from '#platform/sealing'

type Asks = { query: (text: string) => Promise<{ rows: { centre_id: number; school_id: number; key_mark: string }[] }> }

/** How many schools have contacts that the key here does not open. */
export const countLockedSchools = async (client: Asks, sealing: Sealing | null): Promise<number> => {
  const { rows } = await client.query(
    'select distinct centre_id, school_id, key_mark::text from school_contact where key_mark is not null',
  )
  const opens = (row: (typeof rows)[number]) =>
    sealing?.ofSchool(row.centre_id, row.school_id).mark('key', '') === row.key_mark
  const locked = rows.filter((row) => !opens(row))
  return new Set(locked.map((row) => `${row.centre_id}/${row.school_id}`)).size
}
