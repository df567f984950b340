/**
 * A wish to be left in peace goes on with whoever takes the company's place. It is copied, not moved: the old number may be called no
 * more than before. Strikes stay where they were struck (the heir's own lists were heard about it), and so does a basis: it is of one company.
 */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import { recorder } from '#platform/events'
import { mayContactEvents } from './may-contact-events.table.ts'
import { lockHeir } from './company-lock.ts'
import { beginWait, waitTopics } from './waits.ts'
import * as store from './waits.sql.ts'

const record = recorder(mayContactEvents)

export const waitsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('companyIds' in ended)) return []
    const rows = await store.waitsToPassOn(ctx, ended.companyIds)
    return rows.map(({ id, companyId, company, reason, setAt, until }) => ({
      kind: 'wait',
      sourceId: id,
      company: companyId !== null && company !== null ? { id: companyId, name: company } : null,
      personId: null,
      since: setAt,
      values: until === null ? { reason } : { reason, date: until },
    }))
  },
  handOn: async (ctx, ended, next) => {
    if (!('companyIds' in ended && next && 'companyId' in next)) return
    const { heir } = await lockHeir(ctx, ended.companyIds, next.companyId)
    for (const row of await store.waitsToPassOn(ctx, ended.companyIds)) {
      if (row.cvr === heir.cvr) continue
      const { id, cvr, saidAt: companyId, whole, reason, from: fromOn, until: untilOn, words } = row
      // Of the same origin: what a mistaken call led to is lifted for both.
      const origin = { kind: row.source, id: row.originId }
      const to = whole === true ? null : heir.id
      await beginWait(ctx, { companyId: to, cvr: heir.cvr, reason, fromOn, untilOn, origin, words })
      await store.markPassedOn(ctx, id, heir.cvr)
      const after = { what: heir.name }
      const about = { subject: 'waiting_period', subjectId: id, cvr, companyId, after } as const
      await record(ctx, { verb: 'passed-on', ...about, topics: waitTopics })
    }
  },
  words: {
    wait: (count, locale) =>
      count === 1 ? m.may_contact_open_wait_one({}, { locale }) : m.may_contact_open_wait_many({ count }, { locale }),
  },
}
