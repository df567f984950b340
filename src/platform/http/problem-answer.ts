import { type FieldProblem, type Language, Problem, type ProblemCode, problemStatus, problemText } from '../errors.ts'

/** PostgreSQL's and Node's codes that have a sentence of their own; anything else is unexpected. */
const known: Record<string, ProblemCode> = {
  // A value that no column can hold (a NUL, a number too large) and that no schema caught: the caller's mistake, not ours.
  '22021': 'wrong-input',
  '22P05': 'wrong-input',
  '22P02': 'wrong-input',
  '22003': 'wrong-input',
  '22007': 'wrong-input',
  '22008': 'wrong-input',
  '53100': 'disk-full',
  ENOSPC: 'disk-full',
  '57P01': 'database-away',
  '57P02': 'database-away',
  '57P03': 'database-away',
  '08006': 'database-away',
  '08003': 'database-away',
  ECONNREFUSED: 'database-away',
  ECONNRESET: 'database-away',
  ENOENT: 'database-away',
  EPIPE: 'database-away',
  '53300': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
}
const lost =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout/

/** What went wrong as a Problem, or null when nobody foresaw it. */
export const asProblem = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error
  const {
    code = '',
    message = '',
    constraint,
    detail,
    cause,
  } = error as { code?: string; message?: string; constraint?: string; detail?: string; cause?: unknown }
  if (code === 'TV001') return new Problem('may-not-call', { values: { reason: detail ?? '' } })
  if (code === 'TV002') return new Problem('may-not-contact', { values: { reason: detail ?? '' } })
  if (code === 'TV003') return new Problem('member-left')
  if (code === 'TV005') return new Problem('slot-taken')
  if (code === '23P01' && constraint === 'booking_never_two_at_once') return new Problem('slot-taken')
  if (known[code]) return new Problem(known[code])
  if (lost.test(message)) return new Problem('database-away')
  return cause ? asProblem(cause) : null
}

/** Seconds: what the sentence says in minutes, else a moment. */
const retryAfter = ({ details: { values } }: Problem) =>
  typeof values?.['minutes'] === 'number' ? String(values['minutes'] * 60) : '5'

/** RFC 9457: the sentence in the reader's language, a stable code, and a pointer for each bad field. */
export const problemAnswer = (error: unknown, language: Language, unforeseen: (error: unknown) => string): Response => {
  const problem = asProblem(error) ?? new Problem('unexpected', { values: { reference: unforeseen(error) } })
  const status = problemStatus(problem.code)
  const title = problemText(problem.code, language, problem.details.values)
  const fields: FieldProblem[] | undefined = problem.details.fields
  const body = {
    type: `/api/docs#${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(fields && { errors: fields }),
    ...problem.details.more,
  }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'content-language': language }
  if (status === 503 || status === 429) headers['retry-after'] = retryAfter(problem)
  // What is still on its way is not read.
  if (status === 408 || status === 413) headers['connection'] = 'close'
  return new Response(JSON.stringify(body), { status, headers })
}
