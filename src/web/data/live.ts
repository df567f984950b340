import { z } from '#platform/endpoint'
import { touch, touchAll } from './answers.ts'
import { rereadIn } from './reread.ts'

/**
 * Live updates: one connection per browser, however many tabs. The tab that holds the lock listens at /api/live and
 * passes each message on; HTTP/1.1 gives a browser only six connections to a host, and every tab would take one.
 */
const Said = z.object({ topics: z.optional(z.array(z.string())), all: z.optional(z.boolean()) })
type Heard = { topics: string[] | 'all' }

let waiting = new Set<string>()
let all = false
let timer: ReturnType<typeof setTimeout> | undefined

/** When it was asked last. */
let last = Number.NEGATIVE_INFINITY

/** Nobody looks at a hidden page: it asks again when it is looked at. */
const flush = () => {
  timer = undefined
  if (document.hidden) return
  last = performance.now()
  const topics = [...waiting]
  waiting = new Set()
  if (all) void touchAll()
  else void touch(...topics.map((topic) => `/api/${topic}`))
  all = false
}
const ask = () => {
  if (all || waiting.size > 0) timer ??= setTimeout(flush, rereadIn(last, performance.now()))
}
const hear = ({ topics }: Heard) => {
  if (topics === 'all') all = true
  else for (const topic of topics) waiting.add(topic)
  ask()
}

const listen = (channel: BroadcastChannel, stopped: AbortSignal) => {
  const tell = (heard: Heard) => {
    hear(heard)
    channel.postMessage(heard)
  }
  const read = (event: MessageEvent<string>) => {
    const said = z.parse(Said, JSON.parse(event.data))
    tell({ topics: said.all || !said.topics || said.topics.includes('*') ? 'all' : said.topics })
  }
  let gap = false
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource('/api/live')
    source.onmessage = read
    source.addEventListener('all', () => tell({ topics: 'all' }))
    source.onopen = () => {
      if (gap) tell({ topics: 'all' })
      gap = false
    }
    source.onerror = () => {
      gap = true
      // A refused connection (server restarting, proxy error) is not tried again by the browser.
      if (source.readyState === EventSource.CLOSED && !stopped.aborted) again = setTimeout(open, 5000)
    }
  }
  open()
  return new Promise<void>((done) => {
    stopped.addEventListener('abort', () => {
      clearTimeout(again)
      source.close()
      done()
    })
  })
}

/** Starts listening for as long as someone is signed in; the result stops it. */
export const startLive = () => {
  const stop = new AbortController()
  const channel = new BroadcastChannel('tov-live')
  channel.onmessage = (event: MessageEvent<Heard>) => hear(event.data)
  const began = performance.now()
  const lead = () => {
    // Whoever takes over from another tab may have missed what was said in between.
    if (performance.now() - began > 1000) hear({ topics: 'all' })
    return listen(channel, stop.signal)
  }
  document.addEventListener('visibilitychange', ask, { signal: stop.signal })
  navigator.locks.request('tov-live', { signal: stop.signal }, lead).catch(() => undefined)
  return () => {
    stop.abort()
    channel.close()
  }
}
