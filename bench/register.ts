import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { jobs, sweeps } from '../src/app.ts'
import { makeCentre, system } from '../src/features/centre/centre.ts'
import { addMember, makeToken } from '../src/features/members/members.ts'
import { importCompanies } from '../src/features/register/register.ts'
import { readConfig } from '#platform/config'
import { openStore } from '#platform/db/store'
import { startJobs } from '#platform/queue'
import { makeLog } from '#platform/log'
import { generateRegister } from '../db/demo/companies.ts'

/** An empty store of the benchmark's own, with a centre and its coordinator. */
export const emptyStore = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tov-bench-'))
  const config = readConfig({ TOVHOLDER_DATA: dataDir, PORT: '0' })
  const store = await openStore(config, { lease: 'server', say: () => {} })
  const queue = await startJobs(store.database, store.appUrl, { jobs, sweeps, log: makeLog('silent'), working: false })
  const centreId = await makeCentre(store.database, 'Bench', false)
  const { personId, token } = await store.database.in(system(centreId), async (ctx) => {
    const { personId } = await addMember(ctx, { name: 'Bench', email: 'bench@example.com', role: 'coordinator' })
    return { personId, token: (await makeToken({ ...ctx, personId }, 'bench')).token }
  })
  const close = async () => {
    await queue.stop()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { config, store, centreId, personId, token, close }
}
type Store = Awaited<ReturnType<typeof emptyStore>>

/** The register's own documents, one a line. */
export const linesOf = function* (companies: number) {
  for (const document of generateRegister({ seed: 1, companies, today: '2026-11-23' }))
    yield Buffer.from(`${JSON.stringify(document)}\n`)
}

/** Imports such lines through the product. */
export const takeIn = async ({ store, centreId }: Store, bytes: Readable) => {
  const began = performance.now()
  const imported = await importCompanies(
    { in: (work) => store.database.in(system(centreId), work) },
    { name: 'register.json', bytes },
  )
  return { imported, seconds: (performance.now() - began) / 1000 }
}

/** Such a store with `companies` companies and their workplaces. */
export const registerOf = async (companies: number) => {
  const empty = await emptyStore()
  return { ...empty, ...(await takeIn(empty, Readable.from(linesOf(companies)))) }
}
export type Register = Awaited<ReturnType<typeof registerOf>>
