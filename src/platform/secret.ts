import { createHash, randomBytes } from 'node:crypto'

/** A secret that is given once, and what is stored of it. 32 random bytes need no salt. */
export const makeSecret = () => {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOfSecret(secret) }
}
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url')
