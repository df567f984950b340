import { hashOf, hashTogether } from '#platform/hash'
import type { Read } from './records.ts'

/**
 * Keys under which two records of the same company should meet: blocking, as record linkage calls it (P. Christen, Data Matching, 2012, ch.
 * 4). Many narrow keys, so that any two fields that survived are enough.
 */
export const kind = {
  cvr: 1,
  pNumber: 2,
  phone: 3,
  mail: 4,
  domain: 5,
  whole: 6,
  word: 7,
  wordAndCode: 8,
  twoWords: 10,
  beginningAndCode: 11,
  house: 12,
  place: 13,
  streetAndCode: 14,
  person: 15,
  personAndCode: 16,
  wordAndTown: 17,
} as const

export const areaOf = (postalCode: number): number => Math.floor(postalCode / 100)
const mostPaired = 6

export const twoWords = (one: number, other: number): number =>
  one < other ? hashTogether(kind.twoWords, one, other) : hashTogether(kind.twoWords, other, one)
export const personKey = (names: readonly string[]): number => hashTogether(kind.person, hashOf(names.join(' ')))
type Place = Pick<Read['address'], 'street' | 'house' | 'postalCode'>
export const houseKey = ({ street, house }: Omit<Place, 'postalCode'>): number =>
  hashTogether(kind.house, street, house)
export const placeKey = ({ street, house, postalCode }: Place): number =>
  hashTogether(kind.place, street, house, postalCode)
export const streetKey = ({ street, postalCode }: Omit<Place, 'house'>): number =>
  hashTogether(kind.streetAndCode, street, postalCode)

/** Keys of a name; `hashes`: of its words, given because a contact's may also be those it was meant to have. */
export const nameKeysOf = ({ name, address }: Read, hashes: readonly number[], add: (key: number) => void): void => {
  const { postalCode, town } = address
  if (name.whole !== 0) add(hashTogether(kind.whole, name.whole))
  for (const [place, one] of hashes.entries()) {
    add(hashTogether(kind.word, one))
    if (postalCode !== 0) add(hashTogether(kind.wordAndCode, one, postalCode))
    if (town !== 0) add(hashTogether(kind.wordAndTown, one, town))
    for (let other = place + 1; other < hashes.length && other < mostPaired; other += 1)
      add(twoWords(one, hashes[other] ?? 0))
  }
  if (postalCode !== 0) add(hashTogether(kind.beginningAndCode, hashOf(name.words.join('').slice(0, 5)), postalCode))
}

/** All keys of a record. */
export const keysOf = (read: Read, hashes: readonly number[], pNumber: number, add: (key: number) => void): void => {
  const { cvr, phone, mail, address, person } = read
  if (cvr !== 0) add(hashTogether(kind.cvr, cvr))
  if (pNumber !== 0) add(hashTogether(kind.pNumber, pNumber % 1_000_000_007))
  if (phone !== 0) add(hashTogether(kind.phone, phone))
  if (mail.address !== 0) add(hashTogether(kind.mail, mail.address))
  if (mail.domain !== 0) add(hashTogether(kind.domain, mail.domain))
  nameKeysOf(read, hashes, add)
  if (address.street !== 0 && address.house !== 0) {
    add(houseKey(address))
    if (address.postalCode !== 0) add(placeKey(address))
  }
  if (address.street !== 0 && address.postalCode !== 0) add(streetKey(address))
  if (person.length > 1) {
    add(personKey(person))
    if (address.postalCode !== 0) add(hashTogether(kind.personAndCode, personKey(person), address.postalCode))
  }
}
