import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../../failure.ts'
import { isAlive, processShape, thisProcess } from './processes.ts'

const leaseShape = processShape.extend({ lease: z.enum(['server', 'command']) })
export type Lease = z.infer<typeof leaseShape>
export type LeaseKind = Lease['lease']

/** Writes down that this process uses the database; returns the file to remove when it is done. Call under the lock. */
export const takeLease = (folder: string, lease: LeaseKind): string => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${process.pid}-${randomUUID()}.lease`)
  const content: Lease = { ...thisProcess(), lease }
  // leasesHeld() reads without the lock: it must never see half a lease.
  writeFileSync(`${file}.draft`, JSON.stringify(content))
  chmodSync(`${file}.draft`, 0o644)
  renameSync(`${file}.draft`, file)
  return file
}

/** The leases of living processes; whoever was killed holds none. */
export const livingLeases = (folder: string): Lease[] =>
  leaseFiles(folder)
    .map((file) => readLease(file))
    .filter((lease) => lease !== undefined)
    .filter((lease) => isAlive(lease))

/** Call under the lock. */
export const dropDeadLeases = (folder: string): void => {
  for (const file of leaseFiles(folder)) {
    const lease = readLease(file)
    if (!lease || !isAlive(lease)) rmSync(file, { force: true })
  }
}

const leaseFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.lease'))
      .map((name) => join(folder, name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

const readLease = (file: string): Lease | undefined => {
  try {
    return leaseShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const code = codeOf(error)
    // Given back between listing and reading, or emptied by a power cut: nobody's.
    if (code === undefined || code === 'ENOENT') return undefined
    throw error
  }
}
