/** Whom a notice is for: nobody hears of addresses that his role may not read, nor of what concerns others. */
import type { Notice } from '../notices.ts'
import type { Room } from '../room.ts'
import type { Served } from './serve.ts'

export type Hearer = { centre: number; school: number | null; person: number | null; role: string }

const topicOf = (path: string) => path.split('/')[2] ?? ''

/** What a role may read, by the first word of the address: reckoned from the endpoints themselves. */
const readable = (served: readonly Served[]) => {
  const anyone = new Set<string>()
  const byRole = new Map<string, Set<string>>()
  for (const { endpoint } of served) {
    if (endpoint.method !== 'GET') continue
    const topic = topicOf(endpoint.path)
    if (endpoint.can === 'anyone') anyone.add(topic)
    for (const role of typeof endpoint.can === 'string' ? [] : endpoint.can)
      byRole.set(role, (byRole.get(role) ?? new Set()).add(topic))
  }
  return (role: string, topic: string) => topic === '*' || anyone.has(topic) || byRole.get(role)?.has(topic) === true
}

/** What changes under these addresses may change what waits for someone: those of rooms that publish waiting things. */
const touchesWaiting = (rooms: readonly Room[]) => {
  const topics = new Set(
    rooms.flatMap(({ waiting, routes }) =>
      waiting ? (waiting.topics ?? routes.map(({ endpoint }) => topicOf(endpoint.path))) : [],
    ),
  )
  return (topic: string) => topics.has(topic)
}

/** The topics that someone hears of what was told; none: he is not told at all. */
export const whoHears = (served: readonly Served[], rooms: readonly Room[]) => {
  const mayRead = readable(served)
  const waits = touchesWaiting(rooms)
  return ({ school, person, role }: Hearer, said: readonly Notice[]): string[] => {
    const heard = new Set<string>()
    for (const notice of said) {
      if (notice.school !== undefined && notice.school !== school) continue
      if (notice.person !== undefined && notice.person !== person) continue
      if (notice.roles && !notice.roles.includes(role)) continue
      for (const topic of notice.topics) {
        if (mayRead(role, topic)) heard.add(topic)
        if (waits(topic) && mayRead(role, 'waiting')) heard.add('waiting')
      }
    }
    return [...heard]
  }
}
