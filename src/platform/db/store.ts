import { type Config, StartRefused } from '../config.ts'
import { type Clock, systemClock } from '../clock.ts'
import { codeOf, messageOf } from '../failure.ts'
import { installQueue } from '../install-queue.ts'
import { useEmbedded } from './embedded/embedded.ts'
import { migrate } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'

export type Opened = { database: Database; ownerUrl: string; appUrl: string; directUrl: string; close(): Promise<void> }
type How = { lease: 'server' | 'command'; say: (sentence: string) => void; clock?: Clock }
export type Reached = Awaited<ReturnType<typeof reach>>

/** The database of the settings as it is, started when it is the embedded one. */
export const reach = async (config: Config, { lease, say }: How) => {
  if (config.database !== 'embedded') return { ...config.database, release: () => Promise.resolve() }
  const embedded = await useEmbedded({ dataDir: config.dataDir, lease, say }).catch((error: Error) => {
    throw new StartRefused(error.message)
  })
  embedded.onDeath(say)
  return {
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    directUrl: embedded.ownerUrl,
    release: embedded.release,
  }
}

const unreachable = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000'])

/** Errors of reaching a named server, in a sentence. */
export const inWords = (error: unknown): never => {
  if (unreachable.has(codeOf(error) ?? ''))
    throw new StartRefused(
      `The database of DATABASE_URL cannot be used: ${messageOf(error)}. Check address, name and password, and that the server runs.`,
    )
  throw error
}

/** The database of the settings, migrated and ready: the embedded one, started when needed, or the named server. */
export const openStore = async (config: Config, how: How): Promise<Opened> => {
  const found = await reach(config, how)
  try {
    await migrate(found.ownerUrl, found.appUrl).catch(inWords)
    await installQueue(found.ownerUrl, found.appUrl)
  } catch (error) {
    await found.release()
    throw error
  }
  const database = openDatabase(found.appUrl, config.pool, how.clock ?? systemClock, config.prepares)
  const close = async () => {
    await database.close()
    await found.release()
  }
  return { database, ownerUrl: found.ownerUrl, appUrl: found.appUrl, directUrl: found.directUrl, close }
}
