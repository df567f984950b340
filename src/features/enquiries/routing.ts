/** Where an enquiry goes: to who has the company, to the school they asked for, to a school by field and area, else to the coordinators. */
import type { Ctx } from '#platform/context'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import type { RoutedBy } from './enquiries.sql.ts'
import type { Field } from './enquiry-words.table.ts'
import * as store from './reach.sql.ts'

type Asked = {
  place: { cvr: string; companyId: number; municipality: number | null } | undefined
  field: Field | null
  wantedSchoolId: number | null
  /** Who has them on the phone answers them. */
  mine?: boolean
}
export type Route = { by: RoutedBy; ownerId: number | null; schoolId: number | null }

type Reach = { schoolId: number; fields: readonly Field[]; areas: readonly number[] }
/** The schools that answer for the field there: those that name the place before those that answer everywhere, whoever had fewest first. */
export const schoolFor = (
  reaches: readonly Reach[],
  { field, municipality }: { field: Field; municipality: number | null },
  given: ReadonlyMap<number | null, number>,
): number | null => {
  const names = ({ areas }: Reach) => municipality !== null && areas.includes(municipality)
  const fitting = reaches.filter((reach) => reach.fields.includes(field) && (reach.areas.length === 0 || names(reach)))
  const [first] = fitting.toSorted(
    (a, b) =>
      Number(names(b)) - Number(names(a)) ||
      (given.get(a.schoolId) ?? 0) - (given.get(b.schoolId) ?? 0) ||
      a.schoolId - b.schoolId,
  )
  return first?.schoolId ?? null
}

export const routeOf = async (ctx: Ctx, { place, field, wantedSchoolId, mine }: Asked): Promise<Route> => {
  if (mine) return { by: 'self', ownerId: ctx.personId, schoolId: ctx.schoolId }
  const contact = place && (await contactOf(ctx, place))
  if (contact) return { by: 'regular-contact', ownerId: contact.personId, schoolId: null }
  if (wantedSchoolId !== null) return { by: 'wanted-school', ownerId: null, schoolId: wantedSchoolId }
  const asked = field && { field, municipality: place?.municipality ?? null }
  const schoolId = asked ? schoolFor(await store.reaches(ctx), asked, await store.givenLately(ctx)) : null
  return schoolId === null ? { by: 'centre', ownerId: null, schoolId: null } : { by: 'field', ownerId: null, schoolId }
}
