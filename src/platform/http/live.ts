import type { Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from '../endpoint.ts'
import { problem } from '../errors.ts'
import { addressOf } from './address.ts'
import { atOnce } from './at-once.ts'
import { type House, languageOf, whoAsks } from './exchange.ts'
import { keepListening } from '../db/keep-listening.ts'
import { problemAnswer } from './problem-answer.ts'
import type { Served } from './serve.ts'
import { type Hearer, whoHears } from './who-hears.ts'
import { wrongMethod } from './wrong-method.ts'

const Payload = z.object({
  centre: z.int(),
  said: z.array(
    z.object({
      topics: z.array(z.string()),
      school: z.optional(z.nullable(z.int())),
      person: z.optional(z.nullable(z.int())),
      roles: z.optional(z.array(z.string())),
    }),
  ),
})
type Listener = Hearer & { tell: (topics: string[]) => void }

/** A browser opens one stream, however many tabs it has. */
const streamsAtOnce = 12

/** Who has signed out or left the centre hears no more, nor who is someone else there now; a database that is away for a moment ends no stream. */
const hasGone = (context: Context, house: House, { role, school }: Hearer): Promise<boolean> =>
  whoAsks(context, house).then(
    (still) => still?.role !== role || still.schoolId !== school,
    () => false,
  )

export type Live = { stop(): Promise<void>; mount: (app: Hono) => void }

/**
 * Live updates: one LISTEN connection a process, one stream of server-sent events a browser. A stream says only which
 * addresses have stale answers; reading them again goes through every rule of who may see what.
 */
export const startLive = async (
  house: House,
  directUrl: string,
  served: readonly Served[],
  pulseMs = 25_000,
): Promise<Live> => {
  const heardBy = whoHears(served, house.database.house.rooms)
  const streams = atOnce(streamsAtOnce)
  const listeners = new Set<Listener>()
  const hear = (payload: string) => {
    const { centre, said } = z.parse(Payload, JSON.parse(payload))
    for (const listener of listeners) {
      if (listener.centre !== centre) continue
      const topics = heardBy(listener, said)
      if (topics.length > 0) listener.tell(topics)
    }
  }
  // What was said while nobody listened is lost: everyone reads everything again.
  const gap = () => listeners.forEach((listener) => listener.tell(['*']))
  const stopListening = await keepListening({ url: directUrl, channel: 'tovholder', hear, gap })
  const stream = async (context: Context) => {
    const asker = await house.strangers(addressOf(context, house.config), () => whoAsks(context, house))
    if (!asker) throw problem('not-signed-in')
    const leave = streams(`${asker.centreId} ${asker.personId}`)
    return streamSSE(context, async (out) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const write = (data: object) => void out.writeSSE({ data: JSON.stringify(data) }).catch(end)
      const listener: Listener = {
        centre: asker.centreId,
        school: asker.schoolId,
        person: asker.personId,
        role: asker.role,
        tell: (topics) => write({ topics }),
      }
      listeners.add(listener)
      const beat = async () => ((await hasGone(context, house, listener)) ? end() : write({ topics: [] }))
      const pulse = setInterval(() => void beat(), pulseMs)
      out.onAbort(end)
      write({ topics: [] })
      await ended
      clearInterval(pulse)
      listeners.delete(listener)
      leave()
    })
  }
  return {
    mount: (app) => {
      app.get('/api/live', (context) =>
        stream(context).catch((error: unknown) => problemAnswer(error, languageOf(context), () => '')),
      )
      app.all('/api/live', wrongMethod('GET'))
    },
    stop: stopListening,
  }
}
