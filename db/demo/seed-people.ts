import type { Asker } from '#platform/context'
import type { Database } from '#platform/db/open'
import { changeWorkingHours } from '../../src/features/diaries/diaries.ts'
import { addSchool, makeCentre, system } from '../../src/features/centre/centre.ts'
import { addMember } from '../../src/features/members/members.ts'
import { people, type Person } from './centre.ts'
import { centre, type SchoolKey, schools } from './centre.table.ts'
import { instant } from './seed-calendar.ts'

/** `70 00 88 01`, as people write it. */
const spaced = (phone: string) => phone.replace(/(..)(?=.)/g, '$1 ')

export type Cast = Awaited<ReturnType<typeof gather>>

/** Makes the centre with its schools and everyone in them, at the moment the history begins. */
export const gather = async (database: Database, at: number) => {
  const now = instant(at)
  const centreId = await makeCentre({ ...database, clock: () => now }, centre.name, true)
  const schoolIds = new Map<SchoolKey, number>()
  const joined = new Map<string, Asker & { personId: number }>()
  const members = new Map<string, number>()
  const join = async (ctx: Parameters<typeof addMember>[0], person: Person) => {
    const { name, email, role, title, knows } = person
    const schoolId = person.school ? (schoolIds.get(person.school) ?? null) : null
    const made = await addMember(ctx, { name, email, role, schoolId, title, knows, phone: spaced(person.phone) })
    joined.set(name, { centreId, personId: made.personId, schoolId, role, source: 'web', language: 'da' })
    members.set(name, made.id)
  }
  await database.in(
    system(centreId),
    async (ctx) => {
      for (const { key, name, kind, institutionNumber, municipality, mailDomain } of schools) {
        const school = { name, kind, institution: institutionNumber, municipality, mailDomain }
        schoolIds.set(key, (await addSchool(ctx, school)).id)
      }
      for (const person of people) await join(ctx, person)
    },
    now,
  )
  const as = (name: string) => {
    const found = joined.get(name)
    if (!found) throw new Error(`Nobody called »${name}« has joined the demo`)
    return found
  }
  for (const { name, hours } of people.filter((one) => one.role === 'consultant')) {
    const week = hours.days.map((weekday) => ({ weekday, from: hours.from, to: hours.to }))
    const later = instant(at + 3_600_000)
    await database.in(as(name), (ctx) => changeWorkingHours(ctx, as(name).personId, week), later)
  }
  /** Someone who opened a company's own page by its link. */
  const company: Asker = { centreId, personId: null, schoolId: null, role: 'link', source: 'link', language: 'da' }
  return { centreId, as, member: (name: string) => members.get(name) ?? 0, company, clock: system(centreId, 'job') }
}
