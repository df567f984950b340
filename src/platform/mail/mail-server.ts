import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'
import type { TakenMail } from './leases.ts'
import { delivered, type Outcome, outcomeOf } from './tries.ts'

/** Where mails leave the house, and in whose name. */
export type MailServer = { from: string; transport: Transporter }

/** The mail server of the settings; null without one: then mails stay on the page "Udbakke". */
export const openMail = ({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailServer | null =>
  smtpUrl === ''
    ? null
    : {
        from: mailFrom,
        transport: createTransport({
          url: smtpUrl,
          connectionTimeout: 10_000,
          greetingTimeout: 20_000,
          socketTimeout: 20_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      }

/** The address alone of "VEU-center <veu@centre.example>". */
export const addressIn = (sender: string) => /<([^<>]+)>/.exec(sender)?.[1] ?? sender.trim()

/** A calendar file is a part of the mail, from which calendars read it, and a file for those that do not. */
const filesOf = ({ attachment: content, attachmentName, attachmentType }: TakenMail) => {
  if (content === null) return {}
  const filename = attachmentName ?? 'fil'
  const contentType = attachmentType ?? 'text/plain'
  if (!contentType.startsWith('text/calendar')) return { attachments: [{ filename, contentType, content }] }
  return {
    alternatives: [{ contentType, content, contentTransferEncoding: 'base64' as const }],
    attachments: [{ filename, contentType: 'application/ics', content }],
  }
}

/** Programs that answer by themselves leave it alone (RFC 3834), and mail programs put it beside the mail it answers. */
const answering = ({ answers }: TakenMail) =>
  answers === null
    ? {}
    : {
        headers: { 'Auto-Submitted': 'auto-replied' },
        ...(/^<[^<>\s]+>$/.test(answers) && { inReplyTo: answers, references: answers }),
      }

/** One press in the mail program is enough to get no more of the kind (RFC 8058). */
const leaving = ({ leaveUrl }: TakenMail) =>
  leaveUrl === null
    ? {}
    : { headers: { 'List-Unsubscribe': `<${leaveUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }

/** Speaks to the server; never throws, and touches no database. */
export const handToServer = async ({ from, transport }: MailServer, mail: TakenMail): Promise<Outcome> => {
  const { replyTo, replyToName } = mail
  try {
    await transport.sendMail({
      from,
      to: { name: mail.recipientName, address: mail.recipient },
      ...(replyTo !== null && { replyTo: { name: replyToName ?? '', address: replyTo } }),
      subject: mail.subject,
      text: mail.body,
      ...filesOf(mail),
      ...answering(mail),
      ...leaving(mail),
      // The same at every try: who gets it twice sees it once.
      messageId: `<${mail.centreId}.${mail.id}@tovholder>`,
    })
    return delivered
  } catch (error) {
    return outcomeOf(error)
  }
}
