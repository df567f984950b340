import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { addSchool, makeCentre, system } from '../../src/features/centre/centre.ts'
import { changeWorkingHours } from '../../src/features/diaries/diaries.ts'
import { addMember } from '../../src/features/members/members.ts'
import { people, peopleWith } from './centre.ts'
import { centre, type SchoolKey, schools } from './centre.table.ts'
import { instant } from './seed-calendar.ts'
import { sure } from './table-text.ts'

export type Cast = Awaited<ReturnType<typeof gather>>

/** Makes the centre with its schools and everyone in them, at the moment the history begins. */
export const gather = async (database: Database, at: number) => {
  const now = instant(at)
  const centreId = await makeCentre({ ...database, clock: () => now }, centre.name, true)
  const joined = new Map<string, Asker & { personId: number; memberId: number }>()
  const join = async (ctx: Ctx) => {
    const schoolIds = new Map<SchoolKey, number>()
    for (const { key, name, kind, institutionNumber: institution, municipality, mailDomain } of schools)
      schoolIds.set(key, (await addSchool(ctx, { name, kind, institution, municipality, mailDomain })).id)
    for (const { name, email, role, title, knows, school, phone } of people) {
      const schoolId = school ? (schoolIds.get(school) ?? null) : null
      const spaced = phone.replace(/(..)(?=.)/g, '$1 ')
      const { id, personId } = await addMember(ctx, { name, email, role, schoolId, title, knows, phone: spaced })
      joined.set(name, { centreId, personId, memberId: id, schoolId, role, source: 'web', language: 'da' })
    }
  }
  await database.in(system(centreId), join, now)
  const as = (name: string) => sure(`Nobody called »${name}« has joined the demo`, joined.get(name))
  for (const { name, hours } of peopleWith('consultant')) {
    const week = hours.days.map((weekday) => ({ weekday, from: hours.from, to: hours.to }))
    const later = instant(at + 3_600_000)
    await database.in(as(name), (ctx) => changeWorkingHours(ctx, as(name).personId, week), later)
  }
  /** Someone who opened a company's own page by its link. */
  const company: Asker = { centreId, personId: null, schoolId: null, role: 'link', source: 'link', language: 'da' }
  return { centreId, as, company, clock: system(centreId, 'job') }
}
