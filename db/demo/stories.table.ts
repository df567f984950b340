import type { FormKey } from './legal-forms.table.ts'

/** The companies that something happens to. They come first in the register, always with the same numbers for a seed.
 * Fjordby, Strandby, Klintholm and Vestermose are invented localities inside real municipalities (the register's `bynavn`). */
export type Story = {
  key: string
  name: string
  place: { municipality: number; locality?: string; street: string; house: number }
  is: { form: FormKey; industry: string; employees: number; protected?: true; closed?: true }
  /** `mailbox`: before the @; the domain is made of the name. `alias`: what a school calls it in its own list. */
  reach: { phone: string; mailbox?: string; alias?: string; contact?: { name: string; title: string } }
  /** Other workplaces of the same company; the first one is always at the company's own address. */
  others?: readonly { name: string; municipality: number; employees: number }[]
  about: string
}

export const companyStories: readonly Story[] = [
  {
    ...{ key: 'jensen-smede', name: 'Jensen Smede ApS' },
    place: { municipality: 766, street: 'Smedevej', house: 4 },
    is: { form: 'APS', industry: '251100', employees: 7 },
    reach: {
      phone: '70004101',
      mailbox: 'kontor',
      alias: 'Jensens smede',
      contact: { name: 'Bent Jensen', title: 'indehaver' },
    },
    about: 'Mette Lauridsen har en praktikaftale her og stryger den i høringen.',
  },
  {
    ...{ key: 'nordfjord-plast', name: 'Nordfjord Plast A/S' },
    place: { municipality: 779, street: 'Fabriksvej', house: 22 },
    is: { form: 'AS', industry: '222200', employees: 58 },
    reach: { phone: '70004102', mailbox: 'info', contact: { name: 'Jytte Nordfjord', title: 'produktionschef' } },
    about: 'Fagforeningen i Skive tipper om faldende produktion; Ali besøger.',
  },
  {
    ...{ key: 'limfjordens-plast', name: 'Limfjordens Plastemballage A/S' },
    place: { municipality: 779, street: 'Industrivej', house: 9 },
    is: { form: 'AS', industry: '222200', employees: 44 },
    reach: { phone: '70004103', mailbox: 'post' },
    about: 'Direkte konkurrent til Nordfjord Plast; må ikke havne i samme netværk uden advarsel.',
  },
  {
    ...{ key: 'bageri-lund', name: 'Bageri Lund' },
    place: { municipality: 730, street: 'Søndergade', house: 17 },
    is: { form: 'ENK', industry: '107120', employees: 9 },
    reach: { phone: '70004104', mailbox: 'bageren', contact: { name: 'Grethe Lund', title: 'bagermester' } },
    about: 'Anne, generalist, besøger sammen med Ali for FVU; Alis aftale skal overtages.',
  },
  {
    ...{ key: 'oestergaard-emballage', name: 'Østergaard Emballage ApS' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Havnegade', house: 14 },
    is: { form: 'APS', industry: '467600', employees: 34, protected: true },
    reach: { phone: '70004105', mailbox: 'kontakt', contact: { name: 'Karen Østergaard', title: 'direktør' } },
    about: 'Reklamebeskyttet med samtykke; Sofie Holst er fast kontakt.',
  },
  {
    ...{ key: 'holm-og-soen', name: 'Murerfirmaet Holm & Søn ApS' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Teglværksvej', house: 6 },
    is: { form: 'APS', industry: '439910', employees: 26 },
    reach: { phone: '70004106', mailbox: 'kontor', contact: { name: 'Erling Holm', title: 'murermester' } },
    about: 'Venter på svar om FVU-dansk; Jens Toft, som lovede det, er stoppet.',
  },
  {
    ...{ key: 'dansk-facadeteknik', name: 'Dansk Facadeteknik A/S' },
    place: { municipality: 751, street: 'Energivej', house: 31 },
    is: { form: 'AS', industry: '251200', employees: 47 },
    reach: { phone: '70004107', mailbox: 'info', contact: { name: 'Lars Bruun', title: 'fabrikschef' } },
    about: 'Mangler tilbud på svejsekursus, to påmindelser uden svar.',
  },
  {
    ...{ key: 'nordhavn-pakkeri', name: 'Nordhavn Pakkeri A/S' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Kajgade', house: 3 },
    is: { form: 'AS', industry: '829200', employees: 38 },
    reach: { phone: '70004112', mailbox: 'drift', contact: { name: 'Pia Nordhavn', title: 'driftsleder' } },
    about: 'Aftalt genopkald; ny pakkelinje med vejledning på engelsk.',
  },
  {
    ...{ key: 'klint-catering', name: 'Klint Catering' },
    place: { municipality: 746, locality: 'Klintholm', street: 'Møllevej', house: 11 },
    is: { form: 'ENK', industry: '562900', employees: 24 },
    reach: { phone: '70004108', mailbox: 'kok', contact: { name: 'Dorte Klint', title: 'køkkenchef' } },
    about: 'Henvisning, som VUC Sundet tog imod.',
  },
  {
    ...{ key: 'nordkaj-spedition', name: 'Nordkaj Spedition ApS' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Kajgade', house: 21 },
    is: { form: 'APS', industry: '522920', employees: 42 },
    reach: { phone: '70004109', mailbox: 'spedition', contact: { name: 'Jan Storm', title: 'terminalchef' } },
    about: 'Fik ny fast kontakt: Lone Krag.',
  },
  {
    ...{ key: 'bageriet-kringlen', name: 'Bageriet Kringlen' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Torvet', house: 2 },
    is: { form: 'IS', industry: '107120', employees: 19 },
    reach: { phone: '70004110', mailbox: 'butik', contact: { name: 'Inge Kringelbach', title: 'medejer' } },
    others: [
      { name: 'Bageriet Kringlen, Hedensted', municipality: 766, employees: 8 },
      { name: 'Bageriet Kringlen, Odder', municipality: 727, employees: 6 },
    ],
    about: 'Henvisning om ordblindeundervisning, som ikke er besvaret.',
  },
  {
    ...{ key: 'blik-og-roer', name: 'Blik & Rør Strandby' },
    place: { municipality: 707, locality: 'Strandby', street: 'Strandvejen', house: 8 },
    is: { form: 'ENK', industry: '432200', employees: 9 },
    reach: { phone: '70004111', mailbox: 'vvs' },
    about: 'I ringekøen, ny.',
  },
  {
    ...{ key: 'aagaard-toemrer', name: 'Ågård Tømrer & Byg' },
    place: { municipality: 707, locality: 'Strandby', street: 'Håndværkervej', house: 15 },
    is: { form: 'ENK', industry: '433200', employees: 12 },
    reach: { phone: '70004113', mailbox: 'mail' },
    about: 'I ringekøen; Å og aa skal findes begge veje.',
  },
  {
    ...{ key: 'kjaer-automation', name: 'Kjær Automation A/S' },
    place: { municipality: 746, locality: 'Klintholm', street: 'Industrivej', house: 40 },
    is: { form: 'AS', industry: '282900', employees: 41 },
    reach: { phone: '70004114', mailbox: 'info' },
    about: 'Tredje forsøg i ringekøen.',
  },
  {
    ...{ key: 'skov-el', name: 'Skov El-Teknik I/S' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Skovvej', house: 5 },
    is: { form: 'IS', industry: '432100', employees: 7 },
    reach: { phone: '70004115', mailbox: 'el' },
    about: 'Aftalt genopkald.',
  },
  {
    ...{ key: 'vestergaard-rengoering', name: 'Vestergaard Rengøring ApS' },
    place: { municipality: 779, locality: 'Vestermose', street: 'Vestergade', house: 30 },
    is: { form: 'APS', industry: '812100', employees: 26 },
    reach: { phone: '70004116', mailbox: 'plan' },
    about: 'Mange tosprogede medarbejdere.',
  },
  {
    ...{ key: 'moellers-maler', name: 'Møllers Malerfirma' },
    place: { municipality: 707, locality: 'Strandby', street: 'Nørregade', house: 12 },
    is: { form: 'ENK', industry: '433410', employees: 19 },
    reach: { phone: '70004117', mailbox: 'maler' },
    about: 'I ringekøen.',
  },
  {
    ...{ key: 'dahl-gods', name: 'Dahl Gods ApS' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Transportvej', house: 18 },
    is: { form: 'APS', industry: '521000', employees: 46 },
    reach: { phone: '70004118', mailbox: 'lager' },
    about: 'Andet forsøg i ringekøen.',
  },
  {
    ...{ key: 'holm-murer', name: 'Holm Murer & Entreprenør' },
    place: { municipality: 746, locality: 'Klintholm', street: 'Bakkevej', house: 3 },
    is: { form: 'ENK', industry: '412000', employees: 27 },
    reach: { phone: '70004119', mailbox: 'byg' },
    about: 'Forveksles let med Murerfirmaet Holm & Søn.',
  },
  {
    ...{ key: 'lindes-gartneri', name: 'Lindes Gartneri' },
    place: { municipality: 779, locality: 'Vestermose', street: 'Markvænget', house: 1 },
    is: { form: 'ENK', industry: '013000', employees: 15 },
    reach: { phone: '70004120', mailbox: 'groent' },
    about: 'Sæsonarbejde.',
  },
  {
    ...{ key: 'havnens-autolak', name: 'Havnens Autolak' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Toldbodgade', house: 7 },
    is: { form: 'ENK', industry: '452020', employees: 11 },
    reach: { phone: '70004121', mailbox: 'lak' },
    about: 'I ringekøen.',
  },
  {
    ...{ key: 'sundets-lagerhotel', name: 'Sundets Lagerhotel A/S' },
    place: { municipality: 746, locality: 'Klintholm', street: 'Pakhusvej', house: 2 },
    is: { form: 'AS', industry: '521000', employees: 18 },
    reach: { phone: '70004122', mailbox: 'info' },
    about: 'Strøget på samme CVR-nummer.',
  },
  {
    ...{ key: 'holm-koel', name: 'Holm Køl & Frost A/S' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Kajgade', house: 14 },
    is: { form: 'AS', industry: '521000', employees: 61 },
    reach: {
      phone: '70004123',
      mailbox: 'lager',
      alias: 'Holms fryselager',
      contact: { name: 'Ulla Holm', title: 'lagerchef' },
    },
    about: 'Skolen kalder den »Holms fryselager«; samme telefon og adresse.',
  },
  {
    ...{ key: 'kystens-bud', name: 'Kystens Budservice' },
    place: { municipality: 707, locality: 'Strandby', street: 'Stationsvej', house: 9 },
    is: { form: 'ENK', industry: '532000', employees: 6 },
    reach: { phone: '70004124', mailbox: 'bud' },
    about: 'Samme mobil hos skolen.',
  },
  {
    ...{ key: 'lindholm-flyt', name: 'Lindholm Flyt & Lager' },
    place: { municipality: 746, locality: 'Klintholm', street: 'Ringvejen', house: 44 },
    is: { form: 'ENK', industry: '494200', employees: 8 },
    reach: { phone: '70004125', mailbox: 'flyt' },
    about: 'Ligner en kontakt hos to skoler.',
  },
  {
    ...{ key: 'strandby-fragt', name: 'Strandby Fragt ApS' },
    place: { municipality: 707, locality: 'Strandby', street: 'Havnegade', house: 2 },
    is: { form: 'APS', industry: '494100', employees: 31 },
    reach: { phone: '70004126', mailbox: 'fragt', alias: 'Strandbyfragt' },
    about: 'To skoler kender den.',
  },
  {
    ...{ key: 'vestermose-korn', name: 'Vestermose Korn & Foder' },
    place: { municipality: 779, locality: 'Vestermose', street: 'Silovej', house: 1 },
    is: { form: 'FOR', industry: '469000', employees: 22 },
    reach: { phone: '70004127', mailbox: 'korn' },
    about: 'Genkendt på hjemmesiden.',
  },
  {
    ...{ key: 'dalgaard-transport', name: 'P. Dalgaard Transport' },
    place: { municipality: 779, locality: 'Vestermose', street: 'Gl. Landevej', house: 77 },
    is: { form: 'ENK', industry: '494100', employees: 11 },
    reach: { phone: '70004128', mailbox: 'pd' },
    about: 'Samme e-mail, anden by.',
  },
  {
    ...{ key: 'havnens-pakhus', name: 'Havnens Pakhus I/S' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Pakhusvej', house: 12 },
    is: { form: 'IS', industry: '521000', employees: 14 },
    reach: { phone: '70004129', mailbox: 'pakhus' },
    about: 'Samme telefon som en kontakt med et helt andet navn.',
  },
  {
    ...{ key: 'klint-vognmand', name: 'Klint Vognmandsforretning' },
    place: { municipality: 746, locality: 'Klintholm', street: 'Møllevej', house: 28 },
    is: { form: 'ENK', industry: '494100', employees: 9 },
    reach: { phone: '70004130', mailbox: 'klint' },
    about: 'Usikkert match: ingen telefon hos skolen.',
  },
  {
    ...{ key: 'dalgaard-kran', name: 'Dalgaard Kran & Transport ApS' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Energivej', house: 16 },
    is: { form: 'APS', industry: '494100', employees: 27 },
    reach: { phone: '70004131', mailbox: 'kran' },
    about: 'Usikkert match: navnet ligner P. Dalgaard Transport.',
  },
  {
    ...{ key: 'thy-beslag', name: 'Thy Beslag & Smedeværk ApS' },
    place: { municipality: 787, street: 'Industrivej', house: 3 },
    is: { form: 'APS', industry: '251100', employees: 6 },
    reach: { phone: '70004132', mailbox: 'smedjen' },
    about: 'En af de mange helt små i Thisted, målet »40 møder i Thisted«.',
  },
  {
    ...{ key: 'fjordby-omsorg', name: 'Fjordby Kommune, Ældre og Omsorg' },
    place: { municipality: 615, locality: 'Fjordby', street: 'Torvet', house: 1 },
    is: { form: 'KOM', industry: '871010', employees: 64 },
    reach: { phone: '70004133', mailbox: 'omsorg' },
    others: [
      { name: 'Plejehjemmet Fjordglimt', municipality: 615, employees: 72 },
      { name: 'Plejecenter Solgården', municipality: 615, employees: 58 },
      { name: 'Hjemmeplejen Nord', municipality: 615, employees: 91 },
      { name: 'Hjemmeplejen Syd', municipality: 615, employees: 86 },
      { name: 'Dagcenter Åhuset', municipality: 615, employees: 14 },
    ],
    about: 'Én virksomhed, mange arbejdssteder: det er arbejdsstedet, man besøger.',
  },
  {
    key: 'lang-andel',
    name: 'Andelsselskabet Gudenådalens Foderstof-, Gødnings- og Maskinhandel af 1907 A.m.b.A.',
    place: { municipality: 740, street: 'Silovej', house: 5 },
    is: { form: 'FOR', industry: '469000', employees: 13 },
    reach: { phone: '70004134', mailbox: 'kontor' },
    about: 'Et navn på over firs tegn, som ingen skærm må knække på.',
  },
  {
    ...{ key: 'gammel-moelle', name: 'Den Gamle Mølles Bageri ApS' },
    place: { municipality: 751, street: 'Møllevej', house: 1 },
    is: { form: 'APS', industry: '107120', employees: 5, closed: true },
    reach: { phone: '70004135', mailbox: 'bager' },
    about: 'Ophørt; må aldrig nå en ringeliste.',
  },
]
