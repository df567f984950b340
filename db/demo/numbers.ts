/** Numbers that look right, are unique, and belong to nobody: the real register has not come further than 47 million
 * for companies and 1,03 billion for workplaces. */

const bases = 4_000_000
// Coprime with bases, so that the walk visits every number once and neighbours in the list lie far apart.
const stride = 1_370_003
/** Erhvervsstyrelsen's, for the first seven digits: the check digit makes the sum divisible by 11. */
const weights = [2, 7, 6, 5, 4, 3, 2]

/** Valid, unique CVR numbers from 60 000 000 up, in an order given by the seed; about 3.6 million of them.
 * Throws RangeError when they are used up. */
export function* cvrNumbers(seed: number): Generator<number, never> {
  for (let step = 0; step < bases; step++) {
    const base = 6_000_000 + ((Math.abs(Math.trunc(seed)) + step * stride) % bases)
    const sum = weights.reduce((all, weight, nth) => all + weight * (Math.floor(base / 10 ** (6 - nth)) % 10), 0)
    // A remainder of 1 would need the check digit 10: such numbers are never issued.
    if (sum % 11 !== 1) yield base * 10 + ((11 - (sum % 11)) % 11)
  }
  throw new RangeError('No fictional CVR numbers left: at most about 3.6 million companies')
}

/** The nth workplace of the world. */
export const pNumber = (nth: number): number => 1_900_000_000 + nth

/** 70 01 00 00 – 70 99 99 99, scattered; 70 00 xx xx is kept for the people and companies with a story. After 990 000 they repeat. */
export const phoneNumber = (nth: number): string => String(70_010_000 + ((nth * 370_003) % 990_000))
