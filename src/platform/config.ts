import { resolve } from 'node:path'
import { z } from './endpoint.ts'
import { type MailboxSettings, mailboxOf } from './mailbox/mailbox-settings.ts'
import { StartRefused } from './start-refused.ts'

export { StartRefused } from './start-refused.ts'

/** Every setting: default, form and meaning. A wrong one stops the start with a sentence that says which and why. */
const settings = {
  PORT: {
    default: '8090',
    form: z.coerce.number<string>().check(z.int(), z.minimum(0), z.maximum(65535)),
    means: 'port to listen on, 0 to 65535',
  },
  HOST: { default: '127.0.0.1', form: z.string().check(z.minLength(1)), means: 'address to listen on' },
  TOVHOLDER_DATA: {
    default: './data',
    form: z.string().check(z.minLength(1)),
    means: 'folder of the embedded database',
  },
  BASE_URL: {
    default: '',
    form: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    means: 'address people see, https://… ; used in mails and to tell own pages from others',
  },
  DATABASE_URL: {
    default: '',
    form: z.union([z.literal(''), z.string().check(z.regex(/^postgres(ql)?:\/\//))]),
    means: 'own PostgreSQL, as the owner of the tables; empty: embedded',
  },
  DATABASE_APP_URL: {
    default: '',
    form: z.union([z.literal(''), z.string().check(z.regex(/^postgres(ql)?:\/\//))]),
    means: 'own PostgreSQL, as a login role that owns nothing',
  },
  DATABASE_DIRECT_URL: {
    default: '',
    form: z.union([z.literal(''), z.string().check(z.regex(/^postgres(ql)?:\/\//))]),
    means: 'past a pooler; default DATABASE_URL',
  },
  DATABASE_POOL: {
    default: '10',
    form: z.coerce.number<string>().check(z.int(), z.minimum(2), z.maximum(200)),
    means: 'connections of one process, 2 to 200',
  },
  DATABASE_STATEMENTS: {
    default: 'prepared',
    form: z.enum(['prepared', 'plain']),
    means:
      'prepared: what is asked all day is planned once a connection; plain: anew each time, for a pooler that loses plans',
  },
  SMTP_URL: {
    default: '',
    form: z.union([z.literal(''), z.url({ protocol: /^smtps?$/ })]),
    means: 'mail server, smtp://user:password@host:port; empty: mails stay in the outbox',
  },
  MAIL_FROM: {
    default: 'Tovholder <tovholder@localhost>',
    form: z.string().check(z.minLength(3)),
    means: 'sender of mails',
  },
  IMAP_URL: {
    default: '',
    form: z.union([z.literal(''), z.url({ protocol: /^imaps?$/ })]),
    means: 'mailbox that mails come in to, imaps://user:password@host:port/INBOX; empty: no mail is received',
  },
  MAILBOX_ADDRESS: {
    default: '',
    form: z.union([z.literal(''), z.email()]),
    means:
      'address of that mailbox, whose server takes what stands after a plus (veu+…@centre.example); empty: the user of IMAP_URL',
  },
  MAIL_CHECKED_BY: {
    default: '',
    form: z.string().check(z.regex(/^[^\s;]*$/)),
    means:
      'name under which the own mail server writes whether a sender is who he says (authserv-id of Authentication-Results); empty: a sender is what the mail says',
  },
  TRUSTED_PROXIES: {
    default: '',
    form: z.string(),
    means: 'addresses, by comma, whose X-Forwarded-For is believed; whether people come by https says BASE_URL',
  },
  EXAMPLES_URL: {
    default: '',
    form: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    means: 'address of a demo (npm run demo) that a new centre is shown, https://… ; empty: it is told how to get one',
  },
  SEALING_KEY: {
    default: '',
    form: z.union([z.literal(''), z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))]),
    means:
      'key for what people give us in confidence, 32 random bytes in base64 (openssl rand -base64 32); empty: made beside the embedded database, and with an own PostgreSQL there is none',
  },
  CALENDARS_FROM: {
    default: 'public',
    form: z.enum(['public', 'anywhere']),
    means:
      'public: people’s calendars are read over https at public addresses alone; anywhere: also over http, in own networks and on this machine',
  },
  LOG_LEVEL: {
    default: 'info',
    form: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    means: 'silent, error, warn, info or debug',
  },
} as const

export type Config = {
  port: number
  host: string
  dataDir: string
  baseUrl: string
  database: { ownerUrl: string; appUrl: string; directUrl: string } | 'embedded'
  pool: number
  /** Hot statements have names and keep their plans. */
  prepares: boolean
  smtpUrl: string
  mailFrom: string
  /** Where mails come in; null: nowhere. */
  mailbox: MailboxSettings | null
  trustedProxies: readonly string[]
  examplesUrl: string
  sealingKey: string
  calendarsAnywhere: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** What holds a password or is a key: wrong as it is, nobody can say which part of it that is, and the sentence stands in a log. */
const secret: readonly string[] = [
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'DATABASE_DIRECT_URL',
  'SMTP_URL',
  'IMAP_URL',
  'SEALING_KEY',
]
const shown = (name: string, given: string) =>
  secret.includes(name) ? 'wrong (not shown here)' : JSON.stringify(given)

const read = (env: Record<string, string | undefined>) => {
  const wrong: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, { default: fallback, form, means }] of Object.entries(settings)) {
    const given = env[name] || fallback
    const parsed = z.safeParse(form, given)
    if (parsed.success) values[name] = parsed.data
    else wrong.push(`${name} is ${shown(name, given)}, but must be: ${means}.`)
  }
  if (wrong.length > 0) throw new StartRefused(wrong.join('\n'))
  return values as { [k in keyof typeof settings]: z.infer<(typeof settings)[k]['form']> }
}

/** Reads the settings from the environment. Throws StartRefused with one line for each that is wrong. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const given = read(env)
  if (!given.DATABASE_URL !== !given.DATABASE_APP_URL)
    throw new StartRefused(
      'DATABASE_URL (the owner) and DATABASE_APP_URL (a role that owns nothing) belong together: set both, or neither for the embedded database.',
    )
  return {
    port: given.PORT,
    host: given.HOST,
    dataDir: resolve(given.TOVHOLDER_DATA),
    baseUrl: (
      given.BASE_URL || `http://${given.HOST.includes(':') ? `[${given.HOST}]` : given.HOST}:${given.PORT}`
    ).replace(/\/$/, ''),
    database: given.DATABASE_URL
      ? {
          ownerUrl: given.DATABASE_URL,
          appUrl: given.DATABASE_APP_URL,
          directUrl: given.DATABASE_DIRECT_URL || given.DATABASE_URL,
        }
      : 'embedded',
    pool: given.DATABASE_POOL,
    prepares: given.DATABASE_STATEMENTS === 'prepared',
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    mailbox: mailboxOf(given),
    trustedProxies: given.TRUSTED_PROXIES.split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    examplesUrl: given.EXAMPLES_URL,
    sealingKey: given.SEALING_KEY,
    calendarsAnywhere: given.CALENDARS_FROM === 'anywhere',
    logLevel: given.LOG_LEVEL,
  }
}
