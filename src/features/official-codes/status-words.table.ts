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
