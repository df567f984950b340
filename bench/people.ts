/** People of the bench, and a list of 5,000 that they call: made by the product's own verbs. */
import { Temporal } from 'temporal-polyfill'
import { system } from '../src/features/centre/centre.ts'
import { endHearing, startHearing } from '../src/features/hearings/hearings.ts'
import { Criteria } from '../src/features/lists/criteria.schema.ts'
import { freezeDraw, makeList } from '../src/features/lists/lists.ts'
import { addMember } from '../src/features/members/members.ts'
import type { Asker } from '#platform/context'
import { z } from '#platform/endpoint'
import type { Register } from './register.ts'

export const listed = 5_000

export const peopleOf = ({ store, centreId }: Register, count: number, name: string) =>
  store.database.in(system(centreId), async (ctx) => {
    const made: Asker[] = []
    for (let n = 0; n < count; n++) {
      const { personId } = await addMember(ctx, {
        name: `Bench ${name} ${n}`,
        email: `${name}${n}@example.com`,
        role: 'coordinator',
      })
      made.push({ centreId, personId, schoolId: null, role: 'coordinator', source: 'api', language: 'da' })
    }
    return made
  })

/** A list in calling: drawn, heard, opened. */
export const openList = async ({ store }: Register, who: Asker) => {
  const criteria = z.parse(Criteria, { limit: listed })
  const { id } = await store.database.in(who, (ctx) => makeList(ctx, { name: 'Bench', goal: '', criteria }))
  await store.database.in(who, (ctx) => freezeDraw(ctx, id))
  const tomorrow = Temporal.Now.plainDateISO('Europe/Copenhagen').add({ days: 10 }).toString()
  const { hearing } = await store.database.in(who, (ctx) => startHearing(ctx, id, { date: tomorrow, time: '12:00' }))
  await store.database.in(who, (ctx) => endHearing(ctx, hearing?.id ?? 0))
  return id
}
