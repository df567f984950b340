import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { accountFor } from './account.ts'
import { packagedBinaries, usableBinaries } from './binaries.ts'
import { useEmbedded } from './embedded.ts'
import { freshFolder, hold, postgresOf, postmasterOf, query, tidyUp, readableTree } from './holders.testing.ts'

afterEach(tidyUp)

test('only the account that runs PostgreSQL can reach its socket', async () => {
  const embedded = await useEmbedded({ dataDir: freshFolder(), lease: 'command' })
  const folder = new URL(embedded.appUrl.replace('@/', '@x/')).searchParams.get('host') ?? ''
  expect(lstatSync(folder).mode & 0o777).toBe(0o700)
  expect(`${folder}/.s.PGSQL.5432`.length).toBeLessThan(107)
  await embedded.release()
})

// What only root can arrange: without root there is one account, and nothing to keep apart.
describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('PostgreSQL does not run as root', async () => {
    const dataDir = freshFolder()
    chmodSync(dataDir, 0o755)
    const embedded = await useEmbedded({ dataDir, lease: 'command' })
    const status = readFileSync(`/proc/${postmasterOf(dataDir)}/status`, 'utf8')
    expect(Number(/^Uid:\t(\d+)/m.exec(status)?.[1])).toBe(accountFor('/nowhere')?.uid)
    await embedded.release()
  })

  test('an ordinary user runs everything as themselves, and root then works on it as that user', async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    const base = freshFolder()
    chownSync(base, nobody.uid, nobody.gid)
    const dataDir = join(base, 'data')
    const tree = readableTree(freshFolder())
    const server = await hold(dataDir, 'server', { ...nobody, cwd: '/' }, 'ready', tree)
    expect(server.refused).toBeUndefined()
    expect(await query(server.urls.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(lstatSync(join(dataDir, 'pg')).uid).toBe(nobody.uid)
    expect(await server.release()).toBe(true)
    expect(postgresOf(dataDir)).toEqual([])

    const root = await hold(dataDir, 'server')
    expect(await query(root.urls.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(lstatSync(`/proc/${postmasterOf(dataDir)}`).uid).toBe(nobody.uid)
    expect(await root.release()).toBe(true)
    const again = await hold(dataDir, 'command', { ...nobody, cwd: '/' }, 'ready', tree)
    expect(again.refused).toBeUndefined()
    expect(await again.release()).toBe(true)
  })

  test('below a closed folder the database goes to /var/lib and is found there when the folder has moved', async () => {
    const closed = freshFolder()
    chmodSync(closed, 0o700)
    const said: string[] = []
    const first = await useEmbedded({ dataDir: join(closed, 'data'), lease: 'command', say: (text) => said.push(text) })
    const home = readFileSync(join(closed, 'data/database-is-at'), 'utf8').trim()
    try {
      expect(home).toMatch(/^\/var\/lib\/tovholder\//)
      expect(said[0]).toContain(`the database is kept in ${home}`)
      await query(first.ownerUrl, 'create table moved (n int)')
      await first.release()
      const elsewhere = join(freshFolder(), 'data')
      cpSync(join(closed, 'data'), elsewhere, { recursive: true })
      const second = await useEmbedded({ dataDir: elsewhere, lease: 'command' })
      expect(await query(second.ownerUrl, 'select * from moved')).toEqual([])
      await second.release()
      expect(postgresOf(home)).toEqual([])
    } finally {
      rmSync(home, { recursive: true })
    }
    await expect(useEmbedded({ dataDir: join(closed, 'data'), lease: 'command' })).rejects.toThrow(/which is gone/)
  })

  test('binaries that the account can not read are copied beside the data, links included', () => {
    const hidden = freshFolder()
    const home = freshFolder()
    chmodSync(home, 0o755)
    const installed = join(hidden, 'native')
    mkdirSync(installed)
    cpSync(dirname(packagedBinaries()), hidden, {
      recursive: true,
      filter: (from) => !lstatSync(from).isSymbolicLink(),
    })
    chmodSync(hidden, 0o700)
    const used = usableBinaries(installed, home, accountFor('/nowhere'))
    expect(used.startsWith(home)).toBe(true)
    expect(existsSync(join(used, 'lib/libpq.so.5'))).toBe(true)
  })
})
