import { mkdtempSync, writeFileSync, readdirSync } from 'node:fs'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { readConfig } from '#platform/config'
import { openStore } from '#platform/db/store'
import { houseOf } from './src/app.ts'
import { seedDemoWorld } from './db/demo/seed.ts'
const companies = Number(process.argv[2] ?? 0) || undefined
const dataDir = mkdtempSync('/tmp/demo-try-')
const config = readConfig({ TOVHOLDER_DATA: dataDir, PORT: '0' })
const store = await openStore(config, { lease: 'server', say: () => {} })
houseOf(store.database, config, true)
const began = performance.now()
const now = process.argv[3] ? Temporal.Instant.from(process.argv[3]) : undefined
try { await seedDemoWorld(store, { say: console.log, ...(companies && { companies }), ...(now && { now }) }) } catch (e) { console.error(e); console.error(JSON.stringify(e)) }
console.log('seconds', (performance.now() - began) / 1000)
const client = new pg.Client((store as any).unsafeSuperuserUrl ?? (store as any).ownerUrl)
await client.connect()
const { readFileSync } = await import('node:fs')
for (const part of readFileSync('/tmp/look.sql', 'utf8').split(';\n').map((s) => s.trim()).filter(Boolean)) {
  try { const { rows } = await client.query(part); console.log('\n== ' + part.slice(0, 100)); for (const r of rows) console.log(Object.values(r).join(' | ')) } catch (e) { console.log('ERR', part.slice(0, 80), String(e)) }
}
await client.end(); await store.close()
