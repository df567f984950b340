/** npm run bench [-- --scale small]: every benchmark, one JSON line a figure. Full scale: 100,000 entities of the register. */
import { benchImport } from './import.ts'
import { benchList } from './list.ts'
import { benchQueue } from './queue.ts'
import { registerOf } from './register.ts'

const small = process.argv.includes('small')
// About 1.63 entities a company: companies and their workplaces.
const register = await registerOf(small ? 6_000 : 61_500)
try {
  await benchImport(register)
  await benchList(register)
  await benchQueue(register)
} finally {
  await register.close()
}
