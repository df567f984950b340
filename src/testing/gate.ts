import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A way to the test's PostgreSQL that can be shut: what goes through it is cut, and whoever knocks is refused. */
export const gateTo = async (url: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'tov-gate-'))
  const behind = new URLSearchParams(url.slice(url.indexOf('?'))).get('host') ?? ''
  const name = '.s.PGSQL.5432'
  const through = new Set<Socket>()
  let knocks = 0
  let shut = false
  const server = createServer((guest) => {
    knocks++
    if (shut) return void guest.destroy()
    const house = connect(join(behind, name))
    const cut = () => {
      guest.destroy()
      house.destroy()
      through.delete(guest)
    }
    through.add(guest)
    for (const side of [guest, house]) side.on('error', cut).on('close', cut)
    guest.pipe(house).pipe(guest)
  })
  server.listen(join(folder, name))
  await once(server, 'listening')
  return {
    url: url.replace(/host=[^&]*/, `host=${encodeURIComponent(folder)}`),
    knocks: () => knocks,
    shut: () => {
      shut = true
      for (const guest of through) guest.destroy()
    },
    open: () => {
      shut = false
    },
    close: async () => {
      for (const guest of through) guest.destroy()
      server.close()
      await once(server, 'close')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
