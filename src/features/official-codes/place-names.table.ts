/** Names of places as people write them, beside the official ones. */

/** Short forms of municipalities, by code. */
export const municipalityShortNames: Readonly<Record<number, readonly string[]>> = {
  101: ['kbh', 'københavn k', 'cph', 'copenhagen'],
  147: ['frb'],
  169: ['taastrup'],
  173: ['lyngby'],
  400: ['bornholms region', 'bornholms regions'],
  430: ['faaborg'],
  756: ['ikast'],
  760: ['ringkøbing'],
  773: ['mors'],
}

/** Towns whose districts people write as letters after the code (PostNord's list): `2100 Ø`, `8000 C`. */
export const townDistricts: readonly {
  from: number
  to: number
  town: string
  letters: readonly string[]
}[] = [
  { from: 1800, to: 1999, town: 'Frederiksberg', letters: ['C'] },
  { from: 2000, to: 2000, town: 'Frederiksberg', letters: ['F'] },
  { from: 1000, to: 2499, town: 'København', letters: ['K', 'V', 'N', 'Ø', 'S', 'SV', 'NV', 'C'] },
  { from: 5000, to: 5299, town: 'Odense', letters: ['C', 'V', 'NV', 'SØ', 'M', 'NØ', 'SV', 'S', 'N'] },
  { from: 6700, to: 6719, town: 'Esbjerg', letters: ['Ø', 'V', 'N'] },
  { from: 8000, to: 8299, town: 'Aarhus', letters: ['C', 'N', 'V'] },
  { from: 8900, to: 8969, town: 'Randers', letters: ['C', 'NV', 'NØ', 'SV', 'SØ'] },
  { from: 9000, to: 9299, town: 'Aalborg', letters: ['SV', 'SØ', 'Øst'] },
]
