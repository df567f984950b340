/** How sure a share of so many is: the 95 % score interval (Wilson 1927), which keeps within 0 and 1 and is honest for few. */
export const wilson = (yes: number, of: number): { least: number; most: number } => {
  const z2 = 1.96 ** 2
  const share = yes / of
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of)) * 1.96) / (1 + z2 / of)
  return { least: Math.max(0, middle - half), most: Math.min(1, middle + half) }
}
