/** Imports a file of the register in a process of its own and tells how large it grew: nothing else happens in it. */
import { createReadStream } from 'node:fs'
import { emptyStore, takeIn } from './register.ts'

const store = await emptyStore()
const { imported, seconds } = await takeIn(store, createReadStream(process.argv[2] ?? ''))
await store.close()
process.send?.({ kilobytes: process.resourceUsage().maxRSS, rows: imported.created, seconds })
process.disconnect()
