/** One visit to the mailbox: which mails are new, their heads and texts, and that one has been read. It touches no database. */
import type { ImapFlow } from 'imapflow'
import { Temporal } from 'temporal-polyfill'
import { isRecord } from '../typed.shared.ts'
import { beginning as headBytes } from './mail-mark.ts'
import type { Mailbox } from './mailbox.ts'
import { largestMail } from './largest.shared.ts'

/** `not-let-in`: wrong user, password or folder. `away`: everything else between here and the mailbox. */
export type MailboxTrouble = 'away' | 'not-let-in'
export class MailboxFailed extends Error {
  override name = 'MailboxFailed'
  readonly trouble: MailboxTrouble
  constructor(trouble: MailboxTrouble, cause: unknown) {
    super(`The mailbox could not be read (${trouble}).`, { cause })
    this.trouble = trouble
  }
}

export type Begun = { source: Buffer; size: number; arrivedAt: Temporal.Instant | null }
/** Numbers of mails hold as long as this does: a mailbox that was made anew numbers from one again. */
export type Session = {
  validity: string
  /** Those after the one that was read last, in order. */
  newAfter: (uid: number) => Promise<number[]>
  /** The beginning of a mail, how long the whole is, and when its server got it (null: it does not say); undefined: it is gone. */
  beginning: (uid: number) => Promise<Begun | undefined>
  whole: (uid: number) => Promise<Buffer | undefined>
  /** False: the server did not take it, whatever the reason. Never throws: what was read is kept all the same. */
  markRead: (uids: readonly number[]) => Promise<boolean>
  close: () => void
}

/** What a server says (RFC 5530) that has too much to do, or is ill: a name and a password are not wrong for it. */
const passing: readonly unknown[] = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']
const isRefusal = (error: unknown) =>
  isRecord(error) &&
  !passing.includes(error['serverResponseCode']) &&
  (error['authenticationFailed'] === true || error['mailboxMissing'] === true)
const failed = (error: unknown) => new MailboxFailed(isRefusal(error) ? 'not-let-in' : 'away', error)
/** What goes wrong on the way is told in one word; why stands in the cause. */
const asked = <T>(asking: Promise<T>): Promise<T> =>
  asking.catch((error: unknown) => {
    throw failed(error)
  })

/** A date that is none says nothing. */
const instantOf = (said: Date | string | undefined): Temporal.Instant | null => {
  const at = said === undefined ? Number.NaN : new Date(said).getTime()
  return Number.isNaN(at) ? null : Temporal.Instant.fromEpochMilliseconds(at)
}

const onThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** Loaded where there is a mailbox: most houses have none, and each start would wait for it. */
const clientOf = async ({ server }: Mailbox): Promise<ImapFlow> => {
  const { ImapFlow: Client } = await import('imapflow')
  const { host, port, secure, user, password } = server
  const client = new Client({
    ...{ host: host.replace(/^\[|\]$/g, ''), port, secure, auth: { user, pass: password } },
    // A password goes over no network in clear text.
    ...(!secure && !onThisMachine(host) && { doSTARTTLS: true }),
    ...{ logger: false, disableAutoIdle: true, clientInfo: { name: 'Tovholder' } },
    ...{ connectionTimeout: 10_000, greetingTimeout: 20_000, socketTimeout: 30_000 },
    ...{ maxLiteralSize: largestMail + headBytes, maxResponseSize: 2 * largestMail, maxLineLength: largestMail },
  })
  // What fails while nobody asks is told to whoever asks next.
  client.on('error', () => {})
  return client
}

/** Throws MailboxFailed, as all of a session's questions do. When the signal says so it ends in the middle of what it does. */
export const openSession = async (mailbox: Mailbox, signal: AbortSignal): Promise<Session> => {
  const client = await clientOf(mailbox)
  signal.throwIfAborted()
  const end = () => client.close()
  signal.addEventListener('abort', end, { once: true })
  const close = () => {
    signal.removeEventListener('abort', end)
    end()
  }
  const fetched = (uid: number, maxLength: number) =>
    asked(
      client.fetchOne(String(uid), { uid: true, size: true, internalDate: true, source: { maxLength } }, { uid: true }),
    )
  try {
    await asked(client.connect())
    const opened = await asked(client.mailboxOpen(mailbox.server.folder))
    return {
      validity: String(opened.uidValidity),
      newAfter: async (uid) => {
        const found = await asked(client.search({ uid: `${uid + 1}:*` }, { uid: true }))
        // A refusal is no answer: it says nothing of what is new.
        if (!Array.isArray(found)) throw failed(new Error('The search was refused.'))
        // `n:*` always names the last one, too.
        return found.filter((one) => one > uid).toSorted((a, b) => a - b)
      },
      beginning: async (uid) => {
        const mail = await fetched(uid, headBytes)
        if (!mail || !mail.source) return undefined
        const { source, size = source.length, internalDate } = mail
        return { source, size, arrivedAt: instantOf(internalDate) }
      },
      whole: async (uid) => ((await fetched(uid, largestMail)) || undefined)?.source,
      markRead: (uids) => client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true }).catch(() => false),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
