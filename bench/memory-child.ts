/** Imports the register in a process of its own and tells how large it grew: what reads the file is all that happens in it. */
import { registerOf } from './register.ts'

const register = await registerOf(Number(process.argv[2]))
await register.close()
process.send?.({
  kilobytes: process.resourceUsage().maxRSS,
  rows: register.imported.created,
  seconds: register.seconds,
})
process.disconnect()
