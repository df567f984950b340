/** Enquiries of someone who leaves, and of a company that another takes the place of. */
import * as m from '#texts'
import { announce } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { passEnquiryOn } from './answering.ts'
import * as store from './enquiries.sql.ts'
import { openFor, tell } from './one-enquiry.ts'

export const enquiriesOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    const rows = await store.openEnquiries(ctx, 'personId' in ended ? { ownerId: ended.personId } : ended)
    return rows.map(({ id, companyId, company, ownerId, receivedAt, matter, dueOn }) => ({
      kind: 'enquiry',
      sourceId: id,
      company: companyId === null ? null : { id: companyId, name: company },
      personId: ownerId,
      since: receivedAt,
      values: { what: matter, date: dueOn },
    }))
  },
  /** The coordinators have it, or who is named, who has it at once: somebody waits for an answer. */
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended)
      for (const row of await store.openEnquiries(ctx, { ownerId: ended.personId })) {
        if (to && 'personId' in to) {
          await passEnquiryOn(ctx, row.id, { toId: to.personId, note: '' })
          continue
        }
        await store.updateEnquiry(ctx, row.id, { ownerId: null, schoolId: null })
        await openFor(ctx, row.id, row, null)
        await tell(ctx, row.id, row, { verb: 'released', before: { ownerId: row.ownerId } })
      }
    if ('companyIds' in ended && to && 'companyId' in to) {
      const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
      for (const row of await store.openEnquiries(ctx, ended)) {
        const at = { companyId: heir.id, cvr: heir.cvr }
        await store.updateEnquiry(ctx, row.id, at)
        await openFor(ctx, row.id, at, row.ownerId)
        await tell(ctx, row.id, row, { verb: 'passed-on', after: { what: heir.name } })
        await tell(ctx, row.id, at, { verb: 'taken-over', after: { what: row.company } })
      }
    }
    announce(ctx, ['enquiries'])
  },
  words: {
    enquiry: (count, locale) =>
      count === 1 ? m.enquiries_open_one({}, { locale }) : m.enquiries_open_many({ count }, { locale }),
  },
}
