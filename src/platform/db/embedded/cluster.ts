import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { majorOf } from './binaries.ts'
import { complaint } from './complaint.ts'
import type { Place } from './place.ts'

/** How every PostgreSQL program is run: nothing of our environment (it may hold secrets), messages in English. */
export const asAccount = (account: Account | undefined) => ({
  ...account,
  cwd: '/',
  env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
})

export const hasCluster = (place: Place): boolean => existsSync(join(place.pg, 'PG_VERSION'))

/** Errors: a sentence, when the files were made by another major version; PostgreSQL can not read those. */
export const refuseOtherMajor = (place: Place, native: string): void => {
  const made = Number(readFileSync(join(place.pg, 'PG_VERSION'), 'utf8'))
  const ours = majorOf(native)
  if (made === ours) return
  throw new Error(
    `The database in ${place.pg} was made by PostgreSQL ${made}, this Tovholder brings PostgreSQL ${ours}. It cannot read those files. Carry them over with the Tovholder that made them: \`tovholder backup <file>\` there, then \`tovholder restore <file>\` here in another data folder (TOVHOLDER_DATA).`,
  )
}

/** Makes the database files under a temporary name: an initdb that is interrupted leaves nothing half made. */
export const makeCluster = async (place: Place, native: string): Promise<void> => {
  for (const left of readdirSync(place.home)) {
    if (left.startsWith('pg.new-')) rmSync(join(place.home, left), { recursive: true, force: true, maxRetries: 3 })
  }
  // A name of its own: an initdb whose Node was killed may still be writing to the former one.
  const fresh = join(place.home, `pg.new-${randomUUID().slice(0, 8)}`)
  mkdirSync(fresh, { mode: 0o700 })
  if (place.account) chownSync(fresh, place.account.uid, place.account.gid)
  const { status, output } = await runInitdb(native, fresh, place.account)
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true, maxRetries: 3 })
    throw new Error(complaint(`The database files could not be made in ${place.home}.`, output, 'initdb'))
  }
  renameSync(fresh, place.pg)
}

const runInitdb = (native: string, folder: string, account: Account | undefined) => {
  // Without a locale initdb silently makes a SQL_ASCII database. The builtin one sorts alike on every machine.
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['-U', 'postgres', '--auth-local=trust', '--auth-host=reject', '--no-instructions']
  return new Promise<{ status: number | null; output: string }>((done) => {
    const initdb = spawn(join(native, 'bin/initdb'), ['-D', folder, ...locale, ...access], {
      ...asAccount(account),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    initdb.stdout.on('data', (text: Buffer) => (output += text.toString()))
    initdb.stderr.on('data', (text: Buffer) => (output += text.toString()))
    initdb.on('error', (error) => done({ status: null, output: error.message }))
    initdb.on('close', (status) => done({ status, output }))
  })
}
