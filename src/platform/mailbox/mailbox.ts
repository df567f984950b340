import type { Config } from '../config.ts'
import type { MailboxSettings } from './mailbox-settings.ts'

/** Where mails come in to the house. */
export type Mailbox = {
  /** Which it is, without its password: what was read of another says nothing of this one. */
  name: string
  /** What people write to; what it is for follows a plus. */
  address: string
  /** Under this name its server writes whether a sender is who he says; empty: it writes nothing we may believe. */
  checkedBy: string
  server: MailboxSettings
}

/** The mailbox of the settings; null without one: then no mail is received, and nothing says so. */
export const openMailbox = ({ mailbox }: Pick<Config, 'mailbox'>): Mailbox | null =>
  mailbox && {
    name: `${mailbox.user}@${mailbox.host}:${mailbox.port}/${mailbox.folder}`,
    address: mailbox.address,
    checkedBy: mailbox.checkedBy,
    server: mailbox,
  }

/** What a mail is for, and the secret that says whose. */
export type Purpose = { kind: string; centreId: number; token: string }

/** `veu@centre.example` for tips of centre 3: `veu+tips-3-k7m2p9q4xw@centre.example`. Mail servers know no capitals there. */
export const addressFor = ({ address }: Pick<Mailbox, 'address'>, { kind, centreId, token }: Purpose): string => {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${kind}-${centreId}-${token}${address.slice(at)}`
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** So many addresses of ours one mail may be written to. */
const mostPurposes = 5
/** What a mail's head (`To`, `Cc`, what our own server adds of whom it was for) says it is for; each once. */
export const purposesIn = ({ address }: Pick<Mailbox, 'address'>, head: string): Purpose[] => {
  const at = address.lastIndexOf('@')
  const [user, host] = [address.slice(0, at), address.slice(at)]
  const ours = new RegExp(
    `(?<![\\w.+-])${escaped(user)}\\+([a-z]{1,20})-(\\d{1,9})-([a-z0-9]{10,64})${escaped(host)}(?![\\w.-])`,
    'gi',
  )
  const found = new Map<string, Purpose>()
  for (const [, kind = '', centre = '', token = ''] of head.matchAll(ours)) {
    const purpose = { kind: kind.toLowerCase(), centreId: Number(centre), token: token.toLowerCase() }
    if (found.size < mostPurposes) found.set(JSON.stringify(purpose), purpose)
  }
  return [...found.values()]
}
