import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'

/** Whom PostgreSQL runs as. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number }

const NAME = 'postgres'

/**
 * Undefined: as ourselves, an ordinary user. As root: the owner of existing database files, so that a folder made by
 * an ordinary user stays theirs; else the account `postgres`, created when the machine has none.
 */
export const accountFor = (pgFolder: string): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(pgFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp() ?? create()
}

const lookUp = (): Account | undefined => {
  const { status, stdout } = spawnSync('getent', ['passwd', NAME], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [, , uid, gid] = stdout.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

const create = (): Account => {
  const made = spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      NAME,
    ],
    { encoding: 'utf8' },
  )
  // Looked up even when useradd failed: another process may have made it at the same moment.
  const account = lookUp()
  if (account) return account
  const why = (made.error?.message ?? made.stderr).trim()
  throw new Error(
    `PostgreSQL may not run as root, and an account "${NAME}" could not be created (${why}). Run Tovholder as an ordinary user, create the account, or set DATABASE_URL.`,
  )
}

/** Can the account that runs PostgreSQL enter this folder (every parent of it included)? */
export const canEnter = (account: Account | undefined, folder: string): boolean => {
  if (account) return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0
  try {
    accessSync(folder, constants.X_OK)
    return true
  } catch {
    return false
  }
}
