import type { Reason } from '#platform/reason'
import type { Read } from './cvr-number.ts'
import { keyOf } from './key.ts'
import { townDistricts } from './place-names.table.ts'
import { reasons } from './reasons.ts'

/** Where post goes: a code, and a town where one was written beside it. */
export type Place = { postalCode: string | null; town: string | null }

/** A letter after the code is the town's district; anything else is the town. */
const townOf = (code: string, written: string): string => {
  const word = written.trim().replace(/[,.]$/, '')
  for (const { from, to, town, letters } of townDistricts) {
    const district = letters.find((one) => keyOf(one) === keyOf(word))
    if (Number(code) >= from && Number(code) <= to && district !== undefined) return `${town} ${district}`
  }
  return word.slice(0, 80)
}

/**
 * A postal code, with or without its town: `7700`, `7700.0`, `DK-7700`, `7700 Thy`, `8000 C`. Leading zeros are brought back (0800 Høje
 * Taastrup); a code of another country as it stands, with what it is told by: its country, a space or letters.
 */
export const readPlace = (text: string): Read<Place> => {
  const written = text
    .trim()
    .replace(/^'/, '')
    .replace(/^(\d+)[.,]0$/, '$1')
    .replace(/^DK[- ]*(?=\d)/i, '')
  if (/^\d{3,4}$/.test(written)) return { value: { postalCode: written.padStart(4, '0'), town: null } }
  const danish = /^(\d{4})[\s,.\u00A0-]+(?=\p{L})(.+)$/u.exec(written)
  if (danish?.[1] !== undefined && danish[2] !== undefined)
    return { value: { postalCode: danish[1], town: townOf(danish[1], danish[2]) } }
  const foreign = /^(?:[A-Z]{1,3}-[A-Z\d][A-Z\d ]{1,9}|\d{5}|\d{3} \d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i
  return foreign.test(written) ? { value: { postalCode: written, town: null } } : { wrong: reasons.postalCode(text) }
}

type Where = { street: string; postalCode: string | null; town: string; wrong?: Reason }
const isBlank = (text: string) => /^[-–—]?$/.test(text)

/** Code and town may stand in one cell, in the column of either; all of the address may stand in the street's. `wrong`: a code that is none. */
export const readWhere = (cell: (field: 'street' | 'postalCode' | 'town') => string): Where => {
  const [street, written, town] = [cell('street'), cell('postalCode'), cell('town')]
  if (!isBlank(written)) {
    const read = readPlace(written)
    if ('wrong' in read) return { street, postalCode: null, town, wrong: read.wrong }
    return { street, postalCode: read.value.postalCode, town: town || (read.value.town ?? '') }
  }
  if (town !== '') {
    const read = /^(?:DK-?)?\d{4}\s/.test(town) ? readPlace(town) : null
    return read && 'value' in read && read.value.town !== null
      ? { street, postalCode: read.value.postalCode, town: read.value.town }
      : { street, postalCode: null, town }
  }
  const split = splitAddress(street)
  return split ? { ...split, town: split.town ?? '' } : { street, postalCode: null, town }
}

/** A row whose cells stand a column too far: the code where street or town belongs, and something else in its place. */
export const readShifted = (cell: (field: 'street' | 'postalCode' | 'town') => string): Reason | undefined => {
  const moved = [cell('street'), cell('town')].find((text) => /^[1-9]\d{3}$/.test(text))
  const written = cell('postalCode')
  return moved !== undefined && !isBlank(written) && 'wrong' in readPlace(written) ? reasons.shifted(moved) : undefined
}

/** `Havnegade 1, 7700 Thisted`, also on two lines, or with a dash between. */
const parted = /^(.+?)\s*(?:[,;|\n]|\s[-–]\s)\s*(?:DK[- ]*)?(\d{4}\s+\p{L}[^,\d]*)$/isu
/** `Havnegade 1 7700 Thisted`: what stands before the code ends as a street does, with a number, a letter, a floor. */
const unparted = /^(\p{L}.*\d.*)(?<=\d\s?[a-zæøå]?|\b(?:t[hv]|mf|st)\.?|\bsal)\s+(?:DK[- ]*)?(\d{4}\s+\p{L}[^,\d]*)$/isu
/** `7700 Thisted, Havnegade 1` */
const placeFirst = /^(?:DK[- ]*)?(?<place>\d{4}\s+\p{L}[^,\d]*)[,\n]\s*(?<street>\p{L}[^,\d]*\d[^,]*)$/isu
/** `Havnegade 1, 7700` */
const codeAlone = /^(.*\d\s?\p{L}?)\s*[,\n]\s*(?:DK[- ]*)?(\d{4})$/isu
const longestAddress = 200
const country = /[\s,]+(?:danmark|denmark|dk)\.?$/i

/** Street, code and town in one cell: the street, and the place. */
const splitAddress = (text: string): (Place & { street: string }) | null => {
  if (text.length > longestAddress) return null
  const bare = text.trim().replace(/\r\n?/g, '\n').replace(country, '')
  const first = placeFirst.exec(bare)?.groups
  const found = parted.exec(bare) ?? unparted.exec(bare) ?? codeAlone.exec(bare)
  const [street, written] = first ? [first['street'], first['place']] : [found?.[1], found?.[2]]
  const place = written === undefined ? undefined : readPlace(written)
  if (street === undefined || !place || 'wrong' in place) return null
  return { street: street.trim(), ...place.value }
}
