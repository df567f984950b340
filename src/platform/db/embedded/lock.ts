import { randomUUID } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../failure.ts'
import { until } from './patience.ts'
import { isAlive, type Process, processShape, thisProcess } from './processes.ts'

/*
 * One process at a time may start, stop or count. A lock file that is deleted and made again can be broken by two
 * processes at once (both saw the dead holder, the second deletes the first one's new lock). So locks are numbered:
 * the newest counts, nobody deletes the newest, and its successor is made only when its holder let go or died.
 */
const RELEASED = 'released'

/**
 * Runs `work` while no other process does, among all that name the same folder.
 * Errors: when another living process keeps it longer than `limit` ms.
 */
export const withLock = async <T>(folder: string, limit: number, work: () => Promise<T>): Promise<T> => {
  mkdirSync(folder, { recursive: true })
  let mine: string | undefined
  const got = await until(() => (mine = take(folder)) !== undefined, limit, 25)
  if (!got || mine === undefined) {
    const holder = readHolder(join(folder, `lock.${newest(folder)}`))
    const who = typeof holder === 'object' ? `process ${holder.pid}` : 'another process'
    throw new Error(`The database is being started or stopped by ${who}, which has not finished. See ${folder}.`)
  }
  try {
    return await work()
  } finally {
    release(folder, mine)
  }
}

const take = (folder: string): string | undefined => {
  const before = newest(folder)
  if (before > 0) {
    const holder = readHolder(join(folder, `lock.${before}`))
    if (holder === 'unknown' || (holder !== RELEASED && isAlive(holder))) return undefined
  }
  const mine = join(folder, `lock.${before + 1}`)
  if (!linkWhole(folder, mine, JSON.stringify(thisProcess()))) return undefined
  if (newest(folder) !== before + 1) {
    // We looked so long ago that the ones after us have come and tidied up.
    rmSync(mine, { force: true })
    return undefined
  }
  for (const older of numbers(folder)) if (older <= before) rmSync(join(folder, `lock.${older}`), { force: true })
  return mine
}

/** Makes a file that is never seen half written; false when the name is taken. */
const linkWhole = (folder: string, path: string, content: string): boolean => {
  const draft = join(folder, `draft.${randomUUID()}`)
  try {
    writeFileSync(draft, content)
    // Nothing secret, and root may have worked here before the folder's owner does.
    chmodSync(draft, 0o644)
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

const release = (folder: string, mine: string): void => {
  const draft = join(folder, `draft.${randomUUID()}`)
  try {
    writeFileSync(draft, RELEASED)
    chmodSync(draft, 0o644)
    renameSync(draft, mine)
  } catch (error) {
    // The folder was deleted under us, or the disk is full; without a holder the lock is free as well.
    rmSync(draft, { force: true })
    if (codeOf(error) === 'ENOENT') return
    writeFileSync(mine, '')
  }
}

const readHolder = (path: string): Process | typeof RELEASED | 'unknown' => {
  try {
    const content = readFileSync(path, 'utf8')
    return content === RELEASED || content === '' ? RELEASED : processShape.parse(JSON.parse(content))
  } catch (error) {
    // Its successor's holder has just tidied it away: look again.
    if (codeOf(error) === 'ENOENT') return 'unknown'
    throw error
  }
}

const numbers = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => /^lock\.\d+$/.test(name))
    .map((name) => Number(name.slice(5)))

const newest = (folder: string): number => Math.max(0, ...numbers(folder))
