/** What a centre calls its council, its host and its roles. */
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import { centreEvents } from './centre-events.table.ts'
import * as store from './names.sql.ts'

const record = recorder(centreEvents)

export const showNames = (ctx: Ctx): Promise<store.NamesRow> => store.namesNow(ctx)

type Given = Omit<store.NamesRow, 'roles'> & { roles: Readonly<Record<string, string | undefined>> }
const wordOrOurs = (word: string | null) => word || null

/** Throws not-found for a host that is none of the centre's schools. */
export const changeNames = async (ctx: Ctx, given: Given): Promise<store.NamesRow> => {
  await store.lockNames(ctx)
  const before = await store.namesNow(ctx)
  const after: store.NamesRow = {
    ...given,
    councilName: given.hasCouncil ? wordOrOurs(given.councilName) : null,
    host: wordOrOurs(given.host),
    roles: Object.fromEntries(Object.entries(given.roles).flatMap(([role, word]) => (word ? [[role, word]] : []))),
  }
  await store.replaceNames(ctx, after)
  await record(ctx, { verb: 'changed', subject: 'names', before, after, topics: ['names', 'me', 'schools'] })
  return after
}
