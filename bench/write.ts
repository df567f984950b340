/** One small write, a promise, over HTTP: against its row and its event behind a bare Node server, at 1 and at 16 connections. */
import { forked, load } from './load.ts'
import type { Register } from './register.ts'
import { percentile, report } from './report.ts'

const rounds = 5

export const benchWrite = async ({ store, centreId, personId, token }: Register) => {
  const ours = await forked('./product-server.ts', [store.appUrl])
  const floor = await forked('./floor-writes.ts', [store.ownerUrl, String(centreId), String(personId)])
  const { rows } = await store.database.pool.query<{ id: number }>('select id from company order by id limit 1000')
  const next = (path: string) => (n: number) => ({
    method: 'POST' as const,
    path,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': `${path} ${n} ${Math.random()}` },
    body: {
      companyId: rows[n % rows.length]?.id ?? 0,
      what: `Ring om kurset ${n}`,
      ownerId: personId,
      dueOn: '2027-01-15',
    },
  })
  for (const connections of [1, 16]) {
    await load(floor.port, connections, 300, next('/'))
    await load(ours.port, connections, 300, next('/api/promises'))
    const seen: { floor: Awaited<ReturnType<typeof load>>; ours: Awaited<ReturnType<typeof load>> }[] = []
    for (let round = 0; round < rounds; round++)
      seen.push({
        floor: await load(floor.port, connections, 300, next('/')),
        ours: await load(ours.port, connections, 300, next('/api/promises')),
      })
    const middle = (pick: (round: (typeof seen)[number]) => number) => percentile(seen.map(pick), 0.5)
    report(
      'write',
      `p50_ratio_to_floor_${connections}`,
      middle((one) => one.ours.p50 / one.floor.p50),
      'lower',
      2,
      {
        oursMs: middle((one) => one.ours.p50),
        floorMs: middle((one) => one.floor.p50),
        oursPerSecond: middle((one) => one.ours.perSecond),
        floorPerSecond: middle((one) => one.floor.perSecond),
      },
    )
  }
  ours.kill()
  floor.kill()
}
