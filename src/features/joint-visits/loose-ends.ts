/** Who was to go along leaves: it waits with who runs the centre, or who is named is asked. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import { lockConsultant } from '../diaries/diaries.ts'
import { giveBack } from './joint-visits.ts'
import * as store from './joint-visits.sql.ts'

export const jointVisitsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended)) return []
    await lockConsultant(ctx, ended.personId)
    const rows = (await store.openOf(ctx, ended.personId)).filter(({ declinedAt }) => declinedAt === null)
    return rows.map((row) => ({
      kind: 'joint-visit',
      sourceId: row.id,
      company: row.companyId === null ? null : { id: row.companyId, name: row.company },
      personId: ended.personId,
      since: row.givenAt,
      values: { what: row.company, at: row.startsAt },
    }))
  },
  handOn: async (ctx, ended, to) => {
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
