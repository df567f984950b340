/** Taking back an import of 2,000 new companies, against the same two deletes in tables of the same keys: as many may point to each number. */
import { Readable } from 'node:stream'
import pg from 'pg'
import { system } from '../src/features/centre/centre.ts'
import { companyImportsOf, importCompanies } from '../src/features/register/register.ts'
import { generateRegister } from '../db/demo/companies.ts'
import { report } from './report.ts'
import type { Register } from './register.ts'

const newOnes = 2_000

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Documents of companies that the register has not got yet. */
const unknown = async (client: pg.Client, companies: number) => {
  const { rows } = await client.query<{ number: string }>('select coalesce(p_number, cvr) as number from company_place')
  const known = new Set(rows.map(({ number }) => number))
  const documents: Buffer[] = []
  for (const one of generateRegister({ seed: 1, companies: companies + newOnes, today: '2026-11-23' })) {
    const number = 'Vrvirksomhed' in one ? one.Vrvirksomhed.cvrNummer : one.VrproduktionsEnhed.pNummer
    if (documents.length < newOnes && !known.has(String(number)))
      documents.push(Buffer.from(`${JSON.stringify(one)}\n`))
  }
  return documents
}

/** Two deletes by hand: the rows and their numbers, each number asked for in as many tables as in the product. */
const floorOf = async (client: pg.Client) => {
  const { rows } = await client.query<{ keys: number }>(
    "select count(*)::int as keys from pg_constraint where contype = 'f' and confrelid = 'company_known'::regclass",
  )
  // One of them is the row's own.
  const pointing = Array.from({ length: (rows[0]?.keys ?? 1) - 1 }, (_, n) => `bench_points_${n}`)
  await client.query('create table bench_known (id int primary key)')
  await client.query('insert into bench_known select generate_series(1, 100000)')
  for (const name of ['bench_row', ...pointing]) {
    await client.query(`create table ${name} (id int references bench_known (id))`)
    await client.query(`insert into ${name} select generate_series(1, ${name === 'bench_row' ? 100_000 : 5_000})`)
    await client.query(`create index on ${name} (id)`)
  }
  await client.query('analyze')
  const floor = await timed(async () => {
    await client.query('begin')
    await client.query(`delete from bench_row where id > ${100_000 - newOnes}`)
    await client.query(`delete from bench_known where id > ${100_000 - newOnes}`)
    await client.query('commit')
  })
  await client.query(`drop table bench_row, ${pointing.join(', ')}, bench_known`)
  return floor
}

export const benchUndo = async (register: Register, companies: number) => {
  const { store, centreId } = register
  const client = new pg.Client(store.ownerUrl)
  await client.connect()
  await client.query("select set_config('app.centre', $1, false)", [String(centreId)])
  const documents = await unknown(client, companies)
  const opens = {
    in: <T>(work: Parameters<typeof store.database.in<T>>[1]) => store.database.in(system(centreId), work),
  }
  const { created } = await importCompanies(opens, { name: 'new.json', bytes: Readable.from(documents) })
  const undone = await opens.in((ctx) => companyImportsOf.listImports(ctx, { limit: 1 }))
  const undoing = await timed(() => opens.in((ctx) => companyImportsOf.undoImport(ctx, undone.rows[0]?.id ?? 0)))
  const floorMs = await floorOf(client)
  await client.end()
  report('undo', 'undo_ms', undoing, 'lower', 300, { floorMs, ratio: undoing / floorMs, companies: created })
}
