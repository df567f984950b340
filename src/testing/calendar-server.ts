import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that publishes one calendar file, as Outlook and Google do, and that a test can make do worse. */
export const calendarServer = async () => {
  let text = ''
  let etag = 0
  let instead: ((request: IncomingMessage, out: ServerResponse) => void) | undefined
  const asked: number[] = []
  const server = createServer((request, out) => {
    if (instead) return instead(request, out)
    const known = request.headers['if-none-match'] === `"${etag}"`
    asked.push(known ? 304 : 200)
    out.writeHead(known ? 304 : 200, { 'content-type': 'text/calendar', etag: `"${etag}"` }).end(known ? '' : text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/private-f00d/kalender.ics`,
    /** The statuses it has answered with. */
    asked,
    publish: (...events: readonly string[]) => {
      instead = undefined
      etag += 1
      text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')
    },
    answer: (how: typeof instead) => {
      instead = how
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** From and to, moments in UTC. */
export const calendarEvent = (from: string, to: string, ...more: readonly string[]) => {
  const stamp = (moment: string) => `${moment.replace(/[-:]/g, '')}00Z`
  const uid = more.some((line) => line.startsWith('UID')) ? [] : [`UID:${from}@elsewhere`]
  return [
    'BEGIN:VEVENT',
    ...uid,
    'SUMMARY:Hos lægen',
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    ...more,
    'END:VEVENT',
  ].join('\r\n')
}
