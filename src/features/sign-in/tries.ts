/** Who tries a secret that people choose themselves: the proof is judged first, misses are counted and refused. */
import { setTimeout as rest } from 'node:timers/promises'
import { type Problem, problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import * as store from './tries.sql.ts'

const limits = { minutes: 15, account: 10, address: 30 }
/** Past a limit so few from one address wait in line, and each for a while: guessing is slow, and nobody is shut out. */
const mostSlow = 3
const slowMs = 500

/** Whoever asks for what goes to another's address: so often for one, and so often from one, in a quarter of an hour. */
const asking = { account: 3, address: 20 }
/** Counts one who asks for a mail to this account. Throws too-many-tries, whether there is such an account or not. */
export const askInTurn = async ({ database, address }: Visitor, account: string) => {
  const since = database.clock().subtract({ minutes: limits.minutes }).toString()
  const asked = await database.beforeSignIn((ctx) => store.countMiss(ctx, `asks ${account}`, `asks ${address}`, since))
  if (asked.account > asking.account || asked.address > asking.address)
    throw problem('too-many-tries', { minutes: limits.minutes })
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
