/** Numbers that look right, are unique, and belong to nobody: the real register has not come further than 47 million
 * for companies and 1,03 billion for workplaces. */

const firstBase = 6_000_000
const bases = 4_000_000
// Coprime with bases, so that the walk visits every number once and neighbours in the list lie far apart.
const stride = 1_370_003

/** Of the first seven digits, by Erhvervsstyrelsen's weights: what the check digit makes divisible by 11. */
const weigh = (sevenDigits: number): number => {
  let rest = sevenDigits
  let sum = 0
  for (const weight of [2, 3, 4, 5, 6, 7, 2]) {
    sum += (rest % 10) * weight
    rest = Math.floor(rest / 10)
  }
  return sum
}

/** Valid, unique CVR numbers from 60 000 000 up, in an order given by the seed; about 3.6 million of them.
 * Throws RangeError when they are used up. */
export function* cvrNumbers(seed: number): Generator<number, never> {
  const start = Math.abs(Math.trunc(seed)) % bases
  for (let step = 0; step < bases; step++) {
    const base = firstBase + ((start + step * stride) % bases)
    const remainder = weigh(base) % 11
    // A remainder of 1 would need the check digit 10: such numbers are never issued.
    if (remainder === 1) continue
    yield base * 10 + ((11 - remainder) % 11)
  }
  throw new RangeError('No fictional CVR numbers left: at most about 3.6 million companies')
}

/** The nth workplace of the world. */
export const pNumber = (nth: number): number => 1_900_000_000 + nth

const phones = 990_000

/** 70 01 00 00 – 70 99 99 99, scattered; 70 00 xx xx is kept for the people and companies with a story. After 990 000 they repeat. */
export const phoneNumber = (nth: number): string => String(70_010_000 + ((nth * 370_003) % phones))
