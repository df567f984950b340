import { centreIds, system } from '../features/centre/centre.ts'
import { makeToken } from '../features/members/members.ts'
import type { Role } from '../features/centre/roles.ts'
import { StartRefused } from '#platform/config'
import type { Opened } from '#platform/db/store'
import { type Command, Used } from './used.ts'
import { withStore } from './with-store.ts'

type TokenLine = { role: Role; school: string | null; email: string; token: string }

/** One token for each role, and for the school's roles one for each school. */
const makeTokens = (
  store: Opened,
  centreId: number,
): Promise<{ centre: string; schools: string[]; tokens: TokenLine[] }> =>
  store.database.in(system(centreId), async (ctx) => {
    const { name } = await ctx.db
      .selectFrom('centreNow')
      .select('name')
      .where('id', '=', centreId)
      .executeTakeFirstOrThrow()
    const schools = await ctx.db
      .selectFrom('schoolNow')
      .select(['id', 'name'])
      .where('centreId', '=', centreId)
      .orderBy('id')
      .execute()
    const members = await ctx.db
      .selectFrom('memberNow as m')
      .select(['m.personId', 'm.schoolId', 'm.role', 'm.email'])
      .$narrowType<{ role: Role }>()
      .where('m.centreId', '=', centreId)
      .orderBy('m.memberId')
      .execute()
    const tokens: TokenLine[] = []
    const seen = new Set<string>()
    for (const member of members) {
      const key = `${member.role} ${member.schoolId ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      const { token } = await makeToken({ ...ctx, personId: member.personId }, 'seed')
      tokens.push({
        role: member.role,
        school: schools.find(({ id }) => id === member.schoolId)?.name ?? null,
        email: member.email,
        token,
      })
    }
    return { centre: name, schools: schools.map((school) => school.name), tokens }
  })

/** Loads a world into an empty installation and prints a token for each role. */
export const seed: Command = (given) => {
  const wanted = given.values.world
  if (!wanted) throw new Used('Say which world: --world demo, or --world <file.json>.')
  return withStore(given, async (store) => {
    if ((await centreIds(store.database)).length > 0)
      throw new StartRefused(
        'There is already a centre with data here. Seed an empty data folder: TOVHOLDER_DATA=./another',
      )
    const { seedDemoWorld } = await import('../../db/demo/seed.ts')
    const { seedFile } = await import('../../db/seed-file.ts')
    const centreId = wanted === 'demo' ? await seedDemoWorld(store, given) : await seedFile(store, wanted)
    const answer = await makeTokens(store, centreId)
    return { json: answer, text: JSON.stringify(answer) }
  })
}
