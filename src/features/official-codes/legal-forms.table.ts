/** Codes of legal forms in the register, the short word we show, and what files call them (domain-facts 1.2). */
export const legalForms = [
  { code: 10, short: 'Enkeltmandsvirksomhed', also: ['ENK'] },
  { code: 15, short: 'PMV', also: ['Personligt ejet mindre virksomhed'] },
  { code: 30, short: 'I/S', also: ['Interessentskab'] },
  { code: 40, short: 'K/S', also: ['Kommanditselskab'] },
  { code: 60, short: 'A/S', also: ['Aktieselskab'] },
  { code: 80, short: 'ApS', also: ['Anpartsselskab'] },
  { code: 81, short: 'IVS', also: ['Iværksætterselskab'] },
  {
    code: 90,
    short: 'Fond',
    also: ['FON', 'Fonde og andre selvejende institutioner', 'Andre fonde og selvejende institutioner'],
  },
  { code: 110, short: 'Forening', also: ['FOR'] },
  { code: 115, short: 'Frivillig forening', also: ['FFO'] },
  { code: 151, short: 'F.M.B.A.', also: ['FMA', 'FMBA'] },
  { code: 210, short: 'Filial af udenlandsk virksomhed', also: ['UDL', 'Anden udenlandsk virksomhed'] },
  { code: 230, short: 'Statslig enhed', also: ['STA'] },
  { code: 245, short: 'Region', also: ['REG'] },
  { code: 250, short: 'Kommune', also: ['KOM', 'Primærkommune'] },
] as const
