import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'

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
          socketTimeout: 20_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      }
