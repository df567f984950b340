/** Words of company names that say how a company is made up, or nothing of which it is. All folded. */

/** Legal forms as people write them; `a/s`, `i-s` are read before words are told apart. */
export const formWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aps: 'aps',
    anpartsselskab: 'aps',
    anpartsselskabet: 'aps',
    '§as': 'as',
    aktieselskab: 'as',
    aktieselskabet: 'as',
    ivs: 'ivs',
    ivaerksaetterselskab: 'ivs',
    '§is': 'is',
    interessentskab: 'is',
    '§ks': 'ks',
    kommanditselskab: 'ks',
    '§ps': 'ps',
    partnerselskab: 'ps',
    amba: 'amba',
    smba: 'smba',
    fmba: 'fmba',
    pmv: 'pmv',
    kommune: 'kommune',
    kommunes: 'kommune',
  }),
)
/** In the order of the columns; the first is a name that says no form. */
export const forms = ['', 'aps', 'as', 'ivs', 'is', 'ks', 'ps', 'amba', 'smba', 'fmba', 'pmv', 'kommune'] as const

/** "v/ Lars Holm", "Maler og Tapet": tell nothing apart. */
export const joiningWords: ReadonlySet<string> = new Set(['v', 've', 'ved', 'og', 'and', 'i', 'the'])

/** What people put behind a name in their own lists: its place in the company, who to ask for. */
export const addedWords: ReadonlySet<string> = new Set(
  `danmark dk denmark kontor hovedkontor afd afdeling afdelingen filial att attn laerlinge laerling elever elev praktik
  administration ny gammel tidl`.split(/\s+/),
)
/** Behind these stands a person or a place. */
export const pointingWords: ReadonlySet<string> = new Set(['att', 'attn', 'afd', 'afdeling', 'filial'])

/** Companies that own companies, houses and shares: they share address and phone with the one that works there. */
export const owningWords = /holding|^invest$|^ejendomme$|^kapital$|^ejendomsselskab/
/** Long enough to be known with a slip of the finger. */
export const owningWordsWhole = ['holding', 'ejendomme', 'ejendomsselskab'] as const

/** Mailboxes of nobody in particular. */
export const commonBoxes: ReadonlySet<string> = new Set(
  `info kontakt mail post kontor contact admin administration office salg butik firma hello hej bogholderi booking faktura
  reception service support web webmaster`.split(/\s+/),
)
