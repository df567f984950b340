import { countUnder } from '#platform/block-index'
import { areaOf, houseKey, placeKey, streetKey } from './block-keys.ts'
import { shortAt, longAt } from '#platform/columns'
import { type FamilyName, firstOf } from './fields.table.ts'
import { nearly } from '#platform/text/nearly'
import type { Marginals, Rareness } from './rareness.ts'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'

/** What of a contact's address is the same for every company: counts as logarithms of shares. */
export type AddressAsked = ReturnType<ReturnType<typeof addressAsker>>

export const addressAsker = (register: Register, rareness: Rareness, { codes, areas, towns }: Marginals) => {
  const share = (count: number) => Math.log(Math.max(1, count) / (register.known + 1))
  const count = (key: number) => countUnder(register.blocks, key)
  return ({ address }: Contact) => {
    const { street, house, postalCode, town, streetName } = address
    const known = register.streets.ids.get(streetName) ?? 0
    const whole = street !== 0 && house !== 0
    const family: FamilyName | null =
      street === 0 ? (postalCode || town ? 'place' : null) : postalCode || town ? 'address' : 'street'
    return {
      family,
      known,
      address,
      u: {
        place: Math.log(rareness.place(whole ? count(placeKey(address)) : 1) / (register.known + 1)),
        house: share(whole ? count(houseKey(address)) : 1),
        streetAndCode: share(street === 0 ? 1 : count(streetKey(address))),
        street: share(register.streets.counts[known] ?? 1),
        code: share(longAt(codes, postalCode)),
        area: share(longAt(areas, areaOf(postalCode))),
        town: share(towns.get(town) ?? 1),
      },
    }
  }
}

const slipPenalty = Math.log(6)

/** 0 the same with number, 1 nearly, 2 the street alone, 3 another. */
const compareStreet = ({ address, known }: AddressAsked, register: Register, row: number): number => {
  const [theirs, house] = [longAt(register.street, row), shortAt(register.house, row)]
  const sameStreet = known !== 0 && known === theirs
  if (sameStreet && house === address.house) return 0
  if (sameStreet) return address.house === 0 || house >> 5 === address.house >> 5 ? 1 : 2
  if (known !== 0 || house !== address.house) return 3
  return nearly(address.streetName, register.streets.texts[theirs] ?? '') ? 1 : 3
}

/** 0 the same, 1 code or town, 2 near by the code, 3 another. */
const comparePlace = ({ address }: AddressAsked, register: Register, row: number): number => {
  const { postalCode, town } = address
  const code = shortAt(register.postalCode, row)
  const sameTown = town !== 0 && town === longAt(register.town, row)
  if (postalCode === 0) return sameTown ? 0 : 3
  if (code === postalCode) return town === 0 || sameTown ? 0 : 1
  if (sameTown) return 1
  return areaOf(code) === areaOf(postalCode) ? 2 : 3
}

/** Where both are, as one question: who has moved has another street and another town together. Null: nothing is said. */
export const compareAddress = (asked: AddressAsked, register: Register, row: number) => {
  const { family, u, address } = asked
  if (family === null || (longAt(register.street, row) === 0 && shortAt(register.postalCode, row) === 0)) return null
  const street = family === 'place' ? 3 : compareStreet(asked, register, row)
  const place = family === 'street' ? 3 : comparePlace(asked, register, row)
  const ofCode = address.postalCode === 0 ? u.town : u.code
  const placeU = [ofCode, Math.min(u.code, u.town), u.area, 0][place] ?? 0
  const sameTown = address.town !== 0 && longAt(register.town, row) === address.town
  if (family === 'place') return { outcome: firstOf.place + place, u: placeU, sameTown }
  const streetU = [u.house, u.house + slipPenalty, u.street, 0][street] ?? 0
  if (family === 'street') return { outcome: firstOf.street + street, u: streetU, sameTown }
  const outcome = firstOf.address + 4 * street + place
  if (place === 0 && address.postalCode !== 0 && street === 0) return { outcome, u: u.place, sameTown }
  if (place === 0 && address.postalCode !== 0 && street === 2) return { outcome, u: u.streetAndCode, sameTown }
  return { outcome, u: streetU + placeU, sameTown }
}
