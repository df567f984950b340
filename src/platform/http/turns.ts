/** Who waits for the database waits for himself: nobody who asks for much takes all connections. */
import type { Database } from '../db/open.ts'
import { takingTurns, type TakingTurns } from '../in-turn.ts'

/** Whoever has not shown yet who he is gets a third of the connections, and one address never all of it: the others stay for who works.
 * He is let wait rather than refused: behind one proxy the next one in the line may be anybody. */
export const strangersIn = (pool: number): TakingTurns => {
  const all = Math.max(2, Math.floor(pool / 3))
  return takingTurns({ all, each: all - 1, most: 2000 })
}

/** One person never has more than half of the connections. */
export const peopleIn = (pool: number): TakingTurns => takingTurns({ all: pool, each: Math.ceil(pool / 2), most: 100 })

/** The same database, each transaction in its turn. */
export const inTurnOf = (database: Database, turns: TakingTurns, key: string): Database => ({
  ...database,
  in: (asker, work, now) => turns(key, () => database.in(asker, work, now)),
  read: (asker, work) => turns(key, () => database.read(asker, work)),
  as: (proof, how, work) => turns(key, () => database.as(proof, how, work)),
  who: (proof) => turns(key, () => database.who(proof)),
  noteReading: (asker, work) => turns(key, () => database.noteReading(asker, work)),
  beforeSignIn: (work, now) => turns(key, () => database.beforeSignIn(work, now)),
})
