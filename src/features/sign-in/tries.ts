/** Who tries a secret that people choose themselves: the proof is judged first, misses are counted and refused. */
import { setTimeout as rest } from 'node:timers/promises'
import { type Problem, problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { waitSaid } from '#platform/text/danish'
import * as store from './tries.sql.ts'

const limits = { minutes: 15, account: 10, address: 30 }
/** Past a limit so few from one address wait in line, and each for a while: guessing is slow, and nobody is shut out. */
const mostSlow = 3
const slowMs = 500

/** Whoever asks for what goes to another's address: so often for one, and so often from one, in a quarter of an hour and in a day. */
const asking = [
  { minutes: limits.minutes, account: 3, address: 20 },
  { minutes: 24 * 60, account: 10, address: 100 },
]
/**
 * Counts one who asks for a mail to this account; who is refused is not counted, so that nobody keeps another's address shut by asking on.
 * Throws too-many-mails with the time that is left, whether there is such an account or not.
 */
export const askInTurn = ({ database, address, language }: Visitor, account: string) => {
  const who = { account: `asks ${account}`, address: `asks ${address}` }
  return database.beforeSignIn(async (ctx) => {
    await store.lockTries(ctx, who)
    for (const { minutes, ...most } of asking) {
      const since = ctx.now.subtract({ minutes })
      const full = await store.whenFull(ctx, who, since.toString(), most)
      if (full !== null) throw problem('too-many-mails', waitSaid(since, full, language))
    }
    await store.insertTry(ctx, who)
  })
}

type Guess = { account: string; wrong: Problem }

/**
 * Lets in who proves it, whatever others have tried before; undefined from `prove` is a miss, which throws `wrong`. After ten misses for one
 * account or thirty from one address in a quarter of an hour every further miss throws too-many-tries, and the address guesses twice a second.
 */
export const tryInTurn = <T>(visitor: Visitor, { account, wrong }: Guess, prove: () => Promise<T | undefined>) => {
  const { database, address } = visitor
  const since = () => database.clock().subtract({ minutes: limits.minutes }).toString()
  const isOver = (missed: store.Missed) => missed.account > limits.account || missed.address > limits.address
  const enough = problem('too-many-tries', { minutes: limits.minutes })
  return database.house.guessing(address, async (length): Promise<T> => {
    const before = await database.beforeSignIn((ctx) => store.missesSince(ctx, account, address, since()))
    if (isOver({ account: before.account + 1, address: before.address + 1 })) {
      if (length() > mostSlow) throw enough
      await rest(slowMs)
    }
    const proved = await prove()
    if (proved !== undefined) {
      if (before.account > 0) await database.beforeSignIn((ctx) => store.deleteMisses(ctx, account, address))
      return proved
    }
    const missed = await database.beforeSignIn((ctx) => store.countMiss(ctx, account, address, since()))
    throw isOver(missed) ? enough : wrong
  })
}
