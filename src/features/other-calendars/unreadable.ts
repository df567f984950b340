import type { Trouble } from './other-calendars.schema.ts'

/** A server answered, and what it said is no calendar of ours to read. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(`A calendar was not read: ${trouble}`)
    this.trouble = trouble
  }
}

export const unreadableBy = (status: number): Unreadable => {
  if (status === 401 || status === 403) return new Unreadable('not-let-in')
  if (status === 404 || status === 410) return new Unreadable('not-found')
  if (status === 429 || status >= 500) return new Unreadable('unreachable')
  return new Unreadable('not-a-calendar')
}
