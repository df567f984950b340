import { compact, fold } from '#platform/text/fold.shared'
import { hashOf } from '#platform/hash'

/** Where a company is, as numbers to compare; 0 where nothing is said. */
export type Address = {
  street: number
  /** Folded, for names that are nearly the same. */
  streetName: string
  /** Number of the house times 32, and its letter. */
  house: number
  postalCode: number
  town: number
}

const ending: readonly [RegExp, string][] = [
  [/v\.$/, 'vej'],
  [/g\.$/, 'gade'],
  [/\bpl\.$/, 'plads'],
  [/\bstr\.$/, 'straede'],
  [/\ball\.$/, 'alle'],
]
/** `Søg.` is Søgade, `Damv.` Damvej. */
const spelledOut = (street: string): string => {
  for (const [short, long] of ending) if (short.test(street)) return street.replace(short, long)
  return street
}

/** `Havnegade 12 B, 1. th.` */
const numbered = /^(.*?)[\s,]+(\d{1,4})\s?([a-z])?(?![a-z0-9])/

/** Street and number in one cell, or in two. */
export const readAddress = (street: string, house: string, postalCode: string, town: string): Address => {
  const written = fold(house === '' ? street.trim() : `${street.trim()} ${house.trim()}`)
  const [, before, number = '', letter = ''] = numbered.exec(written) ?? []
  const streetName = compact(spelledOut((before ?? written).trim()))
  const code = /\d{3,4}/.exec(postalCode)?.[0]
  const townName = compact(fold(town).replace(/\s+[a-zø]{1,2}$/, ''))
  return {
    street: streetName === '' ? 0 : hashOf(streetName),
    streetName,
    house: number === '' ? 0 : Number(number) * 32 + (letter === '' ? 0 : letter.charCodeAt(0) - 96),
    postalCode: code === undefined ? 0 : Number(code),
    town: townName === '' ? 0 : hashOf(townName),
  }
}
