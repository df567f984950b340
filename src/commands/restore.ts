import { resolve } from 'node:path'
import { restoreBackup } from '#platform/backup/restore-backup'
import { StartRefused } from '#platform/config'
import { leasesHeld } from '#platform/db/embedded/embedded'
import { migrate } from '#platform/db/migrate'
import { installQueue } from '#platform/install-queue'
import { type Command, Used } from './used.ts'
import { withReached } from './with-reached.ts'

const refuseHeld = async (dataDir: string) => {
  const other = (await leasesHeld(dataDir)).find(({ pid }) => pid !== process.pid)
  if (other)
    throw new StartRefused(
      `The data folder ${dataDir} is in use by another Tovholder (${other.lease}, process ${other.pid}). Stop that one first.`,
    )
}

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
    const what = `${restored.rows} rows of ${restored.tables} tables as they were on ${restored.madeAt}`
    return {
      json: { file, restored: !dryRun, ...restored },
      text: dryRun ? `${file} is whole and could be restored here: ${what}.` : `Restored: ${what}.`,
    }
  })
}
