import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../../failure.ts'

/** A process that cannot be mistaken for a later one with the same number. */
export const processShape = z.object({ pid: z.number(), birth: z.string() })
export type Process = z.infer<typeof processShape>

/** This boot and the start time in clock ticks (proc(5)); undefined when there is no such process, or only its corpse. */
const birthOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may hold blanks and parentheses itself: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
  } catch {
    return undefined
  }
}

export const processWith = (pid: number): Process | undefined => {
  const birth = birthOf(pid)
  return birth === undefined ? undefined : { pid, birth }
}

export const isAlive = (process: Process): boolean => birthOf(process.pid) === process.birth

export const thisProcess = (): Process => {
  const me = processWith(process.pid)
  if (!me) throw new Error('The embedded PostgreSQL needs Linux with /proc; set DATABASE_URL to use a server instead.')
  return me
}

/** The working folder of a process; undefined when it is gone or belongs to somebody else. */
export const folderOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Every postgres process (postmaster and backends alike) that works in this folder. */
export const postgresIn = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => folderOf(pid) === folder && programOf(pid) === 'postgres')

const programOf = (pid: number): string | undefined => {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)).replace(' (deleted)', '')
  } catch {
    return undefined
  }
}

/** Sends a signal; a process that is already gone is fine. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  // 0 and -1 would mean our own group and everybody.
  if (!(pid > 1)) throw new Error(`No process has the number ${pid}.`)
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}
