/** Whom someone who leaves still has to tell what we keep; and the people of a company that another takes the place of: they go on with it. */
import * as m from '#texts'
import { announce, recorder } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { companyPeopleEvents } from './company-people-events.table.ts'
import * as store from './company-people.sql.ts'

const record = recorder(companyPeopleEvents)
const untold = 'person-untold'
const person = 'company-person'

export const companyPeopleOpen: LooseEnds = {
  open: async (ctx, ended) => {
    const rows =
      'personId' in ended
        ? await store.untoldBy(ctx, ended.personId)
        : 'companyIds' in ended
          ? await store.peopleAt(ctx, ended.companyIds)
          : []
    return rows.map(({ id, companyId, company, tells, addedAt, tellBy }) => ({
      kind: 'personId' in ended ? untold : person,
      sourceId: id,
      company: { id: companyId, name: company },
      personId: tells,
      since: addedAt,
      values: { date: tellBy },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended) {
      const ids = (await store.untoldBy(ctx, ended.personId)).map(({ id }) => id)
      await store.setTeller(ctx, ids, to && 'personId' in to ? to.personId : null)
    }
    if ('companyIds' in ended && to && 'companyId' in to) {
      const { heir } = await lockHeir(ctx, ended.companyIds, to.companyId)
      for (const row of await store.peopleAt(ctx, ended.companyIds)) {
        await store.changePerson(ctx, row, { companyId: heir.id })
        const { id, companyId, cvr } = row
        const after = { what: heir.name }
        await record(ctx, { verb: 'passed-on', subject: 'company_person', subjectId: id, companyId, cvr, after })
      }
    }
    announce(ctx, ['companies', 'company-people', 'waiting'])
  },
  words: {
    [untold]: (count, locale) =>
      count === 1
        ? m.company_people_open_untold_one({}, { locale })
        : m.company_people_open_untold_many({ count }, { locale }),
    [person]: (count, locale) =>
      count === 1 ? m.company_people_open_one({}, { locale }) : m.company_people_open_many({ count }, { locale }),
  },
}
