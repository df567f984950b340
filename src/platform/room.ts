import type { RawBuilder } from 'kysely'
import type { Ctx } from './context.ts'
import type { z } from './endpoint.ts'
import type { Language } from './errors.ts'
import type { EventTable } from './events.shared.ts'
import type { PlainPage } from './http/plain-pages.ts'
import type { Served } from './http/serve.ts'
import type { HouseJob, Job, Reach, Sweep } from './jobs.ts'
import type { MailKind } from './mailbox/mail-kind.ts'
import type { LooseEnd as Shape } from './loose-ends.schema.ts'
import type { WaitingKind } from './waiting.shared.ts'

/**
 * What waits for someone: a view `<room>_waiting (centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at,
 * values)`, and the words of its kinds (`<room>-waiting.table.ts`).
 */
export type WaitingThings = {
  view: string
  kinds: Readonly<Record<string, WaitingKind>>
  /** What waits may be another when answers under these words of an address are stale; all of the room's, without. */
  topics?: readonly string[]
}

/**
 * What a choice among companies may ask that only one room knows: all that was chosen in, a condition on the row `c (id, cvr)`
 * of `company_place` out; undefined when nothing of this room's was chosen.
 */
export type Criterion = {
  name: string
  asks: (ctx: Ctx, chosen: Readonly<Record<string, unknown>>) => RawBuilder<unknown> | undefined
}

/** What ends, as a verb with `ends` names it. */
export type Ended =
  | { personId: number }
  | { listId: number }
  | { companyIds: readonly number[] }
  | { meetingId: number }
/** Who goes on with what stands open: a person, the company that takes another's place, or with null the coordinators. */
export type Heir = { personId: number } | { companyId: number } | null
export type LooseEnd = z.infer<typeof Shape>
/** What someone has of a kind, and another who has said yes may take over from him: before he leaves, and after. */
export type Passes = {
  /** Of these, what is still his, or was until he left and is nobody's since. */
  still: (ctx: Ctx, sourceIds: readonly number[], from: number) => Promise<readonly number[]>
  /** Who asks takes these over; what has ended or changed hands meanwhile stays where it is. */
  take: (ctx: Ctx, sourceIds: readonly number[], from: number) => Promise<void>
}
/** What becomes of a kind when who has it leaves: another takes it over, it is the coordinators' as it is, it is his to do before he leaves, or it ends with him. */
export type WhenLeaving = Passes | 'coordinators' | 'own' | 'ends'
/** What a room holds open: told before something ends, and given to someone when it does. */
export type LooseEnds = {
  open: (ctx: Ctx, ended: Ended) => Promise<readonly LooseEnd[]>
  /** Gives it on. A room without it can only tell. */
  handOn?: (ctx: Ctx, ended: Ended, to: Heir) => Promise<void>
  /** So many of a kind, in words: "2 aftaler". */
  words: Record<string, (count: number, language: Language) => string>
}

/** What is read by its writer alone. When he has left, nobody ever reads it: it goes. */
export type Personal = {
  /** Of who asks: where each stands, and since when. */
  mine: (ctx: Ctx) => Promise<readonly { kind: string; company: { id: number; name: string }; since: string }[]>
  goes: (ctx: Ctx, personId: number) => Promise<void>
}

/**
 * What someone has open with one company, and may go along with it: to who has said yes to having the company. A room below every room that
 * holds such things asks them all.
 */
export type GoesAlong = {
  open: (ctx: Ctx, of: { cvr: string; personId: number }) => Promise<readonly LooseEnd[]>
} & Passes

/** What a room knows of whom people have met and where they go: whoever proposes who could come asks it. */
export type Encounters = {
  /** Who has met this company before. */
  metBefore: (ctx: Ctx, cvr: string) => Promise<readonly number[]>
  /** How many companies of these industries (DB07 divisions, first and last) each has met. */
  metInTrade: (
    ctx: Ctx,
    divisions: readonly (readonly [from: number, to: number])[],
  ) => Promise<readonly { personId: number; companies: number }[]>
  /** Where people go between two moments, in order; what is being moved (`except`) is nowhere. */
  stops: (
    ctx: Ctx,
    between: { from: string; to: string; except?: { kind: string; id: number } | undefined },
  ) => Promise<readonly Stop[]>
  /** Who comes along to what is being moved, beside the one it is asked for: they too must be free. */
  companions: (ctx: Ctx, moved: { kind: string; id: number }) => Promise<readonly number[]>
}
/** Why someone fits a company, as a room knows it: has it, stands in for who has it. */
export type Fits = { personId: number; why: 'regular-contact' | 'deputy' }

export type Stop = { personId: number; startsAt: string; town: string | null; municipality: number | null }

/** A kind of link for those without an account; the room that owns the page behind it hands it in. */
export type LinkKind = {
  kind: string
  /** Where its page lies; the secret follows. */
  path: `/${string}/`
  /** Days until a new link ends by itself; null: when it is revoked. */
  endsAfterDays: number | null
  /** It does not end while something runs with its company: then as many days are added. */
  renewed?: true
  /** It is a person's own (its subject), not a company's: it ends when he leaves. */
  ofPerson?: true
  /** The room that hands it in keeps it: it is not listed among companies' links, and ends by that room alone. */
  keptApart?: true
  /** How often something can be done through it; null: without limit. */
  uses: number | null
}

/** A kind of file that comes in, with its reader; the room whose files they are hands it in. Who has a file and no page names the kind. */
export type ImportKind = {
  kind: string
  /** The files are one school's own: they come in as that school. */
  ofSchool?: true
  /** From the file to the end; a dry run leaves nothing behind. Why something did not come in is said in the asker's language. */
  bring: (
    opens: Pick<Reach, 'in'>,
    file: { name: string; bytes: AsyncIterable<Uint8Array>; size: number },
    dryRun: boolean,
  ) => Promise<Imported>
}
export type Imported = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Of a row that came in all the same (`rejected: false`): what was left out of it. */
  errors: readonly { line: number; column: string | null; reason: string; rejected: boolean }[]
  /** What concerns the whole file. */
  notes: readonly string[]
}

/** A workplace that the register gave to another company; `all`: what was said of all the old company holds for it too. */
export type Moved = { companyId: number; from: string; to: string; all: boolean }

/** A company's place. */
type Place = { companyId: number; cvr: string }

/** Someone who has, or is offered, a place in the centre. */
export type Holder = { personId: number; email: string }
/** What gives access to whoever holds its secret, of which only the hash is kept: a session, a token, an invitation, a link. */
export type Credential = {
  /** Where the hash stands. A test asks that every such table is handed in. */
  table: string
  /** Ends what is this person's own here. Null: it is a company's, and stays with it whoever made it. */
  endsWith: ((ctx: Ctx, holder: Holder) => Promise<void>) | null
}

/** What a room gives to the house: all that anything outside it must know, handed in rather than looked up. */
export type Room = {
  name: string
  /** Its tables, views and those functions that read them. Another room reads a view; only the owner touches a table. */
  owns?: readonly string[]
  routes: readonly Served[]
  jobs?: readonly Job<never>[]
  sweeps?: readonly Sweep[]
  /** Work on a schedule that belongs to no centre. */
  houseJobs?: readonly HouseJob[]
  waiting?: WaitingThings
  /** What it records, in words. */
  verbs?: EventTable
  /** What a draw may ask of a company that only this room knows. */
  criteria?: readonly Criterion[]
  encounters?: Encounters
  /** Who fits a company: for whoever proposes whom to ask. */
  fits?: (ctx: Ctx, place: { cvr: string; companyId: number }) => Promise<readonly Fits[]>
  /** What they said last on the phone, and when: for who writes about a visit that nobody booked. */
  saidLast?: (ctx: Ctx, place: { cvr: string; companyId: number }) => Promise<{ at: string; note: string } | undefined>
  /** Which of these strikes are the asking school's own: they are against the others. */
  ownStrikes?: (ctx: Ctx, strikeIds: readonly number[]) => Promise<readonly number[]>
  links?: readonly LinkKind[]
  /** Pages that are whole without script, drawn by the server. */
  plainPages?: readonly PlainPage[]
  imports?: readonly ImportKind[]
  mailKinds?: readonly MailKind[]
  /** Files of a kind have come in, or were taken back: what follows from it here, in the same transaction. */
  filesChanged?: (ctx: Ctx, kind: string) => Promise<void>
  /** What the own school handed in before contacts were sealed is about to be: what goes by it here, in the same transaction. */
  contactsSealing?: (ctx: Ctx) => Promise<unknown>
  /** The own school has deleted its contacts: what follows from them here, in the same transaction. */
  contactsDeleted?: (ctx: Ctx) => Promise<void>
  /** Does anything stand here that would go with them? */
  ofContacts?: (ctx: Ctx) => Promise<boolean>
  /** A place has another regular contact from now on, or (null) none: what follows from it here, in the same transaction; the company is locked. */
  contactChanged?: (ctx: Ctx, place: Place, personId: number | null) => Promise<void>
  /** Somebody is asked to be a place's regular contact: what he must know of here before he says yes. */
  contactAsked?: (ctx: Ctx, place: Place, personId: number) => Promise<void>
  /** Somebody has decided whether a company is one leadership or shared, or took that back: what follows from it here, in the same transaction. */
  leadershipDecided?: (ctx: Ctx) => Promise<void>
  looseEnds?: LooseEnds
  /** Somebody's or something's end has left this open, and it has been handed on: whoever hands it out writes it down, in the same transaction. */
  handedOn?: (ctx: Ctx, ended: Ended, open: readonly LooseEnd[]) => Promise<void>
  /** What someone keeps to himself, so many of a kind in words for him alone; and its end, when he has left. */
  personal?: Personal
  /** Each kind of loose end that a person can have (`src/loose-ends.test.ts`). */
  whenLeaving?: Readonly<Record<string, WhenLeaving>>
  /** By the kind of its loose end. */
  goesAlong?: Readonly<Record<string, GoesAlong>>
  credentials?: readonly Credential[]
  /** Someone at a company wishes to be forgotten: what this room holds of him goes, in the same transaction; asked before he is gone. */
  forgetsPerson?: (ctx: Ctx, companyPersonId: number) => Promise<void>
  /** What it has of a workplace that moved goes along; the companies are locked. */
  moves?: (ctx: Ctx, moved: Moved) => Promise<void>
}
/** A room, as `app.ts` lists it. */
export const asRoom = (room: Room): Room => room
