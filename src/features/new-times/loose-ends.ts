/** New times of someone who leaves are the coordinators'; those of a company go on with the one that takes its place. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { Ended, LooseEnds } from '#platform/room'
import { lockCompanies, lockHeir } from '../may-contact/may-contact.ts'
import { markNewTime, tell } from './new-times.ts'
import * as store from './new-times.sql.ts'

const openOn = (ctx: Ctx, ended: Ended) =>
  'personId' in ended || 'companyIds' in ended ? store.openNewTimes(ctx, ended) : Promise.resolve([])

export const newTimesOpen: LooseEnds = {
  open: async (ctx, ended) =>
    (await openOn(ctx, ended)).map(({ id, companyId, company, personId, askedAt, wasAt }) => ({
      kind: 'new-time',
      sourceId: id,
      company: { id: companyId, name: company },
      personId,
      since: askedAt,
      values: { at: wasAt },
    })),
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended) {
      const cvrs = (await openOn(ctx, ended)).map(({ cvr }) => cvr)
      await lockCompanies(ctx, cvrs)
      for (const row of await openOn(ctx, ended)) {
        const personId = to && 'personId' in to ? to.personId : null
        await store.changeNewTime(ctx, row.id, { personId })
        await markNewTime(ctx, { ...row, personId })
        await tell(ctx, 'released', row, { startsAt: row.wasAt })
      }
    }
    if ('companyIds' in ended && to && 'companyId' in to) {
      const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
      for (const row of await openOn(ctx, ended)) {
        const at = { companyId: heir.id, cvr: heir.cvr }
        await store.changeNewTime(ctx, row.id, at)
        await markNewTime(ctx, { ...row, ...at })
        await tell(ctx, 'passed-on', row, { what: heir.name })
        await tell(ctx, 'taken-over', { ...row, ...at }, { what: row.company })
      }
    }
    announce(ctx, ['new-times'])
  },
  words: {
    'new-time': (count, locale) =>
      count === 1 ? m.new_times_open_one({}, { locale }) : m.new_times_open_many({ count }, { locale }),
  },
}
