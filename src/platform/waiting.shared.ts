import type { Language } from './text/language.ts'

/** What waits for someone, as a room publishes it: rows in a view, kinds with words in the room's own table (`<room>-waiting.table.ts`). */

/** Pictures for kinds of waiting things, by name; the page has the drawings. */
export const waitingIcons = [
  'call',
  'call-back',
  'class',
  'handover',
  'hearing',
  'list',
  'mail',
  'meeting',
  'member',
  'promise',
  'report',
] as const
export type When = 'over' | 'today' | 'week' | 'later'
/** Days from today to the day it is due, and whether the moment itself has passed. */
export type Due = { days: number; passed: boolean }

/** So many days ahead is soon: they stand together. */
export const soonDays = 7

/** Over, today, within so many days, or later; by the date in Denmark. */
export const byDay =
  (week = soonDays) =>
  ({ days }: Pick<Due, 'days'>): When => {
    if (days < 0) return 'over'
    if (days === 0) return 'today'
    return days <= week ? 'week' : 'later'
  }

/** The language it is said in; without, the reader's. */
export type SaidIn = { locale?: Language }
export type Values = Readonly<Record<string, string | number>>
export type WaitingKind<Name extends string = string> = {
  icon: (typeof waitingIcons)[number]
  // Methods, so that a table of any names is a table: the page gives every value its rooms name.
  title(v: Readonly<Record<Name, string>>, said?: SaidIn): string
  text(v: Readonly<Record<Name, string>>): string
  button: () => string
  /** The thing that its id is the number of, where more than one kind may tell of it. */
  of?: 'meeting' | 'new-time' | 'promise' | 'regular-contact'
  /** Of one thing there is one row: this kind's. */
  standsForOthers?: true
  /** What is added to the row that stands for this one, which does not say it; nothing, where all of it is said there. */
  adds?(v: Readonly<Record<Name, string>>): string
  /** Said only where it is another than its time gives. */
  tone?: 'fri' | 'sten'
  /** How pressing it is. What is due on no day is given 0 days. */
  when: (due: Due) => When
  /** The page where it is done. */
  href: (row: { id: number; companyId: number | null; dueOn: string | null; values: Values }) => string
  /** So many stand on a page at most, the worst first; 50 without. */
  most?: number
  /** What is due on no day stands with the newest first; without, the oldest. */
  newestFirst?: true
  /** Whoever may look over others' shoulders sees it only when asked for. */
  othersWhenAsked?: true
  /** What a role must do to see it, even where it waits for a person by name: nobody else is asked about it. */
  for?: readonly ('runs' | 'visits' | 'hears' | 'calls')[]
  /** Nor whoever does this, whatever else he does. */
  notFor?: readonly ('runs' | 'visits' | 'hears' | 'calls')[]
}

/** A room's kinds, and the names of the values that their words use; `date` and `near` are the day it is due, as it is said. */
export type WaitingTable<Kind extends string = string, Name extends string = string> = {
  names: readonly Name[]
  kinds: Readonly<Record<Kind, WaitingKind<Name>>>
}
export const waitingTable = <const Name extends string, Kind extends string>(
  names: readonly Name[],
  kinds: Record<Kind, WaitingKind<Name>>,
): WaitingTable<Kind, Name> => ({ names, kinds })
