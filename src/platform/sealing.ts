/** What people give us in confidence and we must be able to say again, a password for their calendar: kept sealed with a key that is not in the database. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, StartRefused } from './config.ts'
import { codeOf } from './failure.ts'

export type Sealing = {
  /** `about`: whose it is; sealed for another it cannot be opened. */
  seal: (text: string, about: string) => string
  /** Null: sealed with another key, for another, or broken. */
  unseal: (sealed: string, about: string) => string | null
}

export const sealingWith = (key: Buffer): Sealing => ({
  seal: (text, about) => {
    const start = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(about))
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([start, cipher.getAuthTag(), body]).toString('base64')
  },
  unseal: (sealed, about) => {
    const bytes = Buffer.from(sealed, 'base64')
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    } catch {
      return null
    }
  },
})

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
      `${file} holds no key (32 bytes in base64). Put back the one that was there, or delete it: then people give their calendars anew.`,
    )
  return key
}

/** Null: there is no key, and nothing of the kind is kept. */
export const openSealing = ({ sealingKey, database, dataDir }: Config): Sealing | null => {
  if (sealingKey) return sealingWith(keyIn(sealingKey))
  return database === 'embedded' ? sealingWith(keyBeside(dataDir)) : null
}
