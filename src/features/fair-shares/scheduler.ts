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
/** `order`: who is served, and who stands by, should all of his be busy this moment. */
export type Turn = { accounts: Account[]; virtual: number; order: number[] }

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
  const [first] = order
  return { accounts: moved, virtual: first ? Math.max(virtual, at(first)) : virtual, order: order.map(({ id }) => id) }
}

/** A call has taken so many seconds: split among all who named the company, who each had a part of it. */
export const charged = (accounts: readonly Account[], who: readonly number[], seconds: number): Account[] =>
  accounts.map((one) => (who.includes(one.id) ? { ...one, pass: one.pass + seconds / who.length / one.weight } : one))
