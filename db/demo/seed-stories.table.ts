import type { Told } from './seed-visits.ts'

/** A visit of a company with a story, agreed by the consultant. Workdays ago; `due` in days from today. */
export type Tale = {
  company: string
  who: string
  contact: string
  booked: number
  visited: readonly [number, string]
  note: string
  /** Workdays ago that the report was written, and when; null: it is still missing. */
  reported: readonly [number, string] | null
  about: string
  needs: Told['needs']
  topics: Told['topics']
  /** `kept`: workdays ago that it was kept. */
  promises: readonly { what: string; owner: string; due: number; kept?: number }[]
}

export const tales: readonly Tale[] = [
  {
    ...{ company: 'oestergaard-emballage', who: 'Sofie Holst', contact: 'Karen Østergaard' },
    ...{ booked: 28, visited: [23, '10:00'] },
    note: 'Karen ringede selv og spurgte til HF-enkeltfag. Tag Peter fra teknisk skole med.',
    reported: [23, '14:10'],
    about:
      'Rundt på lageret med Karen og Peter Vang. “Vi har fået ny scanner, og halvdelen tør ikke røre den. De gemmer sig lidt, når der er papirer.” 22 på lageret, tre af dem tager imod kørsel. Karen samtykker i, at vi kontakter dem.',
    needs: [
      { words: 'Halvdelen tør ikke røre scanneren', education: 'fvu-digital', soon: true },
      { words: 'Ingen kan køre den store truck, når Bo er syg', education: 'amu', soon: true },
    ],
    topics: ['screening', 'new-technology', 'obstacle-school'],
    promises: [
      { what: 'Nummer på en tolk', owner: 'Sofie Holst', due: -3, kept: 1 },
      { what: 'Pris på truckkursus', owner: 'Peter Vang', due: 8 },
    ],
  },
  {
    ...{ company: 'holm-og-soen', who: 'Jens Toft', contact: 'Erling Holm' },
    ...{ booked: 25, visited: [20, '09:30'] },
    note: 'Tip fra en kollega: mange polske murere.',
    reported: [20, '13:30'],
    about:
      'Møde i skurvognen med Erling Holm. Sikkerhedsmødet går hen over hovedet på halvdelen af sjakket. De vil gerne have dansk på pladsen, når frosten kommer, og murerne står stille.',
    needs: [{ words: 'Halvdelen af sjakket nikker, og så gør de noget andet.', education: 'fvu-danish', soon: true }],
    topics: ['obstacle-time'],
    promises: [{ what: 'Svar om FVU-dansk', owner: 'Jens Toft', due: -12 }],
  },
  {
    ...{ company: 'dansk-facadeteknik', who: 'Peter Vang', contact: 'Lars Bruun' },
    ...{ booked: 18, visited: [13, '09:30'] },
    note: 'Otte certifikater udløber om fire måneder.',
    reported: [13, '13:00'],
    about:
      'Gik hallen igennem med Lars Bruun. Otte svejsere skal have nye certifikater inden for fire måneder, helst i to hold, så linjen kan køre.',
    needs: [
      {
        words: 'Otte certifikater udløber på én gang, og vi kan kun undvære fire mand.',
        education: 'amu',
        soon: true,
      },
      { words: 'Tegningerne kommer på skærm nu.', education: 'fvu-digital', soon: false },
    ],
    topics: ['obstacle-production', 'funds'],
    promises: [
      { what: 'Tilbud på svejsekursus', owner: 'Peter Vang', due: -5 },
      { what: 'Svar på, om kompetencefonden dækker', owner: 'Peter Vang', due: -7, kept: 6 },
    ],
  },
  {
    ...{ company: 'bageri-lund', who: 'Anne Skov', contact: 'Grethe Lund' },
    ...{ booked: 12, visited: [8, '13:00'] },
    note: 'Kom efter kl. 13, når ovnene er slukket. Ali fra VUC Fjordlandet er med.',
    reported: [7, '08:40'],
    about:
      'Besøg sammen med Ali Demir. Grethe Lund vil have dansk ind i arbejdsdagen og hygiejne på lukkedagen. Ni ansatte, så et hold må deles med naboerne.',
    needs: [
      { words: 'Opskrifterne står på dansk, og det er der tre, der læser.', education: 'fvu-danish', soon: true },
      { words: 'Egenkontrol er noget, jeg laver om aftenen.', education: 'amu', soon: true },
    ],
    topics: ['obstacle-few', 'plan'],
    promises: [
      { what: 'Datoer og sted for FVU-dansk', owner: 'Ali Demir', due: 4 },
      { what: 'Hygiejnekursus på lukkedagen: pris og dage', owner: 'Anne Skov', due: 2 },
    ],
  },
  {
    ...{ company: 'nordkaj-spedition', who: 'Ivan Kowalski', contact: 'Jan Storm' },
    ...{ booked: 35, visited: [30, '10:30'] },
    note: 'Terminalen er lettest at se før frokost.',
    reported: [29, '08:15'],
    about: 'Jan Storm viste terminalen. Fem skal have bevis til farligt gods, og mellemlederne mangler redskaber.',
    needs: [
      { words: 'Fem skal have bevis til farligt gods, før den store kunde begynder.', education: 'amu', soon: true },
      { words: 'Mine formænd er gode til kasser og dårlige til samtaler.', education: 'academy', soon: false },
    ],
    topics: ['plan'],
    promises: [
      { what: 'Forslag til ledelseskursus for formændene', owner: 'Ivan Kowalski', due: 6 },
      { what: 'Datoer for farligt gods', owner: 'Ivan Kowalski', due: -30, kept: 23 },
    ],
  },
  {
    ...{ company: 'bageriet-kringlen', who: 'Karen Mølgaard', contact: 'Inge Kringelbach' },
    ...{ booked: 16, visited: [11, '14:00'] },
    note: 'Tre butikker; mødet er på Torvet.',
    reported: [10, '08:30'],
    about:
      'Inge Kringelbach har tre butikker og tre måder at gøre tingene på. Vil begynde med hygiejne for alle og vil tale med VUC om dansk og regning.',
    needs: [{ words: 'Vi skal lære det samme på samme måde i alle tre butikker.', education: 'amu', soon: true }],
    topics: ['screening', 'obstacle-time'],
    promises: [
      { what: 'Henvisning til VUC Fjordlandet', owner: 'Karen Mølgaard', due: 3 },
      { what: 'Ét hygiejnehold for alle tre butikker', owner: 'Karen Mølgaard', due: 10 },
    ],
  },
  {
    ...{ company: 'nordfjord-plast', who: 'Ali Demir', contact: 'Jytte Nordfjord' },
    ...{ booked: 50, visited: [44, '12:30'] },
    note: 'Tip fra fagforeningen i Skive: ordrerne falder, de vil bruge tiden på kurser.',
    reported: [43, '09:05'],
    about:
      'Jytte Nordfjord vil hellere uddanne end afskedige. Vi talte om jobrotation og om at bruge de seks stille uger, der kommer.',
    needs: [
      { words: 'Vi har seks stille uger, og dem vil jeg ikke bruge på at fyre nogen.', education: 'amu', soon: true },
      { words: 'Instruksen til sprøjtestøberen er skrevet til ingeniører.', education: 'fvu-danish', soon: true },
    ],
    topics: ['job-rotation', 'funds'],
    promises: [
      { what: 'Regneark over jobrotation', owner: 'Ali Demir', due: -50, kept: 37 },
      { what: 'Møde med tillidsrepræsentanten', owner: 'Fatima Haddad', due: -44, kept: 34 },
    ],
  },
  {
    ...{ company: 'thy-beslag', who: 'Fatima Haddad', contact: 'Jens Thy' },
    ...{ booked: 40, visited: [34, '12:30'] },
    note: 'Seks mand, værkstedet ligger bag huset.',
    reported: [33, '09:40'],
    about: 'Seks mand og én computer. De vil gerne, hvis det kan være i Thisted og højst én ad gangen.',
    needs: [{ words: 'Vi kan undvære én, aldrig to.', education: 'amu', soon: false }],
    topics: ['obstacle-few', 'obstacle-time'],
    promises: [{ what: 'Finde andre små i Thisted at dele hold med', owner: 'Fatima Haddad', due: 15 }],
  },
  {
    ...{ company: 'limfjordens-plast', who: 'Peter Vang', contact: 'Mogens Riis' },
    ...{ booked: 6, visited: [1, '12:00'] },
    note: 'Ny sprøjtestøber, manualen er på tysk.',
    reported: null,
    about: '',
    needs: [],
    topics: [],
    promises: [],
  },
  {
    ...{ company: 'lang-andel', who: 'Sofie Holst', contact: 'Bodil Krarup' },
    ...{ booked: 7, visited: [1, '09:30'] },
    note: 'Chaufførerne skal med, så gerne før kl. 11.',
    reported: null,
    about: '',
    needs: [],
    topics: [],
    promises: [],
  },
]

/** Sofie's report that is begun and not sent. */
export const halfWritten = {
  about: 'Møde med Bodil Krarup og to chauffører. De skal skrive følgesedler på tablet fra næste måned, og',
  needs: [
    { words: 'Tabletten i bilen er noget, man gemmer under sædet.', education: 'fvu-digital' as const, soon: true },
  ],
  topics: ['new-technology' as const],
  promises: [],
  tookPart: [],
  visitedAt: null,
  regularContact: null,
}
