/*
 * A process of its own for the tests: worker.testing.ts <database> <heartbeat seconds>. Works on two jobs of the house
 * and of a centre as a real process does, prints one JSON line per thing that happens, and ends when it is told to.
 */
import { sql } from 'kysely'
import { openDatabase } from './db/open.ts'
import { houseJob, job } from './jobs.ts'
import { makeLog } from './log.ts'
import { inPortions } from './portions.ts'
import { startJobs } from './queue.ts'

const [url = '', seconds = '10'] = process.argv.slice(2)
const tell = (thing: object) => process.stdout.write(`${JSON.stringify(thing)}\n`)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Ten portions, each a row; the fourth takes its time, so that a process can be lost in the middle of it. */
const counting = job<{ slow: number }>('counting', (reach, { slow }) => {
  tell({ began: reach.claim.position ?? 0 })
  return inPortions(reach, 0, async (ctx, at) => {
    await sql`insert into noted (n, pid) values (${at}, ${process.pid})`.execute(ctx.db)
    tell({ portion: at })
    await wait(at === 4 ? slow : 20)
    return at < 9 ? at + 1 : null
  })
})
/** Far longer than the heartbeat. */
const patient = houseJob('patient', '0 0 1 1 *', async () => {
  tell({ patient: 'began' })
  await wait(45_000)
  tell({ patient: 'ended' })
})

const database = openDatabase(url, 5)
const queue = await startJobs(database, url, {
  jobs: [counting],
  houseJobs: [patient],
  sweeps: [],
  log: makeLog('silent'),
  working: true,
  rhythm: { heartbeatSeconds: Number(seconds), lookSeconds: 1 },
})
tell({ ready: process.pid })
process.on('SIGTERM', () => void queue.stop().then(() => database.close()))
