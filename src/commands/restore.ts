import { resolve } from 'node:path'
import pg from 'pg'
import { restoreBackup } from '#platform/backup/restore-backup'
import { type Config, StartRefused } from '#platform/config'
import { leasesHeld } from '#platform/db/embedded/embedded'
import { migrate } from '#platform/db/migrate'
import { installQueue } from '#platform/install-queue'
import { openSealing } from '#platform/sealing'
import { countLockedSchools } from '../features/school-contacts/locked-contacts.sql.ts'
import { type Command, Used } from './used.ts'
import { withReached } from './with-reached.ts'

const refuseHeld = async (dataDir: string) => {
  const other = (await leasesHeld(dataDir)).find(({ pid }) => pid !== process.pid)
  if (other)
    throw new StartRefused(
      `The data folder ${dataDir} is in use by another Tovholder (${other.lease}, process ${other.pid}). Stop that one first.`,
    )
}

/** A backup holds contacts as they lie there, sealed; their key is elsewhere, and may be another than the one here. */
const lockedIn = async (ownerUrl: string, config: Config): Promise<number> => {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  return countLockedSchools(client, openSealing(config)).finally(() => client.end())
}
const saysLocked = (schools: number) =>
  schools > 0
    ? ` The contact lists of ${schools} ${schools === 1 ? 'school' : 'schools'} cannot be opened with the key that is here. Put the key of then in its place (SEALING_KEY, or sealing.key in the data folder) before the next start, else the schools hand their lists in anew, and people give their other calendars anew.`
    : ''

/** `restore <file>`: into an empty database, or with --replace in the place of what it holds; all of it, or nothing. */
export const restore: Command = (given) => {
  const [path, ...more] = given.rest
  if (!path || more.length > 0) throw new Used('Say which file: restore <file>.')
  const file = resolve(path)
  const { replace, 'dry-run': dryRun } = given.values
  return withReached(given, async (reached, config) => {
    if (config.database === 'embedded') await refuseHeld(config.dataDir)
    given.say(`Reading ${file} …`)
    const restored = await restoreBackup(reached.directUrl, file, {
      replace,
      dryRun,
      installQueue: () => installQueue(reached.directUrl, reached.appUrl),
    })
    // What the application's role may do.
    if (!dryRun) await migrate(reached.ownerUrl, reached.appUrl)
    const lockedSchools = dryRun ? 0 : await lockedIn(reached.directUrl, config)
    const what = `${restored.rows} rows of ${restored.tables} tables as they were on ${restored.madeAt}`
    return {
      json: { file, restored: !dryRun, ...restored, lockedSchools },
      text: dryRun
        ? `${file} is whole and could be restored here: ${what}.`
        : `Restored: ${what}.${saysLocked(lockedSchools)}`,
    }
  })
}
