import { writeToContact } from '../features/company-page/company-page.schema.ts'
import { linkFor } from './company-link.ts'
import type { OpenedWorld } from './world.ts'

type Made = {
  onCompany: (work: (company: { id: number }) => Promise<unknown>) => Promise<number>
  foundOnHeir: (kind: string) => () => Promise<object[]>
}
/** What a company wrote and has no answer to: nobody's leaving leaves one, it follows who has the company; its heir goes on with it. */
export const openMessages = (world: OpenedWorld, { onCompany, foundOnHeir }: Made) => ({
  person: [],
  list: [],
  meeting: [],
  company: [
    {
      kind: 'company-message',
      said: '1 besked fra virksomheden',
      make: () =>
        onCompany(async ({ id }) => {
          const { token } = await linkFor(world, id)
          await world.visitor.call(writeToContact, { params: { token }, body: { words: 'Kan I ringe?' } })
        }),
      found: foundOnHeir('company-message'),
    },
  ],
})
