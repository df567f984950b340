/** An address with a secret in it, `…/invitation/1-<32 random bytes>`: whoever has it may do what it opens. */
/** As PostgreSQL reads it too. */
export const secretIn = String.raw`(/\d+-)[\w-]{40,}`
const secret = new RegExp(secretIn, 'g')

/** The same text for whoever is not its receiver. */
export const withoutSecrets = (text: string) => text.replace(secret, '$1…')
/** `below`: only addresses that begin so, `/jeres-forloeb/`. */
export const hasSecret = (text: string, below = '/') =>
  [...text.matchAll(secret)].some(({ index }) => text.slice(0, index + 1).endsWith(below))
