import { readFile } from 'node:fs/promises'
import { StartRefused } from '#platform/config'
import type { Opened } from '#platform/db/store'
import { z } from '#platform/endpoint'
import { addSchool, makeCentre, system } from '../src/features/centre/centre.ts'
import { addMember } from '../src/features/members/members.ts'
import { roles } from '../src/features/centre/roles.ts'

/** A world in a file: the centre, its schools, and its people with the school's name. Companies come by import. */
const World = z.object({
  centre: z.string().check(z.minLength(1)),
  schools: z.array(
    z.object({
      name: z.string(),
      kind: z._default(z.string(), 'other'),
      institution: z.optional(z.string()),
      municipality: z.optional(z.int()),
      mailDomain: z.optional(z.string()),
    }),
  ),
  people: z.array(
    z.object({
      name: z.string(),
      email: z.email(),
      role: z.enum(roles),
      school: z.optional(z.nullable(z.string())),
      phone: z.optional(z.string()),
    }),
  ),
})

const readWorld = async (file: string) => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new StartRefused(`The world ${file} cannot be read: ${error.message}`)
  })
  try {
    return z.parse(World, JSON.parse(text))
  } catch (error) {
    throw new StartRefused(
      `The world ${file} is not as expected ({centre, schools, people}): ${(error as Error).message}`,
    )
  }
}

/** Loads the world of a JSON file through the product's own rules. Returns the centre's number. */
export const seedFile = async (store: Opened, file: string): Promise<number> => {
  const world = await readWorld(file)
  const missing = world.people.find(({ school }) => school && !world.schools.some(({ name }) => name === school))
  if (missing)
    throw new StartRefused(`${missing.name} belongs to ${missing.school ?? ''}, which is not among the schools.`)
  const centreId = await makeCentre(store.database, world.centre, false)
  await store.database.in(system(centreId), async (ctx) => {
    const ids = new Map<string, number>()
    for (const school of world.schools) ids.set(school.name, (await addSchool(ctx, school)).id)
    for (const { school, ...person } of world.people)
      await addMember(ctx, {
        ...person,
        phone: person.phone ?? null,
        schoolId: school ? (ids.get(school) ?? null) : null,
      })
  })
  return centreId
}
