/** What open pages are told: that answers under some addresses are stale, and whom it concerns. Never what stands there. */
import type { Visibility } from './events.ts'

export type Notice = {
  /** Beginnings of addresses under /api/. */
  topics: readonly string[]
  /** Only people of this school; null: of the centre itself. */
  school?: number | null | undefined
  /** Only this person. */
  person?: number | null | undefined
  /** Only people with one of these roles. */
  roles?: readonly string[] | undefined
}

type Told = { centreId: number; schoolId: number | null; personId: number | null }
export const noticeOf = (
  { schoolId, personId }: Told,
  topics: readonly string[],
  visibility: Visibility,
  roles?: readonly string[],
): Notice => ({
  topics,
  ...(visibility === 'school' && { school: schoolId }),
  ...(visibility === 'personal' && { person: personId }),
  ...(roles && { roles }),
})

/** A notification of PostgreSQL holds 8,000 bytes; who is told of so much reads everything again. */
const mostBytes = 7_000

/** One payload a centre: what was told to the same people is told once. */
export const payloadOf = (centre: number, notices: readonly Notice[]): string => {
  const told = new Map<string, { who: Omit<Notice, 'topics'>; topics: Set<string> }>()
  for (const { topics, ...who } of notices) {
    const key = JSON.stringify(who)
    const one = told.get(key) ?? { who, topics: new Set() }
    for (const topic of topics) one.topics.add(topic)
    told.set(key, one)
  }
  const said = [...told.values()].map(({ who, topics }) => ({ ...who, topics: [...topics] }))
  const payload = JSON.stringify({ centre, said })
  return Buffer.byteLength(payload) <= mostBytes ? payload : JSON.stringify({ centre, said: [{ topics: ['*'] }] })
}

/**
 * Gathers what changes have to tell, once they are there, and sends it every so many milliseconds, one payload a centre. `pg_notify`
 * inside a change makes all changes wait for each other when they end. A notice that is lost costs freshness, never truth.
 */
export const noticeboard = (send: (payloads: string[]) => Promise<unknown>, everyMs = 200) => {
  let gathered = new Map<number, Notice[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const ready = gathered
    gathered = new Map()
    if (ready.size > 0) await send([...ready].map(([centre, notices]) => payloadOf(centre, notices))).catch(() => {})
  }
  return {
    add: (centre: number, notices: readonly Notice[]) => {
      if (notices.length === 0) return
      gathered.set(centre, [...(gathered.get(centre) ?? []), ...notices])
      timer ??= setTimeout(() => void flush(), everyMs)
    },
    flush,
  }
}
