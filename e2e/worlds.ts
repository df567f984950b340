/**
 * Data folders for journeys: each world is made once a run and copied for every journey, so that no journey meets what
 * another left behind. Vitest's global setup builds the pages first and removes everything afterwards.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#platform/config'
import { openStore } from '#platform/db/store'
import { makeWorld } from '../db/world.ts'
import { buildPages } from '../src/build-pages.ts'
import { houseOf } from '../src/app.ts'
import { hashPassword } from '../src/features/members/members.ts'

/** `demo`: the whole demo world; `small`: three schools, a person in each role; `empty`: the first-run page. */
export type WorldName = 'demo' | 'small' | 'empty'
declare module 'vitest' {
  interface ProvidedContext {
    worlds: string
  }
}

/** Everybody's password in the small world. */
export const smallPassword = 'rebet holder til tolv'

/** A new folder that PostgreSQL's own account can come into when the tests run as root. */
const newFolder = (above: string, beginning: string) => {
  const path = join(above, `${beginning}${randomBytes(4).toString('hex')}`)
  mkdirSync(path, { mode: 0o711 })
  return path
}

const seedDemo = (dataDir: string) =>
  execFileSync('node', ['src/tovholder.ts', 'seed', '--world', 'demo', '--json'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TOVHOLDER_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const seedSmall = async (dataDir: string) => {
  const config = readConfig({ TOVHOLDER_DATA: dataDir })
  const store = await openStore(config, { lease: 'command', say: () => {} })
  try {
    houseOf(store.database, config, false)
    await makeWorld(store.database)
    await store.database.pool.query('update person set password_hash = $1', [await hashPassword(smallPassword)])
  } finally {
    await store.close()
  }
}

/** A data folder with a world of its own. `worlds` is the run's folder (`inject('worlds')`). */
export const copyOfWorld = async (worlds: string, name: WorldName): Promise<string> => {
  const copy = join(newFolder(worlds, name), 'data')
  if (name === 'empty') return copy
  const made = join(worlds, name)
  if (!existsSync(made)) {
    const draft = join(newFolder(worlds, name), 'data')
    await (name === 'demo' ? seedDemo(draft) : seedSmall(draft))
    execFileSync('mv', [draft, made])
  }
  execFileSync('cp', ['-a', made, copy])
  return copy
}

export default async function setup(project: TestProject) {
  await buildPages((sentence) => void process.stdout.write(`${sentence}\n`))
  const worlds = newFolder(tmpdir(), 'tov-e2e-')
  project.provide('worlds', worlds)
  return () => rmSync(worlds, { recursive: true, force: true })
}
