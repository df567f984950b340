/**
 * The companies that something happens to. They come first in the register, always with the same numbers for a seed. A line: key, name, legal
 * form, industry and employees, address, mailbox (before the @; the domain is made of the name); then what a school calls it in its own
 * list (`~`), who is asked for there (`:`), `protected`, `closed`. Their phones are 70 00 41 01 and on, in this order. All invented.
 */
export const storyRows = `
  jensen-smede | Jensen Smede ApS | APS 251100 7 | 779 Smedevej 4, 7840 Højslev | kontor | ~Jensens smede :Bent Jensen
  nordfjord-plast | Nordfjord Plast A/S | AS 222200 58 | 779 Fabriksvej 22, 7800 Skive | info | :Jytte Nordfjord
  limfjordens-plast | Limfjordens Plastemballage A/S | AS 222200 44 | 779 Industrivej 9, 7800 Skive | post
  bageri-lund | Bageri Lund | ENK 107120 9 | 791 Søndergade 17, 8850 Bjerringbro | bageren | :Grethe Lund
  oestergaard-emballage | Østergaard Emballage ApS | APS 467600 34 | 779 Havnegade 14, 7800 Skive | kontakt | :Karen Østergaard protected
  holm-og-soen | Murerfirmaet Holm & Søn ApS | APS 439910 26 | 779 Teglværksvej 6, 7800 Skive | kontor | :Erling Holm
  dansk-facadeteknik | Dansk Facadeteknik A/S | AS 251200 47 | 661 Energivej 31, 7500 Holstebro | info | :Lars Bruun
  nordhavn-pakkeri | Nordhavn Pakkeri A/S | AS 829200 38 | 671 Kajgade 3, 7600 Struer | drift | :Pia Nordhavn
  klint-catering | Klint Catering | ENK 562900 24 | 665 Møllevej 11, 7620 Lemvig | kok | :Dorte Klint
  nordkaj-spedition | Nordkaj Spedition ApS | APS 522920 42 | 671 Kajgade 21, 7600 Struer | spedition | :Jan Storm
  bageriet-kringlen | Bageriet Kringlen | IS 107120 19 | 661 Torvet 2, 7500 Holstebro | butik | :Inge Kringelbach
  kjaer-automation | Kjær Automation A/S | AS 282900 41 | 661 Industrivej 40, 7500 Holstebro | info
  skov-el | Skov El-Teknik I/S | IS 432100 7 | 671 Skovvej 5, 7560 Hjerm | el
  vestergaard-rengoering | Vestergaard Rengøring ApS | APS 812100 26 | 791 Vestergade 30, 8800 Viborg | plan
  moellers-maler | Møllers Malerfirma | ENK 433410 19 | 779 Nørregade 12, 7870 Roslev | maler
  holm-murer | Holm Murer & Entreprenør | ENK 412000 27 | 779 Bakkevej 3, 7860 Spøttrup | byg
  holm-koel | Holm Køl & Frost A/S | AS 521000 104 | 671 Kajgade 14, 7600 Struer | lager | ~Holms fryselager :Ulla Holm
  spoettrup-fragt | Spøttrup Fragt ApS | APS 494100 31 | 779 Havnegade 2, 7860 Spøttrup | fragt | ~Spøttrupfragt
  thy-beslag | Thy Beslag & Smedeværk ApS | APS 251100 6 | 787 Industrivej 3, 7700 Thisted | smedjen
  lang-andel | Andelsselskabet Limfjordsegnens Foderstof-, Gødnings- og Maskinhandel af 1907 A.m.b.A. | FOR 469000 13 | 820 Silovej 5, 9600 Aars | kontor
  gammel-moelle | Den Gamle Mølles Bageri ApS | APS 107120 5 | 791 Møllevej 1, 8800 Viborg | bager | closed`

/** Their other workplaces; the first one is always at the company's own address. */
export const storyBranches: Readonly<
  Record<string, readonly (readonly [name: string, municipality: number, employees: number])[]>
> = {
  'bageriet-kringlen': [
    ['Bageriet Kringlen, Vinderup', 661, 8],
    ['Bageriet Kringlen, Ulfborg', 661, 6],
  ],
}
