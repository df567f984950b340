import { addPerson } from '../../src/features/company-people/company-people.ts'
import { decideLeadership } from '../../src/features/leaderships/leaderships.ts'
import { findNumber, listNumberless } from '../../src/features/queue/queue.ts'
import { companyPeople, foundNumbers } from './company-people.table.ts'
import { minutes } from './seed-calendar.ts'
import { companyOf, listOf, type Stories } from './seed-stories.ts'

/** Who works at companies with a story: written down after a visit or a talk. */
const planPeople = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const omsorg = companyOf(stories, 'fjordby-omsorg').id
  agenda.plan(calendar.at(10, '09:10'), cast.as('Hanne Lind'), async (ctx) => {
    const why = 'Hvert plejehjem har sin egen leder og bestemmer selv.'
    await decideLeadership(ctx, omsorg, { shared: true, why })
  })
  for (const [nth, { company, writtenBy, ago, ...written }] of companyPeople.entries())
    agenda.plan(calendar.at(ago, '15:05') + minutes(nth), cast.as(writtenBy), async (ctx) => {
      await addPerson(ctx, companyOf(stories, company).id, written)
    })
}

/** A quiet quarter of an hour: a caller looks up two companies that nobody could call. */
const planNumbers = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  // The list gets its number when its day comes.
  const list = listOf(stories, 'haandvaerk')
  for (const [nth, phone] of foundNumbers.entries())
    agenda.plan(calendar.at(1, '14:45') + minutes(4 * nth), cast.as('Mette Kjær'), async (ctx) => {
      const [first] = (await listNumberless(ctx, list.listId)).rows
      if (first) await findNumber(ctx, first.companyId, { phone, source: nth === 0 ? 'own-page' : 'directory' })
    })
}

export const planCompanyPeople = (stories: Stories): void => {
  planPeople(stories)
  planNumbers(stories)
}
