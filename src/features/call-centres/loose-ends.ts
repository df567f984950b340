/** In which language a company is called goes on with the company that takes its place: who answers the phone there is the same. */
import * as m from '#texts'
import { recorder } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { callCentresEvents } from './call-centres-events.table.ts'
import { endMarksOf, insertMark, markOf, marksOf } from './languages.sql.ts'

const record = recorder(callCentresEvents)

export const languagesOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('companyIds' in ended)) return []
    const rows = await marksOf(ctx, ended.companyIds)
    return rows.map(({ id, companyId, company, saidAt }) => ({
      ...{ kind: 'called-in', sourceId: id, company: { id: companyId, name: company } },
      ...{ personId: null, since: saidAt, values: {} },
    }))
  },
  /** What is said of the heir itself stands; else the newest that was said of those whose place it takes. */
  handOn: async (ctx, ended, to) => {
    if (!('companyIds' in ended && to && 'companyId' in to)) return
    const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
    const rows = await marksOf(ctx, ended.companyIds)
    const [newest] = rows
    if (!newest) return
    await endMarksOf(
      ctx,
      rows.map(({ id }) => id),
    )
    // Asked after: of one number what was said of those that end would hold for it too.
    const own = await markOf(ctx, heir.id)
    const made = own ?? (await insertMark(ctx, heir, newest.language))
    const about = { subject: 'company_language', subjectId: made.id, topics: ['companies', 'calls'] } as const
    for (const { cvr, companyId, language } of rows)
      await record(ctx, { verb: 'passed-on', ...about, cvr, companyId, after: { what: heir.name, language } })
    if (own) return
    const at = { cvr: heir.cvr, companyId: heir.id, after: { what: newest.company, language: newest.language } }
    await record(ctx, { verb: 'taken-over', ...about, ...at })
  },
  words: {
    'called-in': (count, locale) =>
      count === 1
        ? m.call_centres_open_language_one({}, { locale })
        : m.call_centres_open_language_many({ count }, { locale }),
  },
}
