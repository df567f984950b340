/**
 * What pages read, in a centre with a list of 5,000 in calling: the product's rule in its transaction, against the statement that somebody would write by
 * hand over flat tables of his own, in a transaction of the same kind. Both without HTTP, in turn.
 */
import pg from 'pg'
import { countCompanies, listCompanies } from '../src/features/companies/companies.ts'
import { listWaiting } from '../src/features/home/home.ts'
import { countList } from '../src/features/lists/lists.ts'
import { Criteria } from '../src/features/lists/criteria.schema.ts'
import { showQueue } from '../src/features/queue/queue.ts'
import { houseOf } from '../src/app.ts'
import type { Asker, Ctx } from '#platform/context'
import { z } from '#platform/endpoint'
import { flatTables } from './flat.ts'
import { openList, peopleOf } from './people.ts'
import { percentile, report } from './report.ts'
import type { Register } from './register.ts'

type Read = { figure: string; goalMs: number; ours: (ctx: Ctx) => Promise<unknown>; floor: readonly string[] }
const rounds = 21

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The criteria a coordinator would choose: metal, small, limited companies of one town, never spoken with. */
const five = { municipalities: [615], industries: ['25'], sizes: ['0-9'], forms: [80], contact: 'never' }
const free = 'not closed and not barred and not marked'
const drawn = (where: string) => `
  select case when closed then 'closed' when barred then 'protected' when marked then 'marked' when listed then 'listed' end as reason, count(*), count(distinct cvr)
  from bench_flat where ${where} group by 1`

const readsOf = (listId: number): Read[] => [
  {
    figure: 'queue_page',
    goalMs: 50,
    ours: (ctx) => showQueue(ctx, listId),
    floor: [
      'select hindrance, count(*) from bench_queue group by hindrance',
      `select q.*, f.name, f.employees from (select * from bench_queue where hindrance is null order by position limit 30) q
       join bench_flat f on f.id = q.company_id order by q.position`,
    ],
  },
  {
    figure: 'waiting',
    goalMs: 15,
    ours: (ctx) => listWaiting(ctx, false),
    floor: ['select hindrance, count(*) from bench_queue group by hindrance'],
  },
  {
    figure: 'may_be_called_page',
    goalMs: 30,
    ours: (ctx) => listCompanies(ctx, { call: 'now', limit: 50 }),
    floor: [`select * from bench_flat where ${free} order by name, id limit 51`],
  },
  {
    figure: 'may_be_called_count',
    goalMs: 100,
    ours: (ctx) => countCompanies(ctx, { call: 'now' }),
    floor: [`select count(*) from (select from bench_flat where ${free} limit 10001) f`],
  },
  {
    figure: 'draw_count',
    goalMs: 300,
    ours: (ctx) => countList(ctx, z.parse(Criteria, {})),
    floor: [drawn('true')],
  },
  {
    figure: 'draw_count_five_criteria',
    goalMs: 20,
    ours: (ctx) => countList(ctx, z.parse(Criteria, five)),
    floor: [drawn(`municipality = 615 and industry between '250000' and '259999' and staff < 10 and form_code = 80`)],
  },
  {
    figure: 'list_page',
    goalMs: 15,
    ours: (ctx) => listCompanies(ctx, { municipality: 615, industry: '25', limit: 50 }),
    floor: [
      `select * from bench_flat where municipality = 615 and industry between '250000' and '259999' order by name, id limit 51`,
    ],
  },
]

const byHand = async (client: pg.Client, statements: readonly string[]) => {
  await client.query("begin read only; select set_config('app.now', '2026-11-23T09:00Z', true)")
  for (const text of statements) await client.query({ name: text.slice(0, 40) + text.length, text })
  await client.query('commit')
}

const measure = async ({ store }: Register, who: Asker, client: pg.Client, read: Read) => {
  const samples = { ours: [] as number[], floor: [] as number[] }
  for (let n = 0; n < rounds; n++) {
    samples.floor.push(await timed(() => byHand(client, read.floor)))
    samples.ours.push(await timed(() => store.database.read(who, read.ours)))
  }
  const [oursMs, floorMs] = [percentile(samples.ours, 0.5), percentile(samples.floor, 0.5)]
  report('reading', `${read.figure}_ms`, oursMs, 'lower', read.goalMs, { floorMs, ratio: oursMs / floorMs })
}

export const benchReading = async (register: Register) => {
  const { store, config, centreId } = register
  houseOf(store.database, config, false)
  const [who] = await peopleOf(register, 1, 'reader')
  if (!who) return
  const listId = await openList(register, who)
  const client = new pg.Client(store.ownerUrl)
  await client.connect()
  await flatTables(client, centreId, listId)
  for (const read of readsOf(listId)) await measure(register, who, client, read)
  await client.query('drop table bench_flat, bench_queue')
  await client.end()
}
