/** One connection that listens for what the database says, for as long as it takes: a single loop, which waits longer after each try that failed. */
import { setTimeout as rest } from 'node:timers/promises'
import pg from 'pg'

type Ears = {
  url: string
  channel: string
  hear: (payload: string) => void
  /** It listens again after an outage: what was said meanwhile is lost. */
  gap: () => void
  /** Milliseconds until the first new try, and at most. */
  patience?: { first: number; most: number }
}

/** Resolves when it listens for the first time; throws when that fails: the start has to say so. What it gives back ends it. */
export const keepListening = async ({
  url,
  channel,
  hear,
  gap,
  patience = { first: 250, most: 10_000 },
}: Ears): Promise<() => Promise<void>> => {
  const stopping = new AbortController()
  let client: pg.Client | undefined
  /** Connects and listens; the promise inside it ends with the connection. */
  const listen = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    const ended = new Promise<void>((resolve) => void fresh.once('end', resolve))
    fresh.on('error', () => {})
    fresh.on('notification', ({ payload = '' }) => hear(payload))
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
    } catch (error) {
      await fresh.end().catch(() => {})
      throw error
    }
    client = fresh
    // Told to stop while it came back: nobody else would end this one.
    if (stopping.signal.aborted) await fresh.end()
    return { ended }
  }
  const loop = async (first: Promise<void>) => {
    let ended = first
    for (;;) {
      await ended
      for (let wait = patience.first; ; wait = Math.min(wait * 2, patience.most)) {
        if (stopping.signal.aborted) return
        // Many processes that lost the same database do not come back in the same moment.
        await rest(wait * (0.5 + Math.random()), undefined, { signal: stopping.signal }).catch(() => {})
        if (stopping.signal.aborted) return
        const again = await listen().catch(() => null)
        if (!again) continue
        if (!stopping.signal.aborted) gap()
        ended = again.ended
        break
      }
    }
  }
  const { ended } = await listen()
  const looping = loop(ended)
  return async () => {
    stopping.abort()
    await client?.end().catch(() => {})
    await looping
  }
}
