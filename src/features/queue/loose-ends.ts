/**
 * What was agreed on the phone and would be lost with a list, a company or a meeting: call-backs, and wishes for a visit without a time. A company's
 * go on with the one that takes its place; a cancelled meeting's stand in the queue again by themselves; a list's become promises of who closes it. Of someone who leaves or
 * calls no more: the company he has under call, which others can be given at once.
 */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { announce, recorder } from '#platform/events'
import type { LooseEnd, LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { promiseBacks } from './closed-lists.ts'
import { endHoldsOf, holdsOf } from './held.sql.ts'
import { queueEvents } from './queue-events.table.ts'
import * as store from './queue.sql.ts'
import { passOnBacks } from './told.sql.ts'

const record = recorder(queueEvents)

const underCall = async (ctx: Ctx, personId: number): Promise<LooseEnd[]> =>
  (await holdsOf(ctx, personId)).map(({ companyId, company, takenAt }) => ({
    kind: 'under-call',
    sourceId: companyId,
    company: { id: companyId, name: company },
    personId,
    since: takenAt,
    values: {},
  }))

export const queueOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if ('personId' in ended) return underCall(ctx, ended.personId)
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
    if ('personId' in ended) {
      await endHoldsOf(ctx, ended.personId)
      announce(ctx, ['calls'])
    }
    if ('listId' in ended) await promiseBacks(ctx, ended.listId, personOf(ctx))
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
    'under-call': (count, locale) =>
      count === 1 ? m.queue_open_hold_one({}, { locale }) : m.queue_open_hold_many({ count }, { locale }),
    'call-back': (count, locale) =>
      count === 1 ? m.queue_open_back_one({}, { locale }) : m.queue_open_back_many({ count }, { locale }),
    'wants-visit': (count, locale) =>
      count === 1 ? m.queue_open_wish_one({}, { locale }) : m.queue_open_wish_many({ count }, { locale }),
  },
}
