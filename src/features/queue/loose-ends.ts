/**
 * What was agreed on the phone and would be lost with a list, a company or a meeting: call-backs, and wishes for a visit without a time. A company's
 * go on with the one that takes its place; a cancelled meeting's stand in the queue again by themselves; a list's are told.
 */
import * as m from '#texts'
import { recorder } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { queueEvents } from './queue-events.table.ts'
import * as store from './queue.sql.ts'
import { passOnBacks } from './told.sql.ts'

const record = recorder(queueEvents)

export const queueOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if ('personId' in ended) return []
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
  /** The call goes with what it asks for. Whoever ends a company has written down that it is not called any more, before this. */
  handOn: async (ctx, ended, to) => {
    if (!('companyIds' in ended && to && 'companyId' in to)) return
    const { heir, cvrs } = await lockHeir(ctx, ended.companyIds, to.companyId)
    const rows = await store.openBacks(ctx, ended)
    if (rows.length === 0) return
    await passOnBacks(
      ctx,
      rows.map(({ callId }) => callId),
      heir,
    )
    for (const { callId: subjectId, companyId, cvr, company, dueAt } of rows) {
      const about = { subject: 'queue_call', subjectId, topics: ['calls', 'companies'] } as const
      await record(ctx, { verb: 'passed-on', ...about, cvr, companyId, after: { what: heir.name, dueAt } })
      const at = { cvr: heir.cvr, companyId: heir.id, after: { what: company, dueAt } }
      await record(ctx, { verb: 'taken-over', ...about, ...at })
    }
    await store.judgeQueue(ctx, [...cvrs, heir.cvr])
  },
  words: {
    'call-back': (count, locale) =>
      count === 1 ? m.queue_open_back_one({}, { locale }) : m.queue_open_back_many({ count }, { locale }),
    'wants-visit': (count, locale) =>
      count === 1 ? m.queue_open_wish_one({}, { locale }) : m.queue_open_wish_many({ count }, { locale }),
  },
}
