/** Who was to go along leaves: it waits with who runs the centre, or who is named is asked. A company's go on with the one that takes its place. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import { lockConsultant } from '../diaries/diaries.ts'
import { lockHeir } from '../may-contact/may-contact.ts'
import { giveBack, tell } from './joint-visits.ts'
import * as store from './joint-visits.sql.ts'

export const jointVisitsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    if ('personId' in ended) await lockConsultant(ctx, ended.personId)
    const all = 'personId' in ended ? store.openOf(ctx, ended.personId) : store.aheadAt(ctx, ended.companyIds)
    return (await all).map((row) => ({
      kind: 'joint-visit',
      sourceId: row.id,
      company: row.companyId === null ? null : { id: row.companyId, name: row.company },
      personId: row.goesId ?? row.askedId,
      since: row.givenAt,
      values: { what: row.company, at: row.startsAt },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if ('companyIds' in ended && to && 'companyId' in to) {
      const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
      for (const row of await store.aheadAt(ctx, ended.companyIds)) {
        await store.updateJointVisit(ctx, row.id, { companyId: heir.id })
        await tell(ctx, row, 'passed-on')
      }
    }
    if (!('personId' in ended)) return
    for (const row of await store.openOf(ctx, ended.personId)) {
      await giveBack(ctx, row, '', 'released')
      if (to && 'personId' in to) await store.updateJointVisit(ctx, row.id, { askedId: to.personId })
    }
  },
  words: {
    'joint-visit': (count, locale) =>
      count === 1 ? m.joint_visits_open_one({}, { locale }) : m.joint_visits_open_many({ count }, { locale }),
  },
}
