/** Three proposals instead of forty names: who has the company, stands in, has been there, or sits at the same school. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { owners } from './owners.table.ts'
import { reasons } from './promises.schema.ts'
import * as store from './promises.sql.ts'

type Why = (typeof reasons)[number]
const most = 3

/** What each room of the house knows of who fits. */
const known = async (ctx: Ctx, place: { cvr: string; companyId: number }) => {
  const found = new Map<number, Set<Why>>()
  const add = (personId: number, why: Why) => found.set(personId, (found.get(personId) ?? new Set()).add(why))
  for (const { fits, encounters } of ctx.house.rooms) {
    for (const { personId, why } of (await fits?.(ctx, place)) ?? []) add(personId, why)
    for (const personId of (await encounters?.metBefore(ctx, place.cvr)) ?? []) add(personId, 'visited')
  }
  return { found, add }
}

/** Everyone a promise may belong to, and may be handed over to; for a company those who fit best, and why. Throws not-found. */
export const listPromiseOwners = async (ctx: Ctx, companyId?: number) => {
  const people = await store.ownersNow(ctx, owners)
  const rows = people.map(({ id, name, school }) => ({ id, name, school }))
  if (companyId === undefined) return { rows, proposed: [] }
  const company = await store.companyById(ctx, companyId)
  if (!company) throw problem('not-found')
  const { found, add } = await known(ctx, { cvr: company.cvr, companyId })
  if (ctx.schoolId !== null)
    for (const { id, schoolId } of people) if (schoolId === ctx.schoolId) add(id, 'same-school')
  const weight = (why: readonly Why[]) =>
    why.reduce((sum, one) => sum + 2 ** (reasons.length - reasons.indexOf(one)), 0)
  const proposed = people
    .flatMap(({ id }) => {
      const of = found.get(id)
      return of && id !== ctx.personId ? [{ id, why: reasons.filter((one) => of.has(one)) }] : []
    })
    .toSorted((a, b) => weight(b.why) - weight(a.why))
  return { rows, proposed: proposed.slice(0, most) }
}
