import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'

/** Where the parts of one embedded database are. */
export type Place = {
  /** The data folder as the user knows it (real path). */
  dataDir: string
  /** Holds `pg` and `leases`: the data folder, or one under /var/lib when PostgreSQL may not enter the data folder. */
  home: string
  pg: string
  leases: string
  log: string
  account: Account | undefined
}

/** In the data folder, so that the database is found again when the data folder is moved. */
const POINTER = 'database-is-at'
const ELSEWHERE = '/var/lib/tovholder'

/** Finds the place and makes its folders. Errors: a sentence, when PostgreSQL can not be let in. */
export const makePlace = (asked: string, say: (sentence: string) => void): Place => {
  const dataDir = makeFolder(resolve(asked), 0o700)
  const home = homeOf(dataDir)
  const place = placeIn(dataDir, home)
  if (!existsSync(home)) {
    throw new Error(
      `The database of ${dataDir} is kept in ${home}, which is gone. Put it back, or delete ${join(dataDir, POINTER)} to begin with an empty one.`,
    )
  }
  letThrough(home, place.account)
  if (canEnter(place.account, home)) return place
  if (home !== dataDir || existsSync(place.pg)) {
    throw new Error(
      `The account that runs PostgreSQL can not enter ${home}: that folder or one above it is closed to it. Open the way (chmod o+x), or move the folder.`,
    )
  }
  return makeElsewhere(dataDir, say)
}

/** initdb and postgres fail below a closed folder, such as a clone under root's home. */
const makeElsewhere = (dataDir: string, say: (sentence: string) => void): Place => {
  const elsewhere = makeFolder(join(makeFolder(ELSEWHERE, 0o711), shortHash(dataDir)), 0o700)
  const draft = join(dataDir, `${POINTER}.${process.pid}`)
  writeFileSync(draft, `${elsewhere}\n`)
  renameSync(draft, join(dataDir, POINTER))
  say(
    `The folder ${dataDir}, or one above it, is closed to the account that runs PostgreSQL: the database is kept in ${elsewhere}.`,
  )
  const place = placeIn(dataDir, elsewhere)
  letThrough(elsewhere, place.account)
  return place
}

/** Where leases are kept, without making anything. */
export const leasesOf = (asked: string): string => {
  const dataDir = resolve(asked)
  return join(existsSync(dataDir) ? homeOf(realpathSync(dataDir)) : dataDir, 'leases')
}

const placeIn = (dataDir: string, home: string): Place => {
  const pg = join(home, 'pg')
  return {
    dataDir,
    home,
    pg,
    leases: join(home, 'leases'),
    log: join(dataDir, 'postgres.log'),
    account: accountFor(pg),
  }
}

const homeOf = (dataDir: string): string => {
  const pointer = join(dataDir, POINTER)
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataDir
}

/** Real path. Existing folders are left as they are. */
const makeFolder = (path: string, mode: number): string => {
  if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, mode)
  return realpathSync(path)
}

/** A folder that is root's alone lets PostgreSQL's group through, and nobody else. */
const letThrough = (home: string, account: Account | undefined): void => {
  const { uid, gid, mode } = statSync(home)
  if (!account || uid !== 0 || gid !== 0 || (mode & 0o001) !== 0) return
  chownSync(home, 0, account.gid)
  chmodSync(home, (mode & 0o777) | 0o010)
}

export const shortHash = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12)
