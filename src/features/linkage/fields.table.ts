/**
 * What is compared, and how it may come out. A family is one question; its outcomes are exclusive, and `m` is how often each comes when both
 * are the same company: a first guess from how such lists look, corrected by what the list at hand shows (`learn.ts`).
 * `says`: `for` may only raise a score, `against` only lower it, `either` follows the figures.
 */
export type Says = 'for' | 'against' | 'either'
export type Outcome = { says: Says; m: number }
export type FieldName = 'cvr' | 'phone' | 'mail' | 'name' | 'form' | 'kind' | 'address' | 'person' | 'industry' | 'list'
export type Family = { field: FieldName; outcomes: readonly Outcome[] }

const yes = (m: number): Outcome => ({ says: 'for', m })
const no = (m: number): Outcome => ({ says: 'against', m })
const may = (m: number): Outcome => ({ says: 'either', m })

/** Street same with number, nearly, street alone, another; each with place same, partly, near, another. */
const addresses: readonly Outcome[] = [
  ...[yes(0.68), may(0.05), may(0.01), may(0.01)],
  ...[yes(0.07), may(0.01), may(0.003), may(0.003)],
  ...[may(0.01), may(0.003), may(0.001), may(0.002)],
  ...[may(0.03), may(0.02), no(0.012), no(0.084)],
]

export const families = {
  /** The same and something else too, the same and all else another, a slip of the finger, another. */
  cvr: { field: 'cvr', outcomes: [yes(0.97), may(0.005), may(0.015), no(0.01)] },
  phone: { field: 'phone', outcomes: [yes(0.8), no(0.2)] },
  /** An own domain: the same address, the same domain, another own domain, none. */
  ownMail: { field: 'mail', outcomes: [yes(0.2), yes(0.6), no(0.08), may(0.12)] },
  /** A mailbox like everybody's: the same address, another such, an own domain, none. */
  freeMail: { field: 'mail', outcomes: [yes(0.2), no(0.2), may(0.4), may(0.2)] },
  /** The box is somebody's first name: of the company's person, or not. At an own domain it may be anybody who works there. */
  freeBox: { field: 'person', outcomes: [yes(0.6), no(0.4)] },
  ownBox: { field: 'person', outcomes: [yes(0.2), no(0.8)] },
  /** Whole, whole but for slips, all of ours, ours but for slips, all of theirs, theirs but for slips, half, a little, nothing. */
  name: {
    field: 'name',
    outcomes: [yes(0.6), yes(0.12), yes(0.1), yes(0.02), yes(0.04), yes(0.02), may(0.05), may(0.03), no(0.02)],
  },
  /** Of names that share words, each word: found in the other name, or missed. Codes are words with digits. */
  ourWord: { field: 'name', outcomes: [yes(0.6), no(0.4)] },
  ourCode: { field: 'name', outcomes: [yes(0.6), no(0.4)] },
  theirCode: { field: 'name', outcomes: [yes(0.6), no(0.4)] },
  /** So many words their name has beyond those that were found: see `moreWords`. */
  theirMore: { field: 'name', outcomes: [may(0.35), may(0.2), may(0.15), may(0.15), may(0.1), may(0.05)] },
  formSaid: { field: 'form', outcomes: [yes(0.9), may(0.05), no(0.05)] },
  formUnsaid: { field: 'form', outcomes: [may(0.5), may(0.5)] },
  owningSaid: { field: 'kind', outcomes: [yes(0.95), no(0.05)] },
  owningUnsaid: { field: 'kind', outcomes: [no(0.03), may(0.97)] },
  address: { field: 'address', outcomes: addresses },
  street: { field: 'address', outcomes: [yes(0.78), yes(0.08), may(0.02), no(0.12)] },
  place: { field: 'address', outcomes: [yes(0.84), yes(0.04), may(0.02), no(0.1)] },
  /** All names, first and last, one, none. */
  person: { field: 'person', outcomes: [yes(0.55), yes(0.1), may(0.1), no(0.25)] },
  /** The same when the person's name is the company's too: what the name said is not said again. */
  personInName: { field: 'person', outcomes: [yes(0.8), yes(0.1), may(0.05), no(0.05)] },
  list: { field: 'list', outcomes: [may(0.4), may(0.6)] },
} as const satisfies Record<string, Family>

/** From so many words on each outcome of `theirMore`: none, one, two, three or four, up to seven, more. */
export const moreWords = [0, 1, 2, 3, 5, 8] as const

export type FamilyName = keyof typeof families

/** Where a family's outcomes begin in one row of all. */
const start = (wanted: string): number => {
  const all = Object.entries(families)
  const place = all.findIndex(([name]) => name === wanted)
  return all.slice(0, place).reduce((sum, [, { outcomes }]) => sum + outcomes.length, 0)
}
export const firstOf: Readonly<Record<FamilyName, number>> = {
  cvr: start('cvr'),
  phone: start('phone'),
  ownMail: start('ownMail'),
  freeMail: start('freeMail'),
  freeBox: start('freeBox'),
  ownBox: start('ownBox'),
  name: start('name'),
  ourWord: start('ourWord'),
  ourCode: start('ourCode'),
  theirCode: start('theirCode'),
  theirMore: start('theirMore'),
  formSaid: start('formSaid'),
  formUnsaid: start('formUnsaid'),
  owningSaid: start('owningSaid'),
  owningUnsaid: start('owningUnsaid'),
  address: start('address'),
  street: start('street'),
  place: start('place'),
  person: start('person'),
  personInName: start('personInName'),
  list: start('list'),
}
/** Each family's first outcome, and how many it has. */
export const spans = Object.entries(families).map(([name, { outcomes }]) => ({
  first: start(name),
  length: outcomes.length,
}))
export const outcomes: readonly (Outcome & { field: FieldName })[] = Object.values(families).flatMap(
  ({ field, outcomes }: Family) => outcomes.map((outcome) => ({ ...outcome, field })),
)
/** 1 for what may only raise a score, -1 for what may only lower it, 0 for the rest. */
export const signs = Int8Array.from(outcomes, ({ says }) => (says === 'for' ? 1 : says === 'against' ? -1 : 0))
