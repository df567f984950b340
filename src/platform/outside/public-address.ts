import { BlockList, isIP } from 'node:net'

const list = (ranges: readonly string[]) => {
  const made = new BlockList()
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/')
    made.addSubnet(net, Number(bits), net.includes(':') ? 'ipv6' : 'ipv4')
  }
  return made
}

/** IANA's special-purpose registries: networks of one's own, the machine itself, documentation, multicast, relays. */
const notPublic = list(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16
   198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 2001::/23 2001:db8::/32 2002::/16 3fff::/20`.split(
    /\s+/,
  ),
)
/** All of IPv6 that is given out to the public; whatever lies outside is none, IPv4 in IPv6 among it. */
const givenOut = list(['2000::/3'])
/** Never asked, whatever is allowed: where clouds keep their machines' secrets, and what is no machine. */
const never = list(['0.0.0.0/32', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', 'fe80::/10', 'ff00::/8', '::/128'])

const mapped = (address: string) => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address

/** `anywhere`: addresses of own networks, and this machine, are allowed too. */
export const mayBeAsked = (given: string, anywhere: boolean): boolean => {
  const address = mapped(given)
  const family = isIP(address)
  if (family === 0) return false
  const kind = family === 6 ? 'ipv6' : 'ipv4'
  if (never.check(address, kind)) return false
  // Written with hexadecimal digits it hides an IPv4 address.
  if (/^::ffff:/i.test(address)) return false
  if (anywhere) return true
  return !notPublic.check(address, kind) && (kind === 'ipv4' || givenOut.check(address, kind))
}
