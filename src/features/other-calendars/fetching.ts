/** A calendar is fetched and read, with no transaction in hand: what came of it is told, never thrown. */
import type { HouseFacts } from '#platform/context'
import { Problem } from '#platform/errors'
import type { FetchOutside } from '#platform/outside/fetch-outside'
import { OutsideRefused } from '#platform/outside/fetch-outside'
import { inThread } from '#platform/reckoning'
import { reportOf } from './caldav.ts'
import type { ToThread } from './calendar-thread.ts'
import type { Trouble } from './other-calendars.schema.ts'
import type { NotTaken, Span, TakenTimes } from './taken-times.ts'
import { Unreadable, unreadableBy } from './unreadable.ts'

export type Secrets = { url: string; user?: string | undefined; password?: string | undefined }
export type Wanted = {
  kind: 'ics' | 'caldav'
  secrets: Secrets
  window: Span
  version: string | null
  /** What its owner is invited by. */
  email: string
}
export type Outcome =
  | { trouble: Trouble }
  | { trouble: null; read: null }
  | { trouble: null; read: TakenTimes; version: string | null }

const thread = new URL('./calendar-thread.ts', import.meta.url)
const usual = { longest: 15_000, memoryMb: 256 }

type Fetched = { text: string; version: string | null } | null
/** By its ETag, else by when it was last changed. */
const fetchFile = async (fetch: FetchOutside, { secrets, version }: Wanted): Promise<Fetched> => {
  const { url, user, password = '' } = secrets
  const [header, value] = version?.split('\n') ?? []
  const headers = header && value ? { [header]: value } : {}
  const accept = 'text/calendar, text/plain;q=0.5, */*;q=0.1'
  const answer = await fetch({ url, headers: { ...headers, accept }, ...(user && { login: { user, password } }) })
  if (answer.status === 304) return null
  if (answer.status !== 200) throw unreadableBy(answer.status)
  const { etag, 'last-modified': changed } = answer.headers
  const known = etag ? `if-none-match\n${etag}` : changed ? `if-modified-since\n${changed}` : null
  return { text: answer.text, version: known }
}

const isTooHeavy = (error: unknown): boolean =>
  (error instanceof Problem && error.code === 'takes-too-long') ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')

/** A file that brings its reader down, whatever it is, is no calendar: that is told, and the next reading may find another. */
const readInThread = async (from: string, limits: typeof usual): Promise<TakenTimes | NotTaken> => {
  try {
    return await inThread<TakenTimes | NotTaken>({ thread, from }, limits)
  } catch (error) {
    if (isTooHeavy(error) || !(error instanceof Error)) throw error
    return { problem: 'not-a-calendar' }
  }
}

/** What went wrong, in one of the words people are told. Throws what is a fault of ours. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof OutsideRefused || error instanceof Unreadable) return error.trouble
  if (isTooHeavy(error)) return 'too-heavy'
  throw error
}

export const fetchAndRead = async (
  { fetchOutside }: Pick<HouseFacts, 'fetchOutside'>,
  wanted: Wanted,
  limits = usual,
): Promise<Outcome> => {
  const { kind, secrets, window, email } = wanted
  try {
    const login = { url: secrets.url, user: secrets.user ?? '', password: secrets.password ?? '' }
    const fetched = await (kind === 'ics' ? fetchFile(fetchOutside, wanted) : reportOf(fetchOutside, login, wanted))
    if (fetched === null) return { trouble: null, read: null }
    const addresses = [email, login.user]
    const from = JSON.stringify({ kind, text: fetched.text, window, addresses } satisfies ToThread)
    const read = await readInThread(from, limits)
    return 'problem' in read ? { trouble: read.problem } : { trouble: null, read, version: fetched.version }
  } catch (error) {
    return { trouble: troubleOf(error) }
  }
}
