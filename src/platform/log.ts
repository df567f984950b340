import pino from 'pino'

export type Log = pino.Logger
/** Logs hold only fields that are named here: never names, words, phones or e-mails of people. */
const allowed = new Set([
  'reference',
  'method',
  'route',
  'status',
  'ms',
  'job',
  'centre',
  'code',
  'pid',
  'port',
  'applied',
])

export const makeLog = (level: string) =>
  pino({
    level,
    base: null,
    formatters: {
      log: (fields) =>
        Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name) || name === 'err')),
    },
    serializers: {
      // A database error's detail can hold a row's values: only its kind and where it came from.
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        message: error.code ? '' : error.message,
        stack: error.stack?.split('\n').slice(1, 8).join('\n'),
      }),
    },
  })
