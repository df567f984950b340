/** Who holds the contact with a partner leaves: somebody else has it, or it waits with the coordinators. */
import * as m from '#texts'
import { announce, recorder } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { visitors } from '../centre/roles.ts'
import { partnersEvents } from './partners-events.table.ts'
import * as store from './partners.sql.ts'

const record = recorder(partnersEvents)
export const partnersOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended)) return []
    const rows = await store.partnersHeldBy(ctx, ended.personId)
    return rows.map(({ id, name, addedAt }) => ({
      kind: 'partner-contact',
      sourceId: id,
      company: null,
      personId: ended.personId,
      since: addedAt,
      values: { what: name },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if (!('personId' in ended)) return
    for (const { id, name } of await store.partnersHeldBy(ctx, ended.personId)) {
      await store.setHolder(ctx, id, to && 'personId' in to ? to.personId : null)
      await record(ctx, { verb: 'released', subject: 'centre_partner', subjectId: id, before: { what: name } })
    }
    announce(ctx, ['partners'], 'centre', visitors)
  },
  words: {
    'partner-contact': (count, locale) =>
      count === 1 ? m.partners_open_one({}, { locale }) : m.partners_open_many({ count }, { locale }),
  },
}
