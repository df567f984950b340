/** Questions of someone who leaves, or to him, and about a company that another takes the place of. */
import * as m from '#texts'
import { announce } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { lockCompanies, lockHeir } from '../may-contact/may-contact.ts'
import * as store from './contact-questions.sql.ts'
import { tell } from './one-question.ts'

export const questionsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    const rows = await store.openOf(ctx, ended)
    return rows.map(({ id, companyId, company, toId, askedAt, words }) => ({
      kind: 'contact-question',
      sourceId: id,
      company: { id: companyId, name: company },
      personId: toId,
      since: askedAt,
      values: { what: words },
    }))
  },
  /** What he asked needs no answer; what he was asked is the coordinators' at once, or whoever is named. */
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended) {
      const rows = await store.openOf(ctx, ended)
      await lockCompanies(
        ctx,
        rows.map(({ cvr }) => cvr),
      )
      for (const row of rows)
        if (row.askedBy === ended.personId) {
          await store.changeOpen(ctx, row.id, { withdrawnAt: ctx.at })
          await tell(ctx, row, { verb: 'withdrawn', before: { what: row.to ?? '' } })
        } else {
          const toId = to && 'personId' in to ? to.personId : null
          await store.changeOpen(ctx, row.id, { toId, coordinatorsFrom: ctx.at })
          await tell(ctx, row, { verb: 'released', before: { what: row.to ?? '' } })
        }
    }
    if ('companyIds' in ended && to && 'companyId' in to) {
      const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
      for (const row of await store.openOf(ctx, ended)) {
        const at = { companyId: heir.id, cvr: heir.cvr }
        await store.changeOpen(ctx, row.id, at)
        await tell(ctx, row, { verb: 'passed-on', after: { what: heir.name } })
        await tell(ctx, { id: row.id, ...at }, { verb: 'taken-over', after: { what: row.company } })
      }
    }
    announce(ctx, ['contact-questions'])
  },
  words: {
    'contact-question': (count, locale) =>
      count === 1 ? m.contact_questions_open_one({}, { locale }) : m.contact_questions_open_many({ count }, { locale }),
  },
}
