/** What a room records, in words: by the table's name (the subject) and the verb. One table for the thread, for what got done, and for the trail. */
import type { Language } from './text/language.ts'

type Options = { locale?: Language }

export type EventWords = {
  /** What happened, in few words; `what` is the event's own, where it names something. */
  says(v: { what: string }, options?: Options): string
  /** Told in the thread of the company, which no other list of that page does; with which words of the event. */
  thread?: { quotes?: 'why' | 'note' | 'words' }
  /** Worth a line when it got done, until one of these verbs takes it back. */
  done?: {
    says(v: { who: string; company: string; what: string }, options?: Options): string
    undoneBy: readonly string[]
  }
}
export type EventTable = Readonly<Record<string, Readonly<Record<string, EventWords>>>>
export const eventTable = <const Table extends EventTable>(table: Table): Table => table
