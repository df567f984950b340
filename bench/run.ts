/**
 * npm run bench [-- --scale small] [-- --only queue]: every benchmark, or one, a JSON line a figure. Full scale: 100,000 entities of
 * the register.
 */
import { parseArgs } from 'node:util'
import { benchCalling } from './calling.ts'
import { benchImport } from './import.ts'
import { benchList } from './list.ts'
import { benchQueue } from './queue.ts'
import { registerOf } from './register.ts'
import { benchWrite } from './write.ts'

const { values } = parseArgs({ options: { scale: { type: 'string' }, only: { type: 'string' } } })
const benches = { import: benchImport, list: benchList, queue: benchQueue, write: benchWrite, calling: benchCalling }
// About 1.63 entities a company: companies and their workplaces.
const register = await registerOf(values.scale === 'small' ? 6_000 : 61_500)
try {
  for (const [name, bench] of Object.entries(benches)) if ((values.only ?? name) === name) await bench(register)
} finally {
  await register.close()
}
