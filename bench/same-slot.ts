/** Thirty-two who book the same time at the same moment: one gets it, the others are told with the times that are free now. */
import pg from 'pg'
import type { Asker } from '#platform/context'
import { Problem } from '#platform/errors'
import { bookMeeting } from '../src/features/bookings/bookings.ts'
import { listFreeSlots } from '../src/features/free-slots/free-slots.ts'
import type { Register } from './register.ts'
import { percentile, report } from './report.ts'

const bookers = 32
const rounds = 20
type Slot = { startsAt: string; personId: number }
type Took = { won: boolean; ms: number }

const timed = async (work: () => Promise<boolean>): Promise<Took> => {
  const began = performance.now()
  const won = await work()
  return { won, ms: performance.now() - began }
}
/** Anything but one winner is no figure. */
const winnersOf = (round: readonly Took[]) => {
  const won = round.filter((one) => one.won).length
  if (won !== 1) throw new Error(`${won} of ${round.length} got the time`)
}

/** Whoever is too late is told what is free instead. */
const slotsTold = ({ details }: Problem) => {
  const slots = details.more?.['slots']
  return Array.isArray(slots) && slots.length > 0
}
const bookedBy = ({ store }: Register, who: Asker, companyId: number, { startsAt, personId }: Slot) =>
  store.database
    .in(who, (ctx) =>
      bookMeeting(ctx, {
        ...{ companyId, personId, startsAt, contactName: 'Bo Holm', contactEmail: null, note: '', chosenWhy: 'Bench' },
      }),
    )
    .then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Problem) || error.code !== 'slot-taken' || !slotsTold(error)) throw error
        return false
      },
    )

/** What somebody would write who has only this to answer: a key that refuses what overlaps, and a question for what is free. */
const floorOf = async ({ store }: Register) => {
  const client = new pg.Pool({ connectionString: store.ownerUrl, max: 10 })
  await client.query(`create extension if not exists btree_gist; drop table if exists bench_taken;
    create table bench_taken (person int, during tstzrange, exclude using gist (person with =, during with &&))`)
  const book = async (person: number, startsAt: string) => {
    const { rowCount } = await client.query({
      name: 'take',
      text: `insert into bench_taken values ($1, tstzrange($2, $2::timestamptz + interval '90 minutes')) on conflict do nothing`,
      values: [person, startsAt],
    })
    if (rowCount === 1) return true
    await client.query({
      name: 'free',
      text: `select p, t from generate_series(1, 300) p, generate_series($1::timestamptz, $1::timestamptz + interval '14 days', interval '30 minutes') t
        where extract(isodow from t) < 6 and extract(hour from t) between 8 and 14
          and not exists (select from bench_taken b where b.person = p and b.during && tstzrange(t, t + interval '90 minutes')) order by t limit 5`,
      values: [startsAt],
    })
    return false
  }
  return { book, close: () => client.end() }
}

export const benchSameSlot = async (register: Register, first: Asker, people: readonly Asker[]) => {
  const open = await register.store.database.in(first, (ctx) =>
    ctx.db
      .selectFrom('companyPlace')
      .select('id')
      .distinctOn('cvr')
      .where('protected', '=', false)
      .where('closedOn', 'is', null)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('placeStanding as s').select('s.id').whereRef('s.id', '=', 'companyPlace.id'))),
      )
      .orderBy('cvr')
      .limit(rounds * bookers)
      .execute(),
  )
  const floor = await floorOf(register)
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const companies = open.slice(round * bookers, (round + 1) * bookers).map(({ id }) => id)
      const { rows } = await register.store.database.in(first, (ctx) =>
        listFreeSlots(ctx, { companyId: companies[0] ?? 0, days: 14, every: false }),
      )
      const slot = rows[0]
      if (!slot) throw new Error('no time is free')
      const tries = companies.map((companyId, n) =>
        timed(() =>
          bookedBy(register, people[n] ?? first, companyId, { startsAt: slot.startsAt, personId: slot.personId }),
        ),
      )
      const booked = await Promise.all(tries)
      winnersOf(booked)
      const plain = await Promise.all(companies.map(() => timed(() => floor.book(round + 1, slot.startsAt))))
      winnersOf(plain)
      // The first rounds plan the statements of each connection.
      if (round < 5) continue
      ours.push(...booked.map(({ ms }) => ms))
      theirs.push(...plain.map(({ ms }) => ms))
    }
  } finally {
    await floor.close()
  }
  report('slots', 'booked_p99_ms_32_at_once', percentile(ours, 0.99), 'lower', 300, {
    p50: percentile(ours, 0.5),
    floorP99: percentile(theirs, 0.99),
    rounds: rounds - 5,
  })
}
