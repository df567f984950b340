import { existsSync, rmSync } from 'node:fs'
import { packagedBinaries, usableBinaries } from './binaries.ts'
import { hasCluster, makeCluster, refuseOtherMajor } from './cluster.ts'
import { inWords } from './complaint.ts'
import { codeOf } from '../../failure.ts'
import { dropDeadLeases, type LeaseKind, livingLeases, takeLease } from './leases.ts'
import { withLock } from './lock.ts'
import { leasesOf, makePlace, type Place } from './place.ts'
import { findPostmaster, type Postmaster, settledPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { isAlive } from './processes.ts'
import { makeRoles, urlsOver } from './roles.ts'
import { refuseForeign, removeSocketFolder } from './socket.ts'
import { watch } from './watch.ts'

export type Embedded = {
  /** Migrations and the job queue's installation: owns the database and schema public, no superuser. */
  ownerUrl: string
  /** Everything else: owns nothing, no superuser, no BYPASSRLS. */
  appUrl: string
  /** For tests that make and clone databases, never for the product. */
  unsafeSuperuserUrl: string
  /** Gives the lease back; the last one stops PostgreSQL. Close your connections first. May be called twice. */
  release: () => Promise<void>
  /**
   * PostgreSQL died and could not be started again in five attempts (about five seconds); `why` is a sentence with the
   * log's last lines. The supervisor goes on trying every ten seconds for as long as the lease is held.
   */
  onDeath: (listener: (why: string) => void) => void
}
type Say = (sentence: string) => void

/** Longer than PostgreSQL may take to start, so that a waiting process hears the real reason. */
const LOCK_LIMIT = 6 * 60_000
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT'])

/**
 * The embedded PostgreSQL of a data folder: made at first use, started when nobody did, else shared.
 * Errors (sentences): another server holds the folder; PostgreSQL can not start, and why; files of another version.
 */
export const useEmbedded = async (options: { dataDir: string; lease: LeaseKind; say?: Say }): Promise<Embedded> => {
  const say = options.say ?? (() => undefined)
  try {
    const place = makePlace(options.dataDir, say)
    const { file, postmaster } = await withLock(place.leases, LOCK_LIMIT, () => join(place, options.lease, say))
    return supervised(place, file, postmaster, say)
  } catch (error) {
    throw inWords(error, options.dataDir)
  }
}

/** Who uses the embedded PostgreSQL of this data folder now, this process included. Makes nothing. */
export const leasesHeld = async (dataDir: string): Promise<{ pid: number; lease: LeaseKind }[]> => {
  try {
    return livingLeases(leasesOf(dataDir)).map(({ pid, lease }) => ({ pid, lease }))
  } catch (error) {
    throw inWords(error, dataDir)
  }
}

const join = async (place: Place, lease: LeaseKind, say: Say): Promise<{ file: string; postmaster: Postmaster }> => {
  dropDeadLeases(place.leases)
  const others = livingLeases(place.leases)
  const server = others.find((other) => other.lease === 'server')
  if (lease === 'server' && server) {
    throw new Error(
      `The data folder ${place.dataDir} is in use by another Tovholder server (process ${server.pid}). Stop that one, or choose another folder with TOVHOLDER_DATA.`,
    )
  }
  const file = takeLease(place.leases, lease)
  try {
    const postmaster = (await adopt(place, others.length === 0, say)) ?? (await start(place, say, { mayMake: true }))
    await makeRoles(postmaster.socketFolder)
    return { file, postmaster }
  } catch (error) {
    await leave(place, file)
    throw error
  }
}

/** A PostgreSQL that runs already, if it can be reached; one whose socket is gone is of no use and is stopped. */
const adopt = async (place: Place, wasLeft: boolean, say: Say): Promise<Postmaster | undefined> => {
  const found = await settledPostmaster(place.pg)
  if (!found) return undefined
  if (existsSync(`${found.socketFolder}/.s.PGSQL.5432`)) {
    refuseForeign(found.socketFolder, place)
    if (wasLeft) say(`PostgreSQL (process ${found.pid}) was left running and is used again.`)
    return found
  }
  await stopPostmaster(found)
  return undefined
}

const start = async (place: Place, say: Say, { mayMake }: { mayMake: boolean }): Promise<Postmaster> => {
  const native = usableBinaries(packagedBinaries(), place.home, place.account)
  if (!hasCluster(place)) {
    // Under a running server a vanished folder must not turn into an empty database.
    if (!mayMake)
      throw new Error(
        `The database files in ${place.pg} are gone. Put them back, or stop and use tovholder restore <file>.`,
      )
    say(`A new database is made in ${place.pg}.`)
    await makeCluster(place, native)
  }
  refuseOtherMajor(place, native)
  return startPostmaster(place, native)
}

const supervised = (place: Place, file: string, first: Postmaster, say: Say): Embedded => {
  let postmaster = first
  let released: Promise<void> | undefined
  const listeners: ((why: string) => void)[] = []
  const endWatch = watch({
    alive: () => isAlive(postmaster),
    revive: async () => {
      try {
        await withLock(place.leases, LOCK_LIMIT, again)
      } catch (error) {
        throw inWords(error, place.dataDir)
      }
    },
    say,
    died: (why) => listeners.forEach((listener) => listener(why)),
  })
  const again = async () => {
    if (released) return
    // Another holder of a lease may have been quicker.
    postmaster = (await adopt(place, false, say)) ?? (await start(place, say, { mayMake: false }))
  }
  const release = async () => {
    endWatch()
    // The folder was deleted under us: without it there is nobody to share with, and it is not made again.
    if (!existsSync(place.leases)) return isAlive(postmaster) ? stopPostmaster(postmaster) : undefined
    try {
      await withLock(place.leases, LOCK_LIMIT, () => leave(place, file))
    } catch (error) {
      // On a full disk nobody can take the lock, so nobody starts either: PostgreSQL must still be stopped in order.
      if (!DISK_FULL.has(codeOf(error) ?? '')) throw error
      await leave(place, file)
    }
  }
  return {
    ...urlsOver(first.socketFolder),
    release: () => (released ??= release()),
    onDeath: (listener) => void listeners.push(listener),
  }
}

/** Under the lock. */
const leave = async (place: Place, file: string): Promise<void> => {
  rmSync(file, { force: true })
  if (livingLeases(place.leases).length > 0) return
  const running = findPostmaster(place.pg)
  if (!running) return
  await stopPostmaster(running)
  removeSocketFolder(running.socketFolder)
}
