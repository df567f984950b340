/** The queue of a list of 5,000 against a plain table of lists with the same filters, both with single statements over the same connections. */
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { takeCompany } from '../src/features/queue/queue.ts'
import { giveWait } from '../src/features/may-contact/may-contact.ts'
import type { Asker, Ctx } from '#platform/context'
import { listed, openList, peopleOf } from './people.ts'
import { percentile, report } from './report.ts'
import type { Register } from './register.ts'

const callers = 50
const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
const middle = async (times: number, work: () => Promise<unknown>) => {
  const samples: number[] = []
  for (let n = 0; n < times; n++) samples.push(await timed(work))
  return percentile(samples, 0.5)
}

/** Some said "later": a day to reckon when they are counted. */
const leaveAlone = ({ store }: Register, who: Asker, listId: number) =>
  store.database.in(who, async (ctx) => {
    const rows = await ctx.db.selectFrom('queueNow').select('companyId').where('listId', '=', listId).execute()
    for (const { companyId } of rows.filter((_, at) => at % 5 === 0).slice(0, 400))
      await giveWait(ctx, companyId, { reason: 'later', words: '' })
  })

/** What somebody else would write: a table of its own, filters in columns, one statement each. */
const floorOf = async (pool: pg.Pool, centreId: number, listId: number) => {
  await pool.query('drop table if exists bench_queue')
  await pool.query(
    `create table bench_queue as select centre_id, list_id, company_id, cvr, phone, position, hindrance, null::int as person_id
     from queue_now where centre_id = ${centreId} and list_id = ${listId}`,
  )
  await pool.query(
    'create index on bench_queue (centre_id, list_id, position) where hindrance is null and person_id is null',
  )
  await pool.query('alter table bench_queue add primary key (centre_id, list_id, company_id)')
  await pool.query('drop table if exists bench_wait')
  await pool.query(
    `create table bench_wait as select cvr, ends_at from hindrance_now where centre_id = ${centreId} and ends_at is not null`,
  )
  await pool.query('create index on bench_wait (cvr)')
  // As the server does by itself, some time after so many rows are new.
  await pool.query('analyze bench_queue, bench_wait, queue_row')
  const where = `centre_id = ${centreId} and list_id = ${listId}`
  return {
    counts: () => pool.query(`select hindrance, count(*) from bench_queue where ${where} group by hindrance`),
    judge: () =>
      pool.query(`update bench_queue q set phone = c.phone, hindrance = case when c.closed_on <= current_date then 'closed'
                  when c.protected then 'protected' when c.phone is null then 'no-phone' when exists (
                    select from bench_wait w where w.cvr = c.cvr and w.ends_at > now()) then 'waiting' end
                  from company_place c where c.id = q.company_id and q.centre_id = ${centreId} and q.list_id = ${listId}`),
    next: (personId: number) =>
      pool.query(
        `update bench_queue set person_id = $1 where ${where} and company_id = (
           select company_id from bench_queue where ${where} and hindrance is null and person_id is null
           order by position limit 1 for update skip locked)`,
        [personId],
      ),
  }
}

export const benchQueue = async (register: Register) => {
  const { store, centreId } = register
  const [asked, early] = [await peopleOf(register, callers, 'caller'), await peopleOf(register, callers, 'early')]
  const [who] = asked
  if (!who) return
  const began = performance.now()
  const id = await openList(register, who)
  const drawingAndOpeningMs = performance.now() - began
  const pool = new pg.Pool({ connectionString: store.ownerUrl, max: 10 })
  await leaveAlone(register, who, id)
  const floor = await floorOf(pool, centreId, id)
  const inside = (text: string) => store.database.in(who, (ctx) => ctx.db.executeQuery(CompiledQuery.raw(text)))
  // Statement against statement, in turn, so that what else the machine does falls on both; `transactionMs` is what a request pays.
  const counting = async (figure: string) => {
    const text = `select * from queue_counted(${centreId})`
    const samples = { ours: [] as number[], plain: [] as number[], whole: [] as number[] }
    for (let n = 0; n < 61; n++) {
      const count = async (ctx: Ctx) =>
        void samples.ours.push(await timed(() => ctx.db.executeQuery(CompiledQuery.raw(text))))
      samples.whole.push(await timed(() => store.database.in(who, count)))
      samples.plain.push(await timed(() => floor.counts()))
    }
    const [oursMs, floorMs] = [percentile(samples.ours, 0.5), percentile(samples.plain, 0.5)]
    const transactionMs = percentile(samples.whole, 0.5)
    report('queue', figure, oursMs / floorMs, 'lower', 3, { oursMs, floorMs, transactionMs, rows: listed })
  }
  await counting('counts_ratio_to_floor')
  const judging = await middle(5, () =>
    inside(
      `select judge_queue(${centreId}, array(select cvr from queue_now where centre_id = ${centreId} and list_id = ${id}))`,
    ),
  )
  const updating = await middle(5, () => floor.judge())
  report('queue', 'judging_all_ratio_to_floor', judging / updating, 'lower', 3, {
    oursMs: judging,
    floorMs: updating,
    drawingAndOpeningMs,
  })
  const taken: number[] = []
  const take = async (one: Asker) => {
    const mine = await store.database.in(one, (ctx) => takeCompany(ctx, { listId: id }))
    if (mine) taken.push(mine.companyId)
  }
  const takeSimply = async ({ personId }: Asker) => void (await floor.next(personId ?? 0))
  // The first of each connection plans; that is once.
  const cold = await takeAll(early, take)
  await takeAll(early, takeSimply)
  const ours = await takeAll(asked, take)
  const theirs = await takeAll(asked, takeSimply)
  report('queue', 'next_p95_ratio_to_floor', ours / theirs, 'lower', 5, {
    oursMs: ours,
    floorMs: theirs,
    coldMs: cold,
    callers,
  })
  await counting('counts_while_called_ratio_to_floor')
  report('queue', 'taken_twice', taken.length - new Set(taken).size, 'lower', 0, { taken: taken.length })
  await pool.query('drop table bench_queue, bench_wait')
  await pool.end()
}

/** All at once; the 95th percentile in ms. */
const takeAll = async (asked: readonly Asker[], take: (who: Asker) => Promise<void>) =>
  percentile(await Promise.all(asked.map((who) => timed(() => take(who)))), 0.95)
