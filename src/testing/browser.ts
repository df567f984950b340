import type { PersonKey } from '../../db/world.ts'
import { makeSecret } from '../platform/secret.ts'
import { clientFor, type Client } from './client.ts'
import type { OpenedWorld } from './world.ts'

/** Someone who sits at a browser and has just signed in: for what no token may do. */
export const browserFor = async (world: OpenedWorld, who: PersonKey): Promise<Client> => {
  const { secret, hash } = makeSecret()
  const at = world.clock.now().toString()
  await world.sql(
    `insert into session (hash, person_id, centre_id, created_at, last_seen_at, proved_at, expires_at)
     values ($1, $2, $3, $4::timestamptz, $4::timestamptz, $4::timestamptz, $4::timestamptz + interval '30 days')`,
    [hash, world.people[who].id, world.centreId, at],
  )
  const client = clientFor(world.app, () => Promise.resolve(null))
  const cookie = `__Host-tovholder=${secret}`
  return {
    call: (endpoint, input, options) =>
      client.call(endpoint, input, { ...options, headers: { ...options?.headers, cookie } }),
    fetch: (path, init) => {
      const headers = new Headers(init?.headers)
      headers.set('cookie', cookie)
      return client.fetch(path, { ...init, headers })
    },
  }
}
