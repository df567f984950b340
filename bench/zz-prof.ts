import pg from 'pg'
import { registerOf } from './register.ts'
import { houseOf, makeApp } from '../src/app.ts'
import { makeLog } from '#platform/log'
const register = await registerOf(1000)
const { store, config, token, personId } = register
const app = makeApp(houseOf(store.database, config, false), makeLog('silent'))
const { rows } = await store.database.pool.query<{ id: number }>('select id from company order by id limit 1000')
const seen: [string, number][] = []
let on = false
const real = pg.Client.prototype.query as any
;(pg.Client.prototype as any).query = function (...args: any[]) {
  const at = performance.now()
  const r = real.apply(this, args)
  if (r && r.then) {
    return r.then((x: any) => {
      if (on) seen.push([typeof args[0] === 'string' ? args[0] : args[0].text, performance.now() - at])
      return x
    })
  }
  return r
}
const post = async (n: number) => {
  const r = await app.request('/api/promises', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `k${n} ${Math.random()}`,
    },
    body: JSON.stringify({ companyId: rows[n % 1000]!.id, what: 'Ring', ownerId: personId, dueOn: '2027-01-15' }),
  })
  if (r.status !== 201) throw new Error(await r.text())
  await r.text()
}
for (let n = 0; n < 400; n++) await post(n)
on = true
const began = performance.now()
const cpu = process.cpuUsage()
const N = 300
for (let n = 0; n < N; n++) await post(n)
const used = process.cpuUsage(cpu)
console.log('per request ms', (performance.now() - began) / N, 'cpu ms', (used.user + used.system) / 1000 / N)
const by = new Map<string, number[]>()
for (const [t, ms] of seen) {
  const k = t
    .replace(/\s+/g, ' ')
    .replace(/'[^']*'/g, "''")
    .slice(0, 140)
  by.set(k, [...(by.get(k) ?? []), ms])
}
for (const [k, v] of by) console.log((v.reduce((a, b) => a + b, 0) / N).toFixed(2), v.length / N, k)
await register.close()
