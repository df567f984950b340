/** Callers at work on one list over HTTP: the next company and its answer. The same rules without HTTP, in the same run, are the other side. */
import { Agent } from 'node:http'
import pg from 'pg'
import { answerCall } from '../src/features/calls/calls.ts'
import { makeToken } from '../src/features/members/members.ts'
import { takeCompany } from '../src/features/queue/queue.ts'
import type { Asker } from '#platform/context'
import { ask, cpuOfDatabase, forked, openPages } from './load.ts'
import { openList, peopleOf } from './people.ts'
import type { Register } from './register.ts'
import { percentile, report } from './report.ts'

const callers = 50
type Pair = { take: () => Promise<number | null>; answer: (companyId: number) => Promise<unknown> }
const answers = ['no-answer', 'later', 'no-answer', 'not-interested', 'no-answer'] as const
const saying = (n: number) => ({ answer: answers[n % answers.length] ?? 'no-answer', spokeWith: '', note: '' })

/** So many callers, each his own pair after pair until the time is up, waiting so long between them. */
const calling = async (all: readonly Pair[], ms: number, pause: () => number) => {
  const taking: number[] = []
  const answering: number[] = []
  const end = performance.now() + ms
  const work = async ({ take, answer }: Pair) => {
    await new Promise((done) => setTimeout(done, pause() * Math.random()))
    while (performance.now() < end) {
      const began = performance.now()
      const companyId = await take()
      const taken = performance.now()
      if (companyId === null) return
      await answer(companyId)
      taking.push(taken - began)
      answering.push(performance.now() - taken)
      await new Promise((done) => setTimeout(done, pause()))
    }
  }
  const began = performance.now()
  await Promise.all(all.map(work))
  const seconds = (performance.now() - began) / 1000
  return {
    pairs: taking.length / seconds,
    takeP50: percentile(taking, 0.5),
    takeP99: percentile(taking, 0.99),
    answerP50: percentile(answering, 0.5),
    answerP99: percentile(answering, 0.99),
  }
}

/** 25 pairs a second, with as many pages open that read the queue again when they are told: what a caller waits, and what it takes. */
const atPace = async (
  { store }: Register,
  ours: Awaited<ReturnType<typeof forked>>,
  all: readonly Pair[],
  asked: readonly Asker[],
  listId: number,
) => {
  const tokens = await Promise.all(
    asked.map((who) => store.database.in(who, async (ctx) => (await makeToken(ctx, 'page')).token)),
  )
  const { rows } = await store.database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const close = openPages(ours.port, tokens, `/api/calls/queue?listId=${listId}`, 'calls')
  const database = cpuOfDatabase(rows[0]?.pid ?? 0)
  const cpu = async () => (await ours.cpu()) + database()
  await calling(all, 4_000, () => 2_000)
  const [before, began] = [await cpu(), performance.now()]
  const paced = await calling(all, 15_000, () => 2_000)
  const used = ((await cpu()) - before) / (performance.now() - began) / 2
  close()
  report('calling', 'take_p99_ms_at_25_pairs', paced.takeP99, 'lower', 100, { ...paced, pages: callers })
  report('calling', 'load_of_two_cores_at_25_pairs', used, 'lower', 0.7, { pairs: paced.pairs })
  // Fifty callers make a thousand calls an hour.
  report('calling', 'load_at_the_real_pace_by_share', (used * (1000 / 3600)) / paced.pairs, 'lower', 0.15, {})
}

/** What autovacuum does within a minute of a list's first calls: until then plans are made for tables that are nearly empty. */
const counted = async (url: string) => {
  const owner = new pg.Client(url)
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
}

export const benchCalling = async (register: Register) => {
  const { store } = register
  const asked = await peopleOf(register, callers, 'pair')
  const [who] = asked
  if (!who) return
  const listId = await openList(register, who)
  const inside = (asker: Asker): Pair => ({
    take: () => store.database.in(asker, async (ctx) => (await takeCompany(ctx, { listId }))?.companyId ?? null),
    answer: (companyId) => store.database.in(asker, (ctx) => answerCall(ctx, { companyId, ...saying(companyId) })),
  })
  const ours = await forked('./product-server.ts', [store.appUrl])
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const outside = async (asker: Asker): Promise<Pair> => {
    const { token } = await store.database.in(asker, (ctx) => makeToken(ctx, 'bench'))
    const post = (path: string, body: object) =>
      ask(agent, ours.port, {
        method: 'POST',
        path,
        body,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': String(Math.random()) },
      })
    return {
      take: async () =>
        ((await post('/api/calls/holds', { listId, outsideHours: true })) as { held: { companyId: number } | null })
          .held?.companyId ?? null,
      answer: (companyId) => post('/api/calls', { companyId, ...saying(companyId) }),
    }
  }
  const insides = asked.map(inside)
  const outsides = await Promise.all(asked.map(outside))
  await calling(outsides, 3_000, () => 0)
  await counted(store.ownerUrl)
  await calling(outsides, 2_000, () => 0)
  const over = await calling(outsides, 8_000, () => 0)
  await calling(insides, 3_000, () => 0)
  const within = await calling(insides, 8_000, () => 0)
  report('calling', 'pairs_a_second', over.pairs, 'higher', 200, { ...over, callers })
  report('calling', 'share_of_the_rules_without_http', over.pairs / within.pairs, 'higher', 0.5, { ...within, callers })
  await atPace(register, ours, outsides, asked, listId)
  ours.kill()
  agent.destroy()
}
