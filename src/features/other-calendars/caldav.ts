/** A calendar server (CalDAV, RFC 4791): which calendars it has for somebody, and what stands in one of them. */
import type { FetchOutside, OutsideAnswer } from '#platform/outside/fetch-outside'
import { type Resource, resourcesIn } from './multistatus.ts'
import { Unreadable, unreadableBy } from './unreadable.ts'

export type Login = { url: string; user: string; password: string }
export type Found = { url: string; name: string }

const names = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'
const propfind = (what: string) =>
  `<?xml version="1.0" encoding="utf-8"?><d:propfind ${names}><d:prop>${what}</d:prop></d:propfind>`
const whoIAm = propfind('<d:resourcetype/><d:displayname/><d:current-user-principal/><c:calendar-home-set/>')
const whereMine = propfind('<c:calendar-home-set/>')
const whatIsThere = propfind('<d:resourcetype/><d:displayname/><c:supported-calendar-component-set/>')
const whichVersion = propfind('<d:resourcetype/><s:getctag/><d:sync-token/>')

type Asked = { url: string; method: 'PROPFIND' | 'REPORT'; body: string; depth: 0 | 1 }
const ask = (fetch: FetchOutside, { user, password }: Login, { url, method, body, depth }: Asked) =>
  fetch({
    ...{ url, method, body, login: { user, password } },
    headers: { depth: String(depth), 'content-type': 'application/xml; charset=utf-8' },
  })

const absolute = (href: string, { url }: OutsideAnswer): string => {
  if (!URL.canParse(href, url)) throw new Unreadable('not-a-calendar')
  return new URL(href, url).href
}
/** Throws Unreadable for a status that is none of it, and for another answer than such a server's. */
const resourcesOf = async (answer: OutsideAnswer): Promise<Resource[]> => {
  const found = answer.status === 207 ? await resourcesIn(answer.text) : null
  if (!found) throw unreadableBy(answer.status)
  return found
}
const propsOf = async (answer: OutsideAnswer) => (await resourcesOf(answer))[0]

/** A place that knows who asks: the address as given, else where such servers say it (RFC 6764). */
const entrance = async (fetch: FetchOutside, login: Login) => {
  const asked = { method: 'PROPFIND', body: whoIAm, depth: 0 } as const
  const given = await ask(fetch, login, { ...asked, url: login.url })
  if (given.status === 401 || given.status === 403) throw unreadableBy(given.status)
  const here = given.status === 207 ? (await resourcesIn(given.text))?.[0] : undefined
  if (here?.hrefs['current-user-principal'] || here?.hrefs['calendar-home-set'] || here?.marks.has('calendar'))
    return { answer: given, here }
  const known = await ask(fetch, login, { ...asked, url: new URL('/.well-known/caldav', login.url).href })
  // Sent on to another server it came without the password: that server is asked by its own name.
  const again =
    known.status === 401 && known.url !== login.url ? await ask(fetch, login, { ...asked, url: known.url }) : known
  const there = await propsOf(again)
  if (!there) throw new Unreadable('not-a-calendar')
  return { answer: again, here: there }
}

const calendarsIn = (answer: OutsideAnswer, resources: readonly Resource[]): Found[] =>
  resources
    // Of a server that does not say what a calendar holds, it may hold meetings.
    .filter(({ marks }) => marks.has('calendar') && (marks.has('VEVENT') || !marks.has('VTODO')))
    .map(({ href, texts }) => ({
      url: absolute(href, answer),
      name: (texts['displayname'] ?? /([^/]*)\/?$/.exec(href)?.[1] ?? '').slice(0, 100),
    }))

/** The calendars of whoever this is. Throws Unreadable, OutsideRefused. */
export const findCalendars = async (fetch: FetchOutside, login: Login): Promise<Found[]> => {
  const { answer, here } = await entrance(fetch, login)
  if (here.marks.has('calendar')) return calendarsIn(answer, [{ ...here, href: here.href || login.url }])
  let home = here.hrefs['calendar-home-set']
  let from = answer
  const principal = here.hrefs['current-user-principal']
  if (!home && principal) {
    from = await ask(fetch, login, { url: absolute(principal, answer), method: 'PROPFIND', body: whereMine, depth: 0 })
    home = (await propsOf(from))?.hrefs['calendar-home-set']
  }
  if (!home) throw new Unreadable('not-a-calendar')
  const there = await ask(fetch, login, { url: absolute(home, from), method: 'PROPFIND', body: whatIsThere, depth: 1 })
  return calendarsIn(there, await resourcesOf(there))
}

const stamp = (moment: number) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '')
const inWindow = ({ from, to }: { from: number; to: number }) =>
  `<?xml version="1.0" encoding="utf-8"?><c:calendar-query ${names}><d:prop><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="${stamp(from)}" end="${stamp(to)}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`

type Wanted = { window: { from: number; to: number }; version: string | null }
/** What stands in a calendar, as its server reports it; null: it is still the version that is known. Throws Unreadable, OutsideRefused. */
export const reportOf = async (
  fetch: FetchOutside,
  login: Login,
  { window, version }: Wanted,
): Promise<{ text: string; version: string | null } | null> => {
  const answer = await ask(fetch, login, { url: login.url, method: 'PROPFIND', body: whichVersion, depth: 0 })
  const props = await propsOf(answer)
  if (!props?.marks.has('calendar')) throw new Unreadable('not-a-calendar')
  const now = props.texts['getctag'] ?? props.texts['sync-token'] ?? null
  if (now !== null && now === version) return null
  const report = await ask(fetch, login, { url: login.url, method: 'REPORT', body: inWindow(window), depth: 1 })
  if (report.status !== 207) throw unreadableBy(report.status)
  return { text: report.text, version: now }
}
