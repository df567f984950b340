/** What a company wrote, and that has no answer, when another takes its place. Nobody's leaving leaves one: it follows who has the company. */
import * as m from '#texts'
import { announce } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { tell } from './company-messages.ts'
import * as store from './company-messages.sql.ts'

export const messagesOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('companyIds' in ended)) return []
    const rows = await store.openOf(ctx, ended.companyIds)
    return rows.map(({ id, companyId, company, readerId, sentAt, words }) => ({
      kind: 'company-message',
      sourceId: id,
      company: { id: companyId, name: company },
      personId: readerId,
      since: sentAt,
      values: { what: words },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if (!('companyIds' in ended) || !to || !('companyId' in to)) return
    const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
    for (const row of await store.openOf(ctx, ended.companyIds)) {
      const at = { companyId: heir.id, cvr: heir.cvr }
      await store.giveTo(ctx, row.id, at)
      await tell(ctx, 'passed-on', row, { what: heir.name })
      await tell(ctx, 'taken-over', { id: row.id, ...at }, { what: row.company })
    }
    announce(ctx, ['company-messages'])
  },
  words: {
    'company-message': (count, locale) =>
      count === 1 ? m.company_messages_open_one({}, { locale }) : m.company_messages_open_many({ count }, { locale }),
  },
}
