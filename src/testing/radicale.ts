import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

/** Radicale, a real calendar server (CalDAV), with a folder and a port of its own; `anne` has the password. */
export const startRadicale = async (password: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'radicale-'))
  const port = await freePort()
  writeFileSync(join(folder, 'users'), `anne:${password}\n`)
  const config = `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${folder}/users\nhtpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = ${folder}/collections\n[logging]\nlevel = warning\n`
  writeFileSync(join(folder, 'config'), config)
  const server = spawn('radicale', ['--config', join(folder, 'config')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const login = `Basic ${Buffer.from(`anne:${password}`).toString('base64')}`
  const send = (method: string, path: string, body?: string, type = 'application/xml') =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: login, 'content-type': type },
      ...(body !== undefined && { body }),
    })
  const done = async (asking: Promise<Response>) => {
    const answer = await asking
    if (!answer.ok) throw new Error(`Radicale answers ${answer.status}: ${await answer.text()}`)
    return answer
  }
  await until(async () => (await fetch(url)).status < 500)
  return {
    url,
    makeCalendar: (name: string, shown: string, holds = 'VEVENT') =>
      done(
        send(
          'MKCALENDAR',
          `/anne/${name}/`,
          `<?xml version="1.0"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:displayname>${shown}</d:displayname><c:supported-calendar-component-set><c:comp name="${holds}"/></c:supported-calendar-component-set></d:prop></d:set></c:mkcalendar>`,
        ),
      ),
    put: (path: string, text: string) => done(send('PUT', path, text, 'text/calendar; charset=utf-8')),
    drop: (path: string) => done(send('DELETE', path)),
    read: async (path: string) => (await done(send('GET', path))).text(),
    close: async () => {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}
