import type { Ctx } from '#platform/context'
import { keepReportSearch } from '../../src/features/reports/reports.ts'
import { keepRestrictedPart, visitsOf } from '../../src/features/visits/visits.ts'
import { companyOf, type Stories } from './seed-stories.ts'
import { sure } from './table-text.ts'

/** What Karen tells only those who go on with it, and a search that the coordinator comes back to. */
export const planReports = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const plan = (ago: number, time: string, who: string, does: (ctx: Ctx) => Promise<unknown>) =>
    agenda.plan(calendar.at(ago, time), cast.as(who), async (ctx) => {
      await does(ctx)
    })
  const idOf = (name: string) => sure(`The demo has nobody called ${name}`, cast.as(name).personId)

  plan(10, '08:50', 'Karen Mølgaard', async (ctx) => {
    const [visit] = await visitsOf(ctx, companyOf(stories, 'bageriet-kringlen').id)
    const words = 'Ejerne overvejer at lukke butikken i Struer. Det er ikke sagt til de ansatte endnu.'
    const readers = [idOf('Ali Demir'), idOf('Hanne Lind')]
    const { id } = sure('Kringlen has no report', visit)
    await keepRestrictedPart(ctx, id, { words, readers, version: 0 })
  })
  plan(7, '09:15', 'Hanne Lind', (ctx) =>
    keepReportSearch(ctx, { name: 'Fødevarer, åbne behov', filter: { industry: '10', needs: 'open' } }),
  )
}
