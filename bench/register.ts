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

/** A store of the benchmark's own with `companies` companies and their workplaces imported through the product. */
export const registerOf = async (companies: number) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tov-bench-'))
  const config = readConfig({ TOVHOLDER_DATA: dataDir, PORT: '0' })
  const store = await openStore(config, { lease: 'server', say: () => {} })
  const queue = await startJobs(store.database, store.appUrl, { jobs, sweeps, log: makeLog('silent'), working: false })
  const centreId = await makeCentre(store.database, 'Bench', false)
  const { personId, token } = await store.database.in(system(centreId), async (ctx) => {
    const { personId } = await addMember(ctx, { name: 'Bench', email: 'bench@example.com', role: 'coordinator' })
    return { personId, token: (await makeToken({ ...ctx, personId }, 'bench')).token }
  })
  const lines = function* () {
    for (const document of generateRegister({ seed: 1, companies, today: '2026-11-23' }))
      yield Buffer.from(`${JSON.stringify(document)}\n`)
  }
  const began = performance.now()
  const imported = await importCompanies(
    { in: (work) => store.database.in(system(centreId), work) },
    { name: 'register.json', bytes: Readable.from(lines()) },
  )
  const seconds = (performance.now() - began) / 1000
  const close = async () => {
    await queue.stop()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { config, store, centreId, personId, token, imported, seconds, close }
}
export type Register = Awaited<ReturnType<typeof registerOf>>
