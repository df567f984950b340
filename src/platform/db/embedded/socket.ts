import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Place, shortHash } from './place.ts'

export const PORT = 5432

/*
 * PostgreSQL trusts whoever reaches its socket, so the folder around the socket is the lock on the door: mode 0700,
 * owned by the account that runs PostgreSQL (root passes anyway). It is derived from the data folder's real path and
 * kept short: a socket's path may be at most 107 bytes. Not $XDG_RUNTIME_DIR or $TMPDIR: a command from cron or from
 * another shell must find the same folder.
 */
export const makeSocketFolder = (place: Place): string => {
  const name = `tovholder-${place.account?.uid ?? process.getuid?.()}-${shortHash(place.pg)}`
  const folder = join(madeIn('/run', name) ? '/run' : '/tmp', name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { account } = place
  if (account && lstatSync(folder).uid === 0) chownSync(folder, account.uid, account.gid)
  refuseForeign(folder, place)
  chmodSync(folder, 0o700)
  // Only called when no server of this place is running: what is left is a dead one's, and would stop the new one.
  for (const left of readdirSync(folder)) rmSync(join(folder, left), { force: true })
  return folder
}

/** After PostgreSQL has stopped; what somebody else put there stays. */
export const removeSocketFolder = (folder: string): void => {
  try {
    rmdirSync(folder)
  } catch {
    // Not empty, or gone already.
  }
}

/** /run is root's alone, so nobody can lay a trap there; ordinary users share /tmp. */
const madeIn = (base: string, name: string): boolean => {
  if (process.getuid?.() !== 0) return false
  try {
    mkdirSync(join(base, name), { recursive: true, mode: 0o700 })
    return true
  } catch {
    return false
  }
}

/** Errors: a sentence, when somebody else owns the folder or it is not one: connecting there would trust a stranger. */
export const refuseForeign = (folder: string, place: Place): void => {
  const found = lstatSync(folder)
  const owner = place.account?.uid ?? process.getuid?.()
  if (found.isDirectory() && found.uid === owner) return
  throw new Error(
    `The folder ${folder}, meant for the database's socket, belongs to somebody else. Find out who made it, remove it and start again.`,
  )
}

/** A connection string for pg and libpq. Roles have no password: the folder is the door. */
export const urlOver = (socketFolder: string, role: string, database: string): string =>
  `postgresql://${role}@/${database}?host=${encodeURIComponent(socketFolder)}&port=${PORT}`
