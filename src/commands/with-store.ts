import { houseJobs, houseOf, jobs, sweeps } from '../app.ts'
import { centreIds } from '../features/centre/centre.ts'
import { readConfig, StartRefused } from '#platform/config'
import { type Opened, openStore } from '#platform/db/store'
import { startJobs } from '#platform/queue'
import { makeLog } from '#platform/log'
import { type Given, Used } from './used.ts'

/** Opens the database as a command does, beside a running server or alone, and closes it whatever happens. */
export const withStore = async <T>({ say }: Pick<Given, 'say'>, work: (store: Opened) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env)
  const store = await openStore(config, { lease: 'command', say })
  houseOf(store.database, config, false)
  const queue = await startJobs(store.database, store.appUrl, {
    jobs,
    houseJobs,
    sweeps,
    log: makeLog(config.logLevel),
    working: false,
  })
  try {
    return await work(store)
  } finally {
    await queue.stop()
    await store.close()
  }
}

/** The centre a command works in: the one named, else the only one. */
export const chosenCentre = async (store: Opened, { values }: Pick<Given, 'values'>): Promise<number> => {
  const ids = await centreIds(store.database)
  if (values.centre !== undefined) {
    const wanted = Number(values.centre)
    if (!Number.isInteger(wanted)) throw new Used(`--centre is a number, not ${values.centre}.`)
    if (!ids.includes(wanted))
      throw new StartRefused(`There is no centre ${wanted}. Centres here: ${ids.join(', ') || 'none'}.`)
    return wanted
  }
  if (ids.length === 0)
    throw new StartRefused(
      'There is no centre yet. Open the pages for the first run, or load one: tovholder seed --world demo',
    )
  if (ids.length > 1)
    throw new StartRefused(`There are ${ids.length} centres. Say which: --centre ${ids.join(' or --centre ')}`)
  return ids[0] ?? 0
}
