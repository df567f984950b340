/** The word that a start prints while the house is empty: who sets it up has seen the console, or the start's log. */
import { randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { hashOfSecret } from '#platform/secret'
import { centreIds } from '../centre/centre.ts'
import * as store from './first-run.sql.ts'

// Crockford's letters: none is mistaken for another when it is typed off a screen. 16 of 32 are 80 bits.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const mistaken: Record<string, string> = { o: '0', i: '1', l: '1' }

const makeWord = () =>
  [...randomBytes(16)]
    .map((byte) => letters[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** However it was typed: capitals, blanks and hyphens make no other word. */
const hashOfWord = (typed: string) =>
  hashOfSecret(
    typed
      .toLowerCase()
      .replace(/[^0-9a-z]/g, '')
      .replace(/[oil]/g, (letter) => mistaken[letter] ?? letter),
  )

/**
 * A new word for the first run; null where there is a centre, or one was just made. Words of other processes, and of a start before,
 * go on working until the centre is made: whoever reads any log of it may.
 */
export const makeFirstRunWord = async (database: Database): Promise<string | null> => {
  const word = makeWord()
  const isEmpty = (await centreIds(database)).length === 0
  await database.beforeSignIn(async (ctx) => {
    if (isEmpty) await store.insertWord(ctx, hashOfWord(word))
    else await store.deleteWords(ctx)
  })
  return isEmpty ? word : null
}

export const isFirstRunWord = (database: Database, typed: string): Promise<boolean> =>
  database.beforeSignIn((ctx) => store.hasWord(ctx, hashOfWord(typed)))

/** With the centre every word is over. */
export const endFirstRunWords = async (ctx: Ctx): Promise<void> => {
  await store.deleteWords(ctx)
}
