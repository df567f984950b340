import type { Context } from 'hono'
import type { Config } from '../config.ts'

/** Whoever has an address of the sixth version has a whole network of them: he is known by the network. */
const networkOf = (address: string) => {
  // Some proxies write the port behind it, another for each connection.
  const bare = address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^((\d+\.){3}\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/, '')
  return bare.includes(':') ? (bare.split('::')[0] ?? '').split(':').slice(0, 4).join(':') : bare
}

/** Where the request came from; a forwarded address is believed only from a configured proxy. */
export const addressOf = (context: Context, config: Config): string => {
  const socket =
    (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
      ?.remoteAddress ?? ''
  const trusted = (address: string) => config.trustedProxies.includes(address.replace(/^::ffff:/, ''))
  if (!trusted(socket)) return networkOf(socket)
  // Each proxy adds who it heard from at the end: the last one that is no proxy of ours; what stands before may be made up.
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  return networkOf(forwarded.findLast((address) => address !== '' && !trusted(address)) ?? socket)
}
