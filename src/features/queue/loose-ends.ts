/** What was agreed on the phone and is lost when a list closes or a company ends: call-backs, and wishes for a visit without a time. Told; handing on comes. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import * as store from './queue.sql.ts'

export const queueOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('listId' in ended || 'companyIds' in ended)) return []
    const rows = await store.openBacks(ctx, ended)
    return rows.map(({ callId, companyId, company, answer, endedAt, dueAt }) => ({
      kind: answer === 'wants-contact' ? 'wants-visit' : 'call-back',
      sourceId: callId,
      company: { id: companyId, name: company },
      personId: null,
      since: endedAt,
      values: { at: dueAt },
    }))
  },
  words: {
    'call-back': (count, locale) =>
      count === 1 ? m.queue_open_back_one({}, { locale }) : m.queue_open_back_many({ count }, { locale }),
    'wants-visit': (count, locale) =>
      count === 1 ? m.queue_open_wish_one({}, { locale }) : m.queue_open_wish_many({ count }, { locale }),
  },
}
