/**
 * Data folders for journeys: each world is made once a run and copied for every file of journeys, so that no journey meets
 * what another left behind. Vitest's global setup builds the pages first and removes everything afterwards.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#platform/config'
import { openStore } from '#platform/db/store'
import { buildPages } from '../src/build-pages.ts'
import { houseOf } from '../src/app.ts'
import { type Stage, tellSmallWorld } from './made-worlds.ts'

/** `demo`: the whole demo world; `empty`: the first-run page; else a stage of the small one. */
export type WorldName = Stage | 'demo' | 'empty'
declare module 'vitest' {
  interface ProvidedContext {
    worlds: string
  }
}

/** A new folder that PostgreSQL's own account can come into when the tests run as root. */
const newFolder = (above: string, beginning: string) => {
  const path = join(above, `${beginning}-${randomBytes(4).toString('hex')}`)
  mkdirSync(path, { mode: 0o711 })
  return path
}

const seedDemo = (dataDir: string) =>
  execFileSync('node', ['src/tovholder.ts', 'seed', '--world', 'demo', '--json'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TOVHOLDER_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const seedSmall = (worlds: string) => {
  const draft = join(newFolder(worlds, 'draft'), 'data')
  const open = async () => {
    const config = readConfig({ TOVHOLDER_DATA: draft })
    const store = await openStore(config, { lease: 'command', say: () => {} })
    houseOf(store.database, config, false)
    return store
  }
  return tellSmallWorld(open, (stage) => execFileSync('cp', ['-a', draft, join(worlds, stage)]))
}

/** A data folder with a world of its own. `worlds` is the run's folder (`inject('worlds')`). */
export const copyOfWorld = (worlds: string, name: WorldName): string => {
  const copy = join(newFolder(worlds, `copy-of-${name}`), 'data')
  if (name === 'empty') return copy
  const made = join(worlds, name)
  // The small ones are made beforehand; the demo takes a minute, and only when a journey asks for it.
  if (!existsSync(made)) seedDemo(made)
  execFileSync('cp', ['-a', made, copy])
  return copy
}

const setup = async (project: TestProject) => {
  await buildPages((sentence) => void process.stdout.write(`${sentence}\n`))
  const worlds = newFolder(tmpdir(), 'tov-e2e')
  await seedSmall(worlds)
  project.provide('worlds', worlds)
  return () => rmSync(worlds, { recursive: true, force: true })
}
export default setup
