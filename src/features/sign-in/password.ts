import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { inTurn } from '#platform/in-turn'

const derive = promisify(argon2)
// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 } as const
/** Of the process's four threads two stay free for files and names, however many strangers guess. */
const turn = inTurn(2)
const hashWith = (password: string, nonce: Buffer) =>
  turn(() => derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...cost }))

/** `argon2id$<salt>$<hash>`, both base64url. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  return `argon2id$${salt.toString('base64url')}$${(await hashWith(password, salt)).toString('base64url')}`
}

const nobody = `argon2id$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

/** Takes as long for a person who does not exist, so that time tells nobody who does. */
export const passwordFits = async (password: string, kept: string | null): Promise<boolean> => {
  const [, salt = '', hash = ''] = (kept ?? nobody).split('$')
  const found = await hashWith(password, Buffer.from(salt, 'base64url'))
  return timingSafeEqual(found, Buffer.from(hash, 'base64url')) && kept !== null
}
