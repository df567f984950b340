import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { asAccount } from './cluster.ts'
import { complaint, logSince } from './complaint.ts'
import { codeOf } from '../../failure.ts'
import { until } from './patience.ts'
import type { Place } from './place.ts'
import { folderOf, isAlive, type Process, postgresIn, processWith, signal } from './processes.ts'
import { makeSocketFolder, PORT, removeSocketFolder } from './socket.ts'

/** PostgreSQL's main process. */
export type Postmaster = Process & { socketFolder: string; status: string }

/** Crash recovery reads at most what was written since the last checkpoint; five minutes is a very slow disk. */
const START_LIMIT = 5 * 60_000
const FAST_LIMIT = 5_000
const IMMEDIATE_LIMIT = 8_000

const SETTINGS = {
  listen_addresses: '',
  port: PORT,
  unix_socket_permissions: '0700',
  max_connections: 100,
  shared_buffers: '256MB',
  // Containers often have a /dev/shm of 64 MB: parallel queries take from here first.
  min_dynamic_shared_memory: '64MB',
  jit: 'off',
  // People's data must not end in a log: neither failing statements nor the values that errors quote as detail.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** The postmaster of these files, if one is alive; a killed Node leaves it running. Lines of the file: PG's pidfile.h. */
export const findPostmaster = (pg: string): Postmaster | undefined => {
  const lines = pidFile(pg)
  const found = lines && processWith(Number(lines[0]))
  // After a crash the number may be anybody's: ours works in the folder of its files.
  if (!lines || !found || folderOf(found.pid) !== realpathSync(pg)) return undefined
  return { ...found, socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim() }
}

const pidFile = (pg: string): string[] | undefined => {
  try {
    return readFileSync(join(pg, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** One that is starting becomes ready, one that is stopping goes; anything else after five minutes is an error. */
export const settledPostmaster = async (pg: string): Promise<Postmaster | undefined> => {
  let found = findPostmaster(pg)
  const settled = await until(() => {
    found = findPostmaster(pg)
    return !found || found.status === 'ready'
  }, START_LIMIT)
  if (!settled) throw new Error(`PostgreSQL (process ${found?.pid}) has been "${found?.status}" for five minutes.`)
  return found
}

/** Starts PostgreSQL on existing files and waits until it is ready. Errors: a sentence with cause and log lines. */
export const startPostmaster = async (place: Place, native: string): Promise<Postmaster> => {
  await clearRemains(place.pg)
  const socketFolder = makeSocketFolder(place)
  const settings = { ...SETTINGS, unix_socket_directories: socketFolder }
  const log = openSync(place.log, 'a', 0o600)
  const logStart = fstatSync(log).size
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', place.pg, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In its own session: Ctrl-C in a terminal must reach Node first, which then stops PostgreSQL in order.
    { ...asAccount(place.account), stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  let ended = false
  child.on('exit', () => (ended = true))
  child.on('error', () => (ended = true))
  child.unref()
  let found: Postmaster | undefined
  await until(() => {
    found = findPostmaster(place.pg)
    return ended || found?.status === 'ready'
  }, START_LIMIT)
  if (found?.status === 'ready') return found
  if (!ended) child.kill('SIGQUIT')
  removeSocketFolder(socketFolder)
  throw new Error(complaint('PostgreSQL could not be started.', logSince(place.log, logStart), place.log))
}

/**
 * What a killed postmaster leaves: backends that have not noticed yet (the new one refuses to start beside them), and
 * a file with a number that may by now be another process's (the new one would take that for a postmaster).
 */
const clearRemains = async (pg: string): Promise<void> => {
  if (!pidFile(pg)) return
  const folder = realpathSync(pg)
  const gone = await until(() => postgresIn(folder).length === 0, 3_000)
  if (!gone) for (const orphan of postgresIn(folder)) signal(orphan, 'SIGKILL')
  await until(() => postgresIn(folder).length === 0, 3_000)
  if (postgresIn(folder).length === 0) rmSync(join(pg, 'postmaster.pid'), { force: true })
}

/** Fast shutdown; when that takes too long an immediate one, which costs a crash recovery at the next start. */
export const stopPostmaster = async (postmaster: Process): Promise<void> => {
  signal(postmaster.pid, 'SIGINT')
  if (await until(() => !isAlive(postmaster), FAST_LIMIT)) return
  signal(postmaster.pid, 'SIGQUIT')
  if (await until(() => !isAlive(postmaster), IMMEDIATE_LIMIT)) return
  throw new Error(`PostgreSQL (process ${postmaster.pid}) does not stop.`)
}
