/** *Hvad venter* of a coordinator over HTTP, in a centre with years of reports and promises, against a bare server with statements written by hand. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import pg from 'pg'
import { ask } from './ask.ts'
import { peopleOf } from './people.ts'
import { percentile, report } from './report.ts'
import type { Register } from './register.ts'

/** Full: 100,000 reports and 300,000 promises of four years, of which one in twenty is open and one in four of those late. */
const yearsOf = async (client: pg.Client, centreId: number, people: readonly number[], reports: number) => {
  const from = `select c.id, c.cvr, row_number() over (order by c.id) as n from company c where c.kind = 'company'`
  const who = `($3::int[])[1 + i % cardinality($3::int[])]`
  const when = `now() - make_interval(mins => (i::bigint * 2100000 / $2)::int)`
  const company = `join places c on c.n = 1 + (i * 7919) % (select count(*) from places)`
  await client.query(
    `with places as materialized (${from})
     insert into visit (centre_id, company_id, cvr, person_id, visited_at, about, reported_at)
     select $1, c.id, c.cvr, ${who}, ${when} - interval '1 day', 'Om uddannelse', ${when} from generate_series(1, $2::int) i ${company}`,
    [centreId, reports, people],
  )
  await client.query(
    `with places as materialized (${from})
     insert into promise (centre_id, company_id, cvr, what, owner_id, due_on, made_by, made_at, kept_at, kept_by)
     select $1, c.id, c.cvr, 'Sende en oversigt over kurser', ${who},
       case when i % 20 = 0 then current_date + 60 - (i / 20) % 80 else (${when})::date end, ${who}, ${when},
       case when i % 20 > 0 then ${when} end, case when i % 20 > 0 then ${who} end
     from generate_series(1, $2::int) i ${company}`,
    [centreId, reports * 3, people],
  )
  await client.query(
    `insert into event (centre_id, at, person_id, source, verb, subject, subject_id, cvr, company_id)
     select centre_id, reported_at, person_id, 'web', 'reported', 'visit', id, cvr, company_id from visit
     union all select centre_id, made_at, owner_id, 'web', 'promised', 'promise', id, cvr, company_id from promise
     union all select centre_id, kept_at, owner_id, 'web', 'kept', 'promise', id, cvr, company_id from promise where kept_at is not null`,
  )
  await client.query('analyze')
}

const portOf = async (child: ChildProcess) => ((await once(child, 'message')) as [{ port: number }])[0].port

export const benchHome = async (register: Register, reports: number) => {
  const { store, centreId, token } = register
  const people = await peopleOf(register, 50, 'home')
  const client = new pg.Client(store.ownerUrl)
  await client.connect()
  await yearsOf(
    client,
    centreId,
    people.map(({ personId }) => personId ?? 0),
    reports,
  )
  await client.end()
  const floor = fork(new URL('./floor-home.ts', import.meta.url), [store.appUrl, String(centreId)])
  const ours = fork(new URL('./product-server.ts', import.meta.url), [store.appUrl])
  const [floorPort, port] = [await portOf(floor), await portOf(ours)]
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const samples = { ours: [] as number[], floor: [] as number[] }
  const cold = await ask(agent, port, '/api/waiting', token)
  for (let n = 0; n < 20; n++)
    await Promise.all([ask(agent, port, '/api/waiting', token), ask(agent, floorPort, '/', token)])
  // In turn: machines drift.
  for (let n = 0; n < 200; n++) {
    samples.floor.push(await ask(agent, floorPort, '/', token))
    samples.ours.push(await ask(agent, port, '/api/waiting', token))
  }
  agent.destroy()
  for (const child of [floor, ours]) child.kill()
  const at = (share: number) => ({ oursMs: percentile(samples.ours, share), floorMs: percentile(samples.floor, share) })
  const p95 = at(0.95)
  report('home', 'p95_ratio_to_floor', p95.oursMs / p95.floorMs, 'lower', 1.5, {
    ...p95,
    p50: at(0.5),
    firstMs: cold,
    reports,
  })
}
