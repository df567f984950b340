/**
 * Visits that were made and not reported, of who leaves or at companies. Only who was there can write the report; it is written of the company
 * that took the other's place.
 */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import type { LooseEnd, LooseEnds } from '#platform/room'
import { passOnMeetings } from '../bookings/bookings.ts'
import { lockHeir } from '../may-contact/may-contact.ts'
import * as store from './drafts.sql.ts'
import { meetingsUnreported } from './drafts.sql.ts'
import { markOpenNeeds } from './needs.ts'
import { visitsEvents } from './visits-events.table.ts'

const record = recorder(visitsEvents)

const needsOf = async (ctx: Ctx, companyIds: readonly number[]): Promise<LooseEnd[]> =>
  (await store.visitsInNeed(ctx, companyIds)).map(({ id, companyId, company, personId, visitedAt }) => ({
    kind: 'need',
    sourceId: id,
    company: { id: companyId, name: company },
    personId,
    since: visitedAt,
    values: { at: visitedAt },
  }))

/** What a company needs and has no answer to is the heir's need, with the visit that found it. */
const passOnNeeds = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  const at = { companyId: heir.id, cvr: heir.cvr }
  for (const { id: subjectId, company, ...was } of await store.visitsInNeed(ctx, companyIds)) {
    await store.changeCompany(ctx, subjectId, at)
    await markOpenNeeds(ctx, subjectId)
    const about = { subject: 'visit', subjectId, topics: ['visits', 'reports', 'companies'] } as const
    await record(ctx, {
      verb: 'passed-on',
      ...about,
      cvr: was.cvr,
      companyId: was.companyId,
      after: { what: heir.name },
    })
    await record(ctx, { verb: 'taken-over', ...about, ...at, after: { what: company } })
  }
}

export const reportsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    const rows = await meetingsUnreported(ctx, ended)
    const reports = rows.map(({ bookingId, companyId, company, personId, startsAt }) => ({
      kind: 'report',
      sourceId: bookingId,
      company: { id: companyId, name: company },
      personId,
      since: startsAt,
      values: { at: startsAt },
    }))
    return 'companyIds' in ended ? [...reports, ...(await needsOf(ctx, ended.companyIds))] : reports
  },
  handOn: async (ctx, ended, to) => {
    if (!('companyIds' in ended && to && 'companyId' in to)) return
    const held = async () => (await meetingsUnreported(ctx, ended)).map(({ bookingId }) => bookingId)
    await passOnMeetings(ctx, { ...ended, ...to }, held)
    await passOnNeeds(ctx, ended.companyIds, to.companyId)
  },
  words: {
    need: (count, locale) =>
      count === 1 ? m.visits_open_need_one({}, { locale }) : m.visits_open_need_many({ count }, { locale }),
    report: (count, locale) =>
      count === 1 ? m.visits_open_report_one({}, { locale }) : m.visits_open_report_many({ count }, { locale }),
  },
}
