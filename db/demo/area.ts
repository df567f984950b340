/** The area around the Limfjord: eight municipalities with their towns. Postal codes are the real ones (PostNord); everything that happens
 * there is invented. Names and middles of municipalities are the register's own. */
import { municipalityName, municipalityPlace } from '../../src/features/official-codes/official-codes.ts'
import type { Random } from './random.ts'
import { cellsOf, linesOf, sure } from './table-text.ts'

/** `7700 Thisted 5`: postal code, post office, how much of the municipality's companies lie there. */
const townOf = (text: string) => {
  const [postalCode, ...name] = text.split(' ')
  const weight = Number(name.pop())
  return { postalCode: Number(postalCode), town: name.join(' '), weight }
}
const municipality = (line: string) => {
  const [facts = '', towns = ''] = cellsOf(line)
  const [code = 0, weight = 0] = facts.split(' ').map(Number)
  const [lat = 0, lon = 0] = municipalityPlace(code) ?? []
  return { code, name: municipalityName(code) ?? '', lat, lon, weight, towns: cellsOf(towns, ',').map(townOf) }
}
export type Municipality = ReturnType<typeof municipality>
export type Place = {
  municipality: Municipality
  postalCode: number
  town: string
  street: string
  house: number
  letter: string | null
}

/** Its number; inhabitants in thousands: where people live, companies are. */
export const municipalities: readonly Municipality[] = linesOf(`
  661 59 | 7500 Holstebro 12, 7830 Vinderup 2, 6990 Ulfborg 2, 7570 Vemb 1
  665 19 | 7620 Lemvig 5, 7673 Harboøre 1, 7680 Thyborøn 2, 7650 Bøvlingbjerg 1, 7660 Bækmarksbro 1
  671 21 | 7600 Struer 6, 7560 Hjerm 1, 7790 Thyholm 1
  773 20 | 7900 Nykøbing M 5, 7950 Erslev 1, 7970 Redsted M 1, 7980 Vils 1, 7990 Øster Assels 1
  779 45 | 7800 Skive 9, 7840 Højslev 2, 7860 Spøttrup 1, 7870 Roslev 1, 7884 Fur 1
  787 43 | 7700 Thisted 6, 7730 Hanstholm 2, 7760 Hurup Thy 2, 7752 Snedsted 1, 7755 Bedsted Thy 1, 7741 Frøstrup 1
  791 97 | 8800 Viborg 14, 8850 Bjerringbro 3, 7470 Karup J 1, 7850 Stoholm Jyll 1, 8830 Tjele 1, 8831 Løgstrup 1, 8832 Skals 1, 8840 Rødkærsbro 1
  820 37 | 9600 Aars 4, 9640 Farsø 2, 9670 Løgstør 2, 9620 Aalestrup 2, 9681 Ranum 1`).map(municipality)
export const municipalityOf = (code: number): Municipality =>
  sure(
    `Municipality ${code} is not in the area`,
    municipalities.find((each) => each.code === code),
  )

/** Street names that every Danish town could have, for addresses that must not point at anyone. */
export const streets = cellsOf(
  `
  Havnegade, Kajgade, Industrivej, Møllevej, Stationsvej, Nørregade, Søndergade, Vestergade, Østergade, Skolegade, Kirkevej, Smedevej,
  Håndværkervej, Erhvervsparken, Fabriksvej, Bakkevej, Skovvej, Strandvejen, Fjordvej, Engvej, Lundevej, Birkevej, Teglværksvej, Mejerivej,
  Gl. Landevej, Ringvejen, Torvet, Algade, Bredgade, Jernbanegade, Toldbodgade, Pakhusvej, Silovej, Transportvej, Energivej, Elmevej,
  Ågade, Vandværksvej, Kløvervej, Markvænget, Vibevej, Lærkevej, Præstevejen, Højskolevej`,
  ',',
)

export const near = (dice: Random, municipality: Municipality): Place => {
  const { postalCode, town } = dice.weighted(municipality.towns)
  const letter = dice.chance(0.15) ? dice.pick(['A', 'B', 'C', 'D']) : null
  return { municipality, postalCode, town, street: dice.pick(streets), house: dice.int(1, 140), letter }
}
export const anywhere = (dice: Random): Place => near(dice, dice.weighted(municipalities))
export const addressLine = (place: Pick<Place, 'street' | 'house' | 'letter'>): string =>
  `${place.street} ${place.house}${place.letter ?? ''}`
/** Flat enough over a hundred kilometres: a degree of latitude is 111 km, of longitude 61 km at 56.5° north. */
export const kilometres = (from: Municipality, to: Municipality): number =>
  Math.hypot((from.lat - to.lat) * 111, (from.lon - to.lon) * 61)
