import { askContact } from '../features/contact-questions/contact-questions.schema.ts'
import type { OpenedWorld } from './world.ts'

type Made = {
  /** A member's number and person. */
  someoneNew: () => Promise<{ id: number; personId: number }>
  onCompany: (work: (company: { id: number }) => Promise<unknown>) => Promise<number>
  foundOnHeir: (kind: string) => () => Promise<object[]>
}
const told = { kind: 'contact-question', said: '1 spørgsmål om kontakt' } as const

/** Questions that stand open: of who leaves it is taken back, of a company it goes on with its heir. */
export const openQuestions = (world: OpenedWorld, { someoneNew, onCompany, foundOnHeir }: Made) => ({
  person: [
    {
      ...told,
      make: async () => {
        const { id, personId } = await someoneNew()
        const company = await world.company()
        await world.sql(
          `insert into contact_question (centre_id, company_id, cvr, about, words, asked_by, asked_at, coordinators_from)
           values ($1, $2, $3, 'doubt', 'De er flyttet', $4, '2026-11-23T08:00Z', '2026-11-24T11:00Z')`,
          [world.centreId, company.id, company.cvr, personId],
        )
        return id
      },
      found: () => world.sql('select from contact_question where withdrawn_at is not null order by id desc limit 1'),
    },
  ],
  list: [],
  meeting: [],
  company: [
    {
      ...told,
      make: () =>
        onCompany(({ id: companyId }) =>
          world.as('ali').call(askContact, { body: { companyId, about: 'doubt', words: 'De er flyttet' } }),
        ),
      found: foundOnHeir(told.kind),
    },
  ],
})
