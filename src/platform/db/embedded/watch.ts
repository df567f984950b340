/** Where in the row of attempts the supervisor tells its user that it does not get better by itself. */
const GIVEN_UP_AFTER = 5
const DELAYS = [0, 250, 500, 1_000, 2_000, 4_000]
const LONGEST_DELAY = 10_000
const LOOK_EVERY = 500
/** Lived this long (ms): the next death is the first of a new row. */
const STEADY = 60_000

export type Watched = {
  alive: () => boolean
  /** Starts it again; the error's message says why it could not. */
  revive: () => Promise<void>
  say: (sentence: string) => void
  died: (why: string) => void
}

/** Looks twice a second; does not keep Node running. Returns how to end it. */
export const watch = ({ alive, revive, say, died }: Watched): (() => void) => {
  let ended = false
  let failed = 0
  let since = Date.now()
  let timer: NodeJS.Timeout

  const again = (delay: number) => {
    if (!ended) timer = setTimeout(look, delay).unref()
  }
  const look = () => {
    if (ended) return
    if (!alive()) {
      void attempt()
      return
    }
    if (Date.now() - since > STEADY) failed = 0
    again(LOOK_EVERY)
  }
  const attempt = async () => {
    say(
      failed === 0
        ? 'PostgreSQL has died and is started again.'
        : `PostgreSQL is started again, attempt ${failed + 1}.`,
    )
    const why = await failureOf(revive)
    if (ended) return
    failed += 1
    since = Date.now()
    say(why ?? 'PostgreSQL runs again.')
    if (why !== undefined && failed === GIVEN_UP_AFTER) died(why)
    again(DELAYS[failed] ?? LONGEST_DELAY)
  }
  again(LOOK_EVERY)
  return () => {
    ended = true
    clearTimeout(timer)
  }
}

const failureOf = async (work: () => Promise<void>): Promise<string | undefined> => {
  try {
    await work()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
