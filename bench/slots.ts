/** Times proposed while a company is on the phone: three hundred who visit, two weeks, driving, fields and points. */
import type { Asker } from '#platform/context'
import { sayCapacity } from '../src/features/capacity/capacity.ts'
import { changeWorkingHours } from '../src/features/diaries/diaries.ts'
import { listFreeSlots } from '../src/features/free-slots/free-slots.ts'
import { changeMyTrades } from '../src/features/trade-areas/trade-areas.ts'
import { tradeAreaCodes } from '../src/features/trade-areas/trade-areas.table.ts'
import { peopleOf } from './people.ts'
import type { Register } from './register.ts'
import { percentile, report } from './report.ts'
import { benchSameSlot } from './same-slot.ts'

const consultants = 300
const asked = 200
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))

export const benchSlots = async (register: Register): Promise<void> => {
  const { database } = register.store
  const people = await peopleOf(register, consultants, 'visitor')
  for (const [n, who] of people.entries())
    await database.in(who, async (ctx) => {
      await changeWorkingHours(ctx, who.personId ?? 0, weekdays)
      const trades = tradeAreaCodes.filter((_, at) => (at + n) % 4 === 0)
      await changeMyTrades(ctx, {
        trades,
        kinds: [],
        languages: [],
        wishes: [],
        generalist: n % 20 === 0,
        saidAt: null,
      })
    })
  const [first] = people
  if (!first) return
  const places = await database.in(first, (ctx) =>
    ctx.db.selectFrom('companyPlace').select('id').orderBy('id').limit(asked).execute(),
  )
  const ask = (who: Asker, companyId: number) =>
    database.in(who, (ctx) => listFreeSlots(ctx, { companyId, days: 14, every: false }))
  const measure = async (figure: string) => {
    for (const { id } of places.slice(0, 20)) await ask(first, id)
    const took: number[] = []
    const before = process.cpuUsage()
    for (const { id } of places) {
      const began = performance.now()
      await ask(first, id)
      took.push(performance.now() - began)
    }
    const { user, system } = process.cpuUsage(before)
    report('slots', figure, percentile(took, 0.99), 'lower', 100, {
      p50: percentile(took, 0.5),
      nodeCpuMs: (user + system) / 1000 / places.length,
      consultants,
    })
  }
  await measure('proposed_p99_ms_300_consultants')
  for (const { personId } of people)
    await database.in(first, (ctx) =>
      sayCapacity(ctx, { personId: personId ?? 0, from: ctx.today, oneWeek: false, meetings: 4, aDay: 2, why: '' }),
    )
  await measure('proposed_p99_ms_300_with_agreed_numbers')
  await benchSameSlot(register, first, people)
}
