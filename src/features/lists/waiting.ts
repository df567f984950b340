import type { Ctx } from '#platform/context'
import type { WaitingRow } from '#platform/room'
import { runsCentre } from '../centre/roles.ts'
import * as store from './lists.sql.ts'

const most = 20

/** What waits in lists, for who runs the centre: draws that nobody has sent to hearing yet (`list count`). */
export const listsWaiting = async (ctx: Ctx): Promise<WaitingRow[]> => {
  if (!runsCentre(ctx)) return []
  const unsent = await store.pageOfLists(ctx, { limit: most, state: 'drawn' })
  return unsent.slice(0, most).map(({ id, name, companies }) => ({
    kind: 'list-draft',
    when: 'later',
    values: { list: name, count: companies },
    date: null,
    href: `/udtraek/${id}`,
  }))
}
