/** What people give us in confidence and we must be able to say again, a password for their calendar: kept sealed with a key that is not in the database. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, StartRefused } from './config.ts'
import { codeOf } from './failure.ts'

/** What one school keeps to itself: sealed with a key of its own, and found by marks, which are keyed hashes. */
export type SchoolSealing = {
  /** `about`: what it belongs to; put elsewhere it cannot be opened. */
  seal: (text: string, about: string) => Buffer
  /** Null: sealed with another key, for another, or broken. */
  unseal: (sealed: Uint8Array, about: string) => string | null
  /** The same for the same text, and says nothing of it without the key: `school_mark` of the database makes the same. A UUID. */
  mark: (kind: string, text: string) => string
  /** What the database makes marks with, in hex. Opens nothing. */
  markKey: string
}
export type Sealing = {
  /** `about`: whose it is; sealed for another it cannot be opened. */
  seal: (text: string, about: string) => string
  /** Null: sealed with another key, for another, or broken. */
  unseal: (sealed: string, about: string) => string | null
  ofSchool: (centreId: number, schoolId: number) => SchoolSealing
}

const sealWith = (key: KeyObject, text: string, about: string): Buffer => {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), body])
}
const unsealWith = (key: KeyObject, bytes: Uint8Array, about: string): string | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

const derived = (key: Buffer, what: string) => Buffer.from(hkdfSync('sha256', key, '', what, 32))
const inUuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

const ofSchoolWith = (master: Buffer, centreId: number, schoolId: number): SchoolSealing => {
  const key = createSecretKey(derived(master, `school/${centreId}/${schoolId}/seal`))
  const markKey = derived(master, `school/${centreId}/${schoolId}/mark`)
  return {
    seal: (text, about) => sealWith(key, text, about),
    unseal: (bytes, about) => unsealWith(key, bytes, about),
    mark: (kind, text) => inUuid(createHash('sha256').update(markKey).update(`${kind}\x1f${text}`).digest()),
    markKey: markKey.toString('hex'),
  }
}

export const sealingWith = (master: Buffer): Sealing => {
  const key = createSecretKey(master)
  // Deriving costs more than using; schools are few.
  const schools = new Map<string, SchoolSealing>()
  return {
    seal: (text, about) => sealWith(key, text, about).toString('base64'),
    unseal: (sealed, about) => unsealWith(key, Buffer.from(sealed, 'base64'), about),
    ofSchool: (centreId, schoolId) => {
      const name = `${centreId}/${schoolId}`
      const known = schools.get(name) ?? ofSchoolWith(master, centreId, schoolId)
      schools.set(name, known)
      return known
    },
  }
}

const keyIn = (text: string) => Buffer.from(text.trim(), 'base64')

/** The key beside the embedded database, made when there is none; of two who make it at once the first one's holds. */
const keyBeside = (dataDir: string): Buffer => {
  const file = join(dataDir, 'sealing.key')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const key = keyIn(readFileSync(file, 'utf8'))
  if (key.length !== 32)
    throw new StartRefused(
      `${file} holds no key (32 bytes in base64). Put back the one that was there, or delete it: then people give their calendars anew, and schools hand their contact lists in anew.`,
    )
  return key
}

/** Null: there is no key, and nothing of the kind is kept. */
export const openSealing = ({ sealingKey, database, dataDir }: Config): Sealing | null => {
  if (sealingKey) return sealingWith(keyIn(sealingKey))
  return database === 'embedded' ? sealingWith(keyBeside(dataDir)) : null
}
