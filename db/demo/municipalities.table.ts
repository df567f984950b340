import { municipalities as all } from '../../src/features/official-codes/municipalities.table.ts'

export type Town = { postalCode: number; town: string; weight: number }
export type Municipality = {
  code: number
  name: string
  /** Middle of the municipality, degrees (WGS 84); good enough for travel time between municipalities. */
  lat: number
  lon: number
  /** Inhabitants in thousands, rounded: where people live, companies are. */
  weight: number
  towns: readonly Town[]
}

/** `8700 Horsens 14`: postal code, post office, how much of the municipality's companies lie there. */
const townOf = (text: string): Town => {
  const [postalCode = '', ...name] = text.trim().split(' ')
  const weight = Number(name.pop())
  return { postalCode: Number(postalCode), town: name.join(' '), weight }
}
const municipality = (code: number, weight: number, towns: string): Municipality => {
  const { name = '', at: [lat, lon] = [0, 0] } = all.find((one) => one.code === code) ?? {}
  return { code, name, lat, lon, weight, towns: towns.split(',').map(townOf) }
}

/** Østjylland with its neighbours, and Skive and Thisted, which the stories need. Postal codes are the real ones (PostNord);
 * everything that happens there is invented. */
export const municipalities: readonly Municipality[] = [
  municipality(607, 53, '7000 Fredericia 9'),
  municipality(615, 98, '8700 Horsens 14, 8732 Hovedgård 1, 8740 Brædstrup 2, 8751 Gedved 1, 8752 Østbirk 1'),
  municipality(
    630,
    122,
    `7100 Vejle 10, 7120 Vejle Øst 3, 7300 Jelling 1, 7323 Give 2, 7080 Børkop 2, 6040 Egtved 1, 7182 Bredsten 1,
     7184 Vandel 1`,
  ),
  municipality(
    706,
    44,
    `8400 Ebeltoft 3, 8410 Rønde 2, 8543 Hornslet 2, 8544 Mørke 1, 8550 Ryomgård 1, 8560 Kolind 1, 8420 Knebel 1`,
  ),
  municipality(
    707,
    37,
    `8500 Grenaa 5, 8963 Auning 2, 8961 Allingåbro 1, 8950 Ørsted 1, 8585 Glesborg 1, 8586 Ørum Djurs 1,
     8570 Trustrup 1`,
  ),
  municipality(710, 50, '8370 Hadsten 3, 8382 Hinnerup 3, 8450 Hammel 3, 8860 Ulstrup 1, 8881 Thorsø 1, 8472 Sporup 1'),
  municipality(727, 24, '8300 Odder 8, 8350 Hundslund 1'),
  municipality(
    730,
    100,
    `8900 Randers C 4, 8920 Randers NV 2, 8930 Randers NØ 3, 8940 Randers SV 4, 8960 Randers SØ 2, 8870 Langå 1,
     8981 Spentrup 1, 8990 Fårup 1`,
  ),
  municipality(
    740,
    100,
    `8600 Silkeborg 12, 8620 Kjellerup 2, 8653 Them 1, 8643 Ans By 1, 8654 Bryrup 1, 8882 Fårvang 1, 8883 Gjern 1`,
  ),
  municipality(741, 4, '8305 Samsø 1'),
  municipality(746, 66, '8660 Skanderborg 5, 8680 Ry 3, 8464 Galten 2, 8362 Hørning 3, 8670 Låsby 1'),
  municipality(
    751,
    375,
    `8000 Aarhus C 8, 8200 Aarhus N 5, 8210 Aarhus V 4, 8220 Brabrand 4, 8230 Åbyhøj 3, 8240 Risskov 3, 8260 Viby J 5,
     8270 Højbjerg 3, 8310 Tranbjerg J 2, 8361 Hasselager 2, 8381 Tilst 2, 8462 Harlev J 1, 8471 Sabro 1,
     8520 Lystrup 2, 8541 Skødstrup 1`,
  ),
  municipality(
    766,
    48,
    `8722 Hedensted 4, 8723 Løsning 2, 7130 Juelsminde 2, 7160 Tørring 2, 7171 Uldum 1, 8783 Hornsyld 1,
     8721 Daugård 1, 7140 Stouby 1`,
  ),
  municipality(779, 44, '7800 Skive 6, 7840 Højslev 1, 7860 Spøttrup 1, 7870 Roslev 1, 7884 Fur 1'),
  municipality(
    787,
    43,
    `7700 Thisted 5, 7730 Hanstholm 2, 7760 Hurup Thy 2, 7752 Snedsted 1, 7755 Bedsted Thy 1, 7741 Frøstrup 1`,
  ),
]

/** Street names that every Danish town could have, for addresses that must not point at anyone. */
export const streets: readonly string[] = `
  Havnegade, Kajgade, Industrivej, Møllevej, Stationsvej, Nørregade, Søndergade, Vestergade, Østergade, Skolegade,
  Kirkevej, Smedevej, Håndværkervej, Erhvervsparken, Fabriksvej, Bakkevej, Skovvej, Strandvejen, Fjordvej, Engvej,
  Lundevej, Birkevej, Egevej, Ahornvej, Teglværksvej, Mejerivej, Gl. Landevej, Ringvejen, Nordre Ringgade,
  Sønderbrogade, Torvet, Algade, Bredgade, Jernbanegade, Toldbodgade, Pakhusvej, Silovej, Transportvej, Energivej,
  Elmevej, Lupinvej, Rønnebærvej, Ågade, Åboulevarden, Vandværksvej, Kløvervej, Markvænget, Grønnegade, Lillebæltsvej,
  Sødalsparken, Vibevej, Lærkevej, Hejrevej, Præstevejen, Højskolevej
`
  .split(',')
  .map((street) => street.trim())
