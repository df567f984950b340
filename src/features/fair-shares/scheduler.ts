/**
 * Whose turn it is: start-time fair queueing on seconds of talk (algorithms, part D). Knows no statement, no clock and no chance: the same log gives
 * the same decisions. An account's `pass` is what it has had, by its share; who is least far is next.
 */
export type Account = {
  id: number
  /** The agreed share; more than 0. */
  weight: number
  pass: number
  /** Had somebody to call when it was last looked. */
  active: boolean
}
/** `order`: whose turn it is, and who stands by, should none of his be for who asks; each with how far he is, calls under way counted. */
export type Turn = { accounts: Account[]; order: { id: number; at: number }[] }

type Looked = { ready: ReadonlySet<number>; here?: ReadonlySet<number>; running?: ReadonlyMap<number, number> }
/**
 * Those with somebody to call `here`, on the list that is called from, the furthest behind first. Whoever joins, or comes back after a time without anybody
 * to call on any list (`ready`), begins where the others are: what was not used is not saved up. `running`: seconds that calls under way are reckoned
 * to take, by account.
 */
export const whoseTurn = (
  accounts: readonly Account[],
  virtual: number,
  { ready, here = ready, running = new Map() }: Looked,
): Turn => {
  const moved = accounts.map((one) => {
    const isReady = ready.has(one.id)
    const returns = isReady && !one.active
    return { ...one, active: isReady, pass: returns ? Math.max(one.pass, virtual) : one.pass }
  })
  const at = ({ id, pass, weight }: Account) => pass + (running.get(id) ?? 0) / weight
  const order = moved
    .filter(({ id }) => here.has(id))
    .toSorted((one, other) => at(one) - at(other) || one.pass - other.pass || one.id - other.id)
  return { accounts: moved, order: order.map((one) => ({ id: one.id, at: at(one) })) }
}
/** Where the others are, once one was served: he who was handed out, not he whose turn it was and of whom nobody could be. */
export const servedAt = (virtual: number, { at }: Turn['order'][number]): number => Math.max(virtual, at)

/** A call has taken so many seconds: split among all who named the company, who each had a part of it. */
export const charged = (accounts: readonly Account[], who: readonly number[], seconds: number): Account[] =>
  accounts.map((one) => (who.includes(one.id) ? { ...one, pass: one.pass + seconds / who.length / one.weight } : one))
