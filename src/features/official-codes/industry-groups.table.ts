/** DB07's ten groups (Danmarks Statistik) by the first two digits of an industry code; 0: no code, or one of no group. */
export const industryGroups = [
  { group: 1, from: 1, to: 3 },
  { group: 2, from: 5, to: 39 },
  { group: 3, from: 41, to: 43 },
  { group: 4, from: 45, to: 56 },
  { group: 5, from: 58, to: 63 },
  { group: 6, from: 64, to: 66 },
  { group: 7, from: 68, to: 68 },
  { group: 8, from: 69, to: 82 },
  { group: 9, from: 84, to: 88 },
  { group: 10, from: 90, to: 99 },
] as const
