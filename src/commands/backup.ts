import { resolve } from 'node:path'
import { writeBackup } from '#platform/backup/write-backup'
import { systemClock } from '#platform/clock'
import { type Command, Used } from './used.ts'
import { withReached } from './with-reached.ts'

/** `backup <file>`: all that the database holds at this moment, in a new file for its owner alone. Servers may run meanwhile. */
export const backup: Command = (given) => {
  const [path, ...more] = given.rest
  if (!path || more.length > 0) throw new Used('Say which file: backup <file>.')
  const file = resolve(path)
  return withReached(given, async ({ directUrl }) => {
    const made = await writeBackup(directUrl, file, systemClock().toString({ fractionalSecondDigits: 3 }))
    return {
      json: { file, ...made },
      text: `${file}: ${made.rows} rows of ${made.tables} tables. It holds all that the schools keep to themselves: keep it as safe as the database.`,
    }
  })
}
