import type { ReadMail } from './read-mail.ts'

/** What no person wrote to us: nobody answers it, and nobody need read it. */
export const automaticKinds = ['own', 'bounce', 'auto-reply', 'bulk'] as const
export type Automatic = (typeof automaticKinds)[number]

const headersIn = ({ headers }: Pick<ReadMail, 'headers'>, name: string) =>
  headers.filter(([key]) => key === name).map(([, value]) => value.trim().toLowerCase())
/** Mails of ours have numbers of ours (`platform/mail/mail-server.ts`). */
const ourNumber = /^<\d+\.\d+@tovholder>$/i
const machines = /^(?:mailer-daemon|postmaster)@/i

/** RFC 3834 and what came before it; null: a person wrote it, be it from an address that we write from too. */
export const automaticOf = (mail: ReadMail): Automatic | null => {
  const sender = mail.sender?.address ?? ''
  if (ourNumber.test(mail.messageId)) return 'own'
  if (machines.test(sender) || headersIn(mail, 'return-path').includes('<>')) return 'bounce'
  if (headersIn(mail, 'content-type').some((type) => type.startsWith('multipart/report'))) return 'bounce'
  const submitted = headersIn(mail, 'auto-submitted')
  if (submitted.some((said) => !/^no\b/.test(said))) return 'auto-reply'
  if (['x-autoreply', 'x-autorespond'].some((name) => headersIn(mail, name).length > 0)) return 'auto-reply'
  const precedence = headersIn(mail, 'precedence')
  if (precedence.includes('auto_reply')) return 'auto-reply'
  const isBulk = precedence.some((said) => ['bulk', 'junk', 'list'].includes(said))
  return isBulk || headersIn(mail, 'list-id').length > 0 ? 'bulk' : null
}
