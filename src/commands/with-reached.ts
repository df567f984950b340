import { type Config, readConfig } from '#platform/config'
import { inWords, reach, type Reached } from '#platform/db/store'
import type { Given } from './used.ts'

/** The database as it is, neither migrated nor opened for work; given back whatever happens. */
export const withReached = async <T>(
  { say }: Pick<Given, 'say'>,
  work: (reached: Reached, config: Config) => Promise<T>,
): Promise<T> => {
  const config = readConfig(process.env)
  const reached = await reach(config, { lease: 'command', say })
  try {
    return await work(reached, config).catch(inWords)
  } finally {
    await reached.release()
  }
}
