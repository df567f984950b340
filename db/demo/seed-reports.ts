import { keepReportSearch } from '../../src/features/reports/reports.ts'
import { keepRestrictedPart, visitsOf } from '../../src/features/visits/visits.ts'
import { companyOf, personOf, planningOf, type Stories } from './seed-stories.ts'
import { sure } from './table-text.ts'

/** What Karen tells only those who go on with it, and a search that the coordinator comes back to. */
export const planReports = (stories: Stories): void => {
  const plan = planningOf(stories)
  const idOf = (name: string) => personOf(stories, name)

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
