/** How English and German tables say how a company stands, and the register's own word for it. */
export const statusWords: readonly { says: RegExp; word: string }[] = [
  { says: /^(?:in )?(?:bankrupt(?:cy)?|insolven(?:t|cy|z))$/i, word: 'UNDER KONKURS' },
  { says: /^(?:under|in) (?:compulsory |forced )(?:dissolution|liquidation)$/i, word: 'UNDER TVANGSOPLØSNING' },
  { says: /^(?:under |in )?(?:voluntary )?liquidation$/i, word: 'UNDER LIKVIDATION' },
  { says: /^dissolved(?: .*)?$|^aufgelöst$/i, word: 'OPLØST' },
  {
    says: /^(?:ceased|closed(?: down)?|permanently closed|deregistered|struck off|terminated|erloschen|gelöscht|geschlossen)$/i,
    word: 'OPHØRT',
  },
  { says: /^active$/i, word: 'AKTIV' },
]

/** What the register writes, and what follows it: a word that begins so says how the company stands. */
export const ofRegister =
  /^(?:normal|aktiv|fremtid|under (?:konkurs|likvidation|tvangsopløsning|frivillig likvidation|rekonstruktion|reassumering|oprettelse)|i likvidation|konkurs|oph(?:ø|oe)r|opløst|tvangsopløst|slettet|lukket|nedlagt)/i
/** Said plainly by whoever keeps the list: not to be reckoned with any more, or left alone. */
export const inactive =
  /^(?:inakti[vf](?:t|e)?|inactive|ikke (?:længere )?aktiv|no longer active|not active|deaktiveret|deactivated|arkiveret|archived|spærret|blocked|må ikke kontaktes|do not (?:contact|call))$/i
