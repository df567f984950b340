/** Load on a server in another process: how long each answer took, and how many came in a second. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { rereadIn } from '../src/web/data/reread.ts'
import { percentile } from './report.ts'

export type Asked = { method: 'GET' | 'POST'; path: string; body?: unknown; headers?: Record<string, string> }

export const forked = async (file: string, given: readonly string[]) => {
  const child = fork(new URL(file, import.meta.url), [...given])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  /** CPU of the process so far, in ms. */
  const cpu = async () => {
    child.send('usage')
    const [said] = (await once(child, 'message')) as [{ cpu: { user: number; system: number } }]
    return (said.cpu.user + said.cpu.system) / 1000
  }
  return { port, pid: child.pid, cpu, kill: () => child.kill() }
}

/** One request; the answer's JSON. Throws when it is refused. */
export const ask = (agent: Agent, port: number, { method, path, body, headers }: Asked) =>
  new Promise<unknown>((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const sent = {
      ...headers,
      ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    }
    const asking = request({ agent, port, method, path, headers: sent }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const said = Buffer.concat(pieces).toString()
        if ((answer.statusCode ?? 500) < 300) resolve(said === '' ? null : JSON.parse(said))
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${said}`))
      })
    })
    asking.on('error', reject).end(text)
  })

/** `count` requests over so many connections, each made when its turn comes. */
export const load = async (port: number, connections: number, count: number, next: (n: number) => Asked) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const samples: number[] = []
  let n = 0
  const began = performance.now()
  const worker = async () => {
    while (n < count) {
      const asked = next(n++)
      const at = performance.now()
      await ask(agent, port, asked)
      samples.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return {
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    p99: percentile(samples, 0.99),
    perSecond: count / seconds,
  }
}

/** `/proc/<pid>/stat` from the state on: the name before it may hold anything. */
const statOf = (pid: number | string) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
/** From user time on: its own, and what its children that have ended took; in ms. */
const ticks = (stat: string[], fields: number) =>
  stat.slice(11, 11 + fields).reduce((sum, ticked) => sum + Number(ticked) * 10, 0)

/** CPU of the whole database server so far, in ms; `pid` is one of its processes now. */
export const cpuOfDatabase = (pid: number) => {
  const server = statOf(pid)[1] ?? ''
  return (): number =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .reduce(
        (sum, one) => {
          try {
            const stat = statOf(one)
            return stat[1] === server ? sum + ticks(stat, 2) : sum
          } catch {
            return sum
          }
        },
        ticks(statOf(server), 4),
      )
}

/** Pages that stand open: each hears what is stale and reads it again when the browser would. Ends with `close`. */
export const openPages = (port: number, tokens: readonly string[], read: string, topic: string) => {
  const agent = new Agent({ keepAlive: true })
  const open = tokens.map((token) => {
    const headers = { authorization: `Bearer ${token}` }
    let last = Number.NEGATIVE_INFINITY
    let waits = false
    const again = () => {
      waits = false
      last = performance.now()
      void ask(agent, port, { method: 'GET', path: read, headers }).catch(() => {})
    }
    const hear = (text: string) => {
      if (!text.includes(topic) || waits) return
      waits = true
      setTimeout(again, rereadIn(last, performance.now()))
    }
    const stream = request({ port, path: '/api/live', headers, agent: new Agent() }, (answer) =>
      answer.on('data', (piece: Buffer) => hear(piece.toString())),
    )
    stream.on('error', () => {}).end()
    return stream
  })
  return () => {
    for (const stream of open) stream.destroy()
    agent.destroy()
  }
}
