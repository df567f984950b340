import type { Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from '../endpoint.ts'
import { problem } from '../errors.ts'
import { type House, languageOf, whoAsks } from './exchange.ts'
import { keepListening } from '../db/keep-listening.ts'
import { problemAnswer } from './problem-answer.ts'

const Notice = z.object({
  centre: z.int(),
  topics: z.array(z.string()),
  school: z.optional(z.nullable(z.int())),
  person: z.optional(z.nullable(z.int())),
})
type Notice = z.infer<typeof Notice>
type Listener = {
  centre: number
  school: number | null
  person: number | null
  tell: (topics: string[]) => void
  gap: () => void
}

const mayHear = (listener: Listener, notice: Notice) =>
  listener.centre === notice.centre &&
  (notice.school === undefined || notice.school === listener.school) &&
  (notice.person === undefined || notice.person === listener.person)

/** Who has signed out or left the centre hears no more; a database that is away for a moment ends no stream. */
const hasGone = (context: Context, house: House): Promise<boolean> =>
  whoAsks(context, house).then(
    (still) => still === null,
    () => false,
  )

export type Live = { stop(): Promise<void>; mount: (app: Hono) => void }

/**
 * Live updates: one LISTEN connection a process, one stream of server-sent events a browser. A stream says only which
 * addresses have stale answers; reading them again goes through every rule of who may see what.
 */
export const startLive = async (house: House, directUrl: string, pulseMs = 25_000): Promise<Live> => {
  const listeners = new Set<Listener>()
  const hear = (payload: string) => {
    const notice = z.parse(Notice, JSON.parse(payload))
    for (const listener of listeners) if (mayHear(listener, notice)) listener.tell(notice.topics)
  }
  // What was said while nobody listened is lost: everyone reads everything again.
  const gap = () => listeners.forEach((listener) => listener.gap())
  const ear = await keepListening({ url: directUrl, channel: 'tovholder', hear, gap })
  const stream = async (context: Context) => {
    const asker = await whoAsks(context, house)
    if (!asker) return problemAnswer(problem('not-signed-in'), languageOf(context), () => '')
    return streamSSE(context, async (out) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const write = (data: object) => void out.writeSSE({ data: JSON.stringify(data) }).catch(end)
      const listener: Listener = {
        centre: asker.centreId,
        school: asker.schoolId,
        person: asker.personId,
        tell: (topics) => write({ topics }),
        gap: () => write({ topics: ['*'] }),
      }
      listeners.add(listener)
      const beat = async () => ((await hasGone(context, house)) ? end() : write({ topics: [] }))
      const pulse = setInterval(() => void beat(), pulseMs)
      out.onAbort(end)
      write({ topics: [] })
      await ended
      clearInterval(pulse)
      listeners.delete(listener)
    })
  }
  return {
    mount: (app) => void app.get('/api/live', stream),
    stop: () => ear.stop(),
  }
}
