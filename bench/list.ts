/** The filtered list of companies over HTTP against a bare Node + pg server that runs the same statement. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { houseOf, makeApp } from '../src/app.ts'
import { makeLog } from '#platform/log'
import { ask } from './ask.ts'
import { percentile, report } from './report.ts'
import type { registerOf } from './register.ts'

type Register = Awaited<ReturnType<typeof registerOf>>
const filters = [
  'municipality=615&industry=25&limit=50',
  'municipality=751&limit=50',
  'size=10-49&industry=47&limit=50',
]

const measure = async (port: number, prefix: string, token: string, connections: number, count: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const samples: number[] = []
  let next = 0
  const worker = async () => {
    for (let n = next++; n < count; n = next++)
      samples.push(await ask(agent, port, `${prefix}?${filters[n % filters.length]}`, token))
  }
  for (let warm = 0; warm < 30; warm++) await ask(agent, port, `${prefix}?${filters[warm % filters.length]}`, token)
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), perSecond: count / seconds }
}

/** Floor and product in turn, three rounds each, the medians compared: machines drift. */
export const benchList = async (register: Register) => {
  const { store, config, token } = register
  const app = makeApp(houseOf(store.database, config, false), makeLog('silent'))
  const ours = createServer(getRequestListener(app.fetch)).listen(0)
  await once(ours, 'listening')
  const floor = fork(new URL('./floor-server.ts', import.meta.url), [store.appUrl, String(register.centreId)])
  const [{ port: floorPort }] = (await once(floor, 'message')) as [{ port: number }]
  const { port } = ours.address() as AddressInfo
  for (const connections of [1, 16]) {
    const rounds: { ours: Awaited<ReturnType<typeof measure>>; floor: Awaited<ReturnType<typeof measure>> }[] = []
    for (let round = 0; round < 3; round++)
      rounds.push({
        floor: await measure(floorPort, '/', token, connections, 300),
        ours: await measure(port, '/api/companies', token, connections, 300),
      })
    const middle = (pick: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(pick), 0.5)
    const ratio = middle((round) => round.ours.p50 / round.floor.p50)
    report('list', `p50_ratio_to_floor_${connections}`, ratio, 'lower', 2, {
      oursMs: middle((round) => round.ours.p50),
      floorMs: middle((round) => round.floor.p50),
      oursPerSecond: middle((round) => round.ours.perSecond),
      floorPerSecond: middle((round) => round.floor.perSecond),
    })
  }
  floor.kill()
  ours.close()
}
