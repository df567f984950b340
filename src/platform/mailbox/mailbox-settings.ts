import { z } from '../endpoint.ts'
import { StartRefused } from '../start-refused.ts'

/** Where the mailbox is, and who may read it. */
export type MailboxSettings = {
  host: string
  port: number
  /** Encrypted from the first byte on. */
  secure: boolean
  user: string
  password: string
  folder: string
  address: string
  checkedBy: string
}
type Given = { IMAP_URL: string; MAILBOX_ADDRESS: string; MAIL_CHECKED_BY: string }

const decoded = (part: string) => {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new StartRefused('IMAP_URL has a % that is followed by no two digits of a sign: write % itself as %25.')
  }
}
/** Null: no mail comes in. Throws StartRefused with the sentence that says what is wrong. */
export const mailboxOf = ({ IMAP_URL, MAILBOX_ADDRESS, MAIL_CHECKED_BY }: Given): MailboxSettings | null => {
  if (IMAP_URL === '') return null
  const { protocol, hostname, port, username, password, pathname } = new URL(IMAP_URL)
  const user = decoded(username)
  if (hostname === '' || user === '' || password === '')
    throw new StartRefused('IMAP_URL lacks its host, user or password: write imaps://user:password@host:port/INBOX.')
  const address = (MAILBOX_ADDRESS || user).toLowerCase()
  if (!z.safeParse(z.email(), address).success)
    throw new StartRefused(
      `The user of IMAP_URL, ${JSON.stringify(user)}, is no address that people can write to: say which is in MAILBOX_ADDRESS.`,
    )
  const secure = protocol === 'imaps:'
  return {
    ...{ host: hostname, port: Number(port) || (secure ? 993 : 143), secure, user, address },
    password: decoded(password),
    folder: decoded(pathname.slice(1)) || 'INBOX',
    checkedBy: MAIL_CHECKED_BY.toLowerCase(),
  }
}
