import * as m from '#texts'

/** What one writes to oneself at the head of a promise, and how it is said to the company. Words that are also a thing ("Mail", "Kontakt", "Hold") are left out. */
const saidToThem: Record<string, string> = {
  aftal: 'aftaler',
  bestil: 'bestiller',
  book: 'booker',
  find: 'finder',
  fremsend: 'sender',
  følg: 'følger',
  få: 'får',
  giv: 'giver',
  hør: 'hører',
  indkald: 'indkalder',
  indhent: 'indhenter',
  kom: 'kommer',
  lav: 'laver',
  læg: 'lægger',
  planlæg: 'planlægger',
  regn: 'regner',
  ring: 'ringer',
  send: 'sender',
  skaf: 'skaffer',
  skriv: 'skriver',
  spørg: 'spørger',
  sæt: 'sætter',
  tag: 'tager',
  tjek: 'tjekker',
  udarbejd: 'udarbejder',
  undersøg: 'undersøger',
  vend: 'vender',
}

const said = (verb: string) => saidToThem[verb.toLowerCase()]

/**
 * A promise of ours as its company reads it. "Send tilbud om truck" under "Det sker nu" would be an order to them: it is told as
 * "Vi sender tilbud om truck". Whatever begins in another way stands as it was written.
 */
export const toldCompany = (what: string): string => {
  const [verb = '', ...rest] = what.trim().split(' ')
  const first = said(verb)
  if (!first) return what
  return ['Vi', first, ...rest.map((word, at) => (rest[at - 1] === 'og' ? (said(word) ?? word) : word))].join(' ')
}

/** Beside the field of a promise: what its company will read, where that is not word for word what is being written. */
export const toldOtherwise = (what: string | null | undefined) =>
  !what || toldCompany(what) === what ? undefined : m.promises_told_company({ words: toldCompany(what) })
