/**
 * The small named world that tests and development share: one centre, three schools, a person in every role.
 * Made through the product's own rules. The demo's larger world stands in db/demo.
 */
import type { Database } from '#platform/db/open'
import { changeWorkingHours } from '../src/features/diaries/diaries.ts'
import { addSchool, makeCentre, system } from '../src/features/centre/centre.ts'
import { changeCallingHours } from '../src/features/working-days/working-days.ts'
import { addMember } from '../src/features/members/members.ts'
import type { Role } from '../src/features/centre/roles.ts'

const schools = {
  technical: {
    name: 'Østkystens Tekniske Skole',
    kind: 'technical',
    institution: '615402',
    municipality: 615,
    mailDomain: 'oets.example',
  },
  vuc: { name: 'VUC Sundet', kind: 'vuc', institution: '615244', municipality: 615, mailDomain: 'vucsundet.example' },
  health: {
    name: 'SOSU Fjordby',
    kind: 'health',
    institution: '766401',
    municipality: 766,
    mailDomain: 'sosufjordby.example',
  },
} as const
type SchoolKey = keyof typeof schools

const people = {
  asger: { name: 'Asger Holm', role: 'administrator', school: null },
  birgit: { name: 'Birgit Dam', role: 'coordinator', school: null },
  bodil: { name: 'Bodil Krogh', role: 'coordinator', school: null },
  anne: { name: 'Anne Bruun', role: 'consultant', school: 'technical' },
  ali: { name: 'Ali Demir', role: 'consultant', school: 'vuc' },
  pia: { name: 'Pia Toft', role: 'consultant', school: 'health' },
  soren: { name: 'Søren Vad', role: 'caller', school: null },
  signe: { name: 'Signe Friis', role: 'caller', school: null },
  torben: { name: 'Torben Friis', role: 'leader', school: 'technical' },
  mette: { name: 'Mette Lauridsen', role: 'employee', school: 'technical' },
  vibeke: { name: 'Vibeke Aagaard', role: 'leader', school: 'vuc' },
  lars: { name: 'Lars Ø. Juhl', role: 'leader', school: 'health' },
  carl: { name: 'Carl Krog', role: 'council', school: null },
  tove: { name: 'Tove Lind', role: 'teacher', school: 'vuc' },
  uffe: { name: 'Uffe Bro', role: 'partner', school: null },
} as const satisfies Record<string, { name: string; role: Role; school: SchoolKey | null }>
export type PersonKey = keyof typeof people
export type Named = { id: number; memberId: number; schoolId: number | null; email: string; name: string; role: Role }
export type World = { centreId: number; schools: Record<SchoolKey, number>; people: Record<PersonKey, Named> }

/** Monday to Friday, 8 to 16. */
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))

/** It calls at all hours: whoever develops or tests does so at night too. */
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '23:59' }))

export const makeWorld = async (
  database: Database,
  centreName = 'VEU-center Østkysten',
  domain = 'example',
  passwordHash: string | null = null,
): Promise<World> => {
  const centreId = await makeCentre(database, centreName, false)
  return database.in(system(centreId), async (ctx) => {
    await changeCallingHours(ctx, always)
    const schoolIds: Partial<Record<SchoolKey, number>> = {}
    for (const [key, school] of Object.entries(schools)) schoolIds[key as SchoolKey] = (await addSchool(ctx, school)).id
    const named: Partial<Record<PersonKey, Named>> = {}
    for (const [key, { name, role, school }] of Object.entries(people)) {
      const email = `${key}@${school ? schools[school].mailDomain.replace('example', domain) : `oestkysten.${domain}`}`
      const schoolId = school ? (schoolIds[school] ?? null) : null
      const { id, personId } = await addMember(ctx, { name, email, role, schoolId, phone: '70 00 10 00', passwordHash })
      if (role === 'consultant') await changeWorkingHours({ ...ctx, personId }, personId, weekdays)
      named[key as PersonKey] = { id: personId, memberId: id, schoolId, email, name, role }
    }
    return { centreId, schools: schoolIds as Record<SchoolKey, number>, people: named as Record<PersonKey, Named> }
  })
}
