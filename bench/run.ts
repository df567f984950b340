/**
 * npm run bench [-- --scale small] [-- --only queue]: every benchmark, or one, a JSON line a figure. Full scale: 100,000 entities of
 * the register.
 */
import { parseArgs } from 'node:util'
import { benchCalling } from './calling.ts'
import { benchHome } from './home.ts'
import { benchImport } from './import.ts'
import { benchList } from './list.ts'
import { benchMatch } from './match.ts'
import { benchMemory } from './memory.ts'
import { benchPages } from './pages.ts'
import { benchQueue } from './queue.ts'
import { benchReading } from './reading.ts'
import { type Register, registerOf } from './register.ts'
import { benchSlots } from './slots.ts'
import { benchStaffing } from './staffing.ts'
import { benchUndo } from './undo.ts'
import { benchWrite } from './write.ts'

const { values } = parseArgs({ options: { scale: { type: 'string' }, only: { type: 'string' } } })
// About 1.63 entities a company: companies and their workplaces.
const companies = values.scale === 'small' ? 6_000 : 61_500
const wanted = (name: string) => (values.only ?? name) === name
const benches: Record<string, (register: Register) => Promise<void>> = {
  import: benchImport,
  list: benchList,
  undo: (register) => benchUndo(register, companies),
  reading: benchReading,
  queue: benchQueue,
  write: benchWrite,
  calling: benchCalling,
  slots: benchSlots,
  home: (register) => benchHome(register, values.scale === 'small' ? 10_000 : 100_000),
  pages: benchPages,
}
if (wanted('match')) benchMatch()
if (wanted('staffing')) benchStaffing()
if (wanted('memory')) await benchMemory(companies)
if (Object.keys(benches).some(wanted)) {
  const register = await registerOf(companies)
  try {
    for (const [name, bench] of Object.entries(benches)) if (wanted(name)) await bench(register)
  } finally {
    await register.close()
  }
}
