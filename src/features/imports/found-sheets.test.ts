/** Spreadsheets as schools keep them, nobody's favourite among them: the right rows, or the right sentence. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bringing, expectBrought, said, type Wanted } from '#testing/brought-files'
import { textRow, workbookOf } from '#testing/files'
import { bookOf } from '#testing/workbooks'
import { emptyRegister } from '#testing/register-files'
import { openWorld } from '#testing/world'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => emptyRegister(world))
const bring = bringing(world)

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`
const dos = (text: string) =>
  Buffer.from(
    text.replace(/[æøåÆØÅ]/g, (sign) => '\x91\x9b\x86\x92\x9d\x8f'['æøåÆØÅ'.indexOf(sign)] ?? ''),
    'latin1',
  )

const files: [name: string, content: string | Buffer, wanted: Wanted][] = [
  [
    'an export of a CRM, its headings half English, with one that says not to phone',
    lines(
      'Account Name,CVR-nr.,Account Number,Main Phone,Address 1: Street,Address 1: ZIP/Postal Code,Address 1: City,Antal medarb.,Do not allow Phone Calls',
      'Nors Maskinfabrik A/S,40211373,10021,97 98 12 40,"Havnen 14, 1. sal",7700,Thisted,34,Allow',
      'Sydthy Tømrer ApS,40211446,10022,97948811,Bredgade 4,7760,Hurup Thy,6,Do Not Allow',
    ),
    {
      rows: [
        {
          ...{ name: 'Nors Maskinfabrik A/S', phone: '97981240', street: 'Havnen 14, 1. sal', postal_code: '7700' },
          ...{ town: 'Thisted', employees: 34 },
        },
      ],
      rejected: 1,
      told: [/^3 Do not allow Phone Calls!: .*"Do Not Allow".*Bruges ikke/],
    },
  ],
  [
    'a list of an old accounting program, some of it blocked',
    dos(
      lines(
        'Nr.;Navn;Adresse;Postnr.;By;Telefon;Telefax;CVR-nr.;Spærret',
        '1;Møbelfabrikken Ærø;Østergade 1;7800;Skive;97981240;97981241;40211373;',
        '2;Spærret ApS;Østergade 2;7800;Skive;;97981242;40211446;Alle',
      ),
    ),
    {
      rows: [{ name: 'Møbelfabrikken Ærø', phone: '97981240' }],
      rejected: 1,
      told: [/^3 Spærret!: .*"Alle"/],
      notes: [/DOS/],
    },
  ],
  [
    'active or not, dates as numbers, numbers as people write them',
    lines(
      'CVR-nr;Firmanavn;Stiftet;Ophørt;Aktiv (ja/nej)',
      'DK 40 21 13 73;Klit A ApS;39814;;ja',
      'CVR-nr. 40211446;Klit B ApS;1. januar 2009;;',
      '40211519;Klit C ApS;;;nej',
      '40211586;Klit D ApS;;45234;ja',
      '3,61545E+07;Klit E ApS;;;ja',
      'SE 40211659;Klit F ApS;;;ja',
    ),
    {
      rows: [
        { name: 'Klit A ApS', started_on: null },
        { name: 'Klit B ApS', started_on: '2009-01-01' },
      ],
      rejected: 4,
      told: [
        /^2 Stiftet: .*"39814".*datoformat/,
        /^4 Aktiv \(ja\/nej\)!: .*"nej"/,
        /^5 Ophørt!: .*"45234".*datoformat/,
        /^6 CVR-nr!: .*afrundet/,
        /^7 CVR-nr!: .*SE 40211659/,
      ],
    },
  ],
  [
    'pupils and their workplaces: the pupils stay out',
    lines(
      'Elev;CPR;Elev tlf.;Læreplads;Læreplads CVR;Læreplads telefon;Kontaktperson',
      'Mads Holm;010105-1233;22334455;Bøgh Murerforretning;40211373;97934021;Ole Bøgh',
      'Sara Bak;020206-4324;22334466;Murer Thorup;40211446;;Pia Thorup',
    ),
    {
      rows: [
        { name: 'Bøgh Murerforretning', phone: '97934021' },
        { name: 'Murer Thorup', phone: null },
      ],
      notes: [/CPR-nummer: 2 \(kolonne CPR\)/, /Filen selv gemmes ikke/],
    },
  ],
  [
    'sums, and headings between the rows',
    bookOf({
      name: 'Ark1',
      rows: [
        ['CVR', 'Virksomhed', 'By', 'Ansatte'],
        ['Thisted Kommune'],
        ['40211373', 'Nors Maskinfabrik A/S', 'Thisted', '34'],
        ['', 'I alt Thisted', '', '34'],
        [],
        ['40211446', 'Total Byg ApS', 'Skive', '6'],
        ['Total', '', '', '1.040'],
      ],
    }),
    {
      rows: [{ name: 'Nors Maskinfabrik A/S' }, { name: 'Total Byg ApS' }],
      rejected: 3,
      told: [/^2 CVR!: .*Thisted Kommune/, /^4 -!: .*"I alt Thisted" er en sum/, /^7 -!: .*"Total" er en sum/],
    },
  ],
  [
    'colours and strokes that mean something',
    workbookOf({
      styles:
        '<fonts><font/><font><strike/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/><xf fontId="1"/></cellXfs>',
      sheet: [
        ['CVR', 'Firma'],
        ['40211373', 'Nors A/S'],
        ['40211446', 'Lukket Kro', '2'],
        ['40211519', 'Rød ApS', '1'],
      ]
        .map(([cvr = '', name = '', style = '0'], at) =>
          textRow(at + 1, [cvr, name]).replaceAll('<c ', `<c s="${style}" `),
        )
        .join(''),
    }),
    {
      rows: [{ name: 'Nors A/S' }, { name: 'Lukket Kro' }, { name: 'Rød ApS' }],
      told: [/^3 CVR: .*streget over/],
      notes: [/^Linje 4: .*farver/],
    },
  ],
  [
    'two tables side by side',
    bookOf({
      name: 'Ark1',
      rows: [
        ['CVR', 'Firma', 'Telefon', '', 'CVR', 'Firma', 'Telefon'],
        ['40211373', 'Bøgh Murer', '97934021', '', '40211446', 'Hanstholm Byg', '97962150'],
      ],
    }),
    { rows: [{ name: 'Bøgh Murer' }], notes: [/fra kolonne E, med de samme overskrifter \(CVR, Firma, Telefon\)/] },
  ],
  [
    'a cover with a phone, a mail and a number of its own',
    bookOf(
      {
        name: 'Forside',
        rows: [['Skive Tekniske Skole'], ['Kontakt:', 'Lars'], ['Telefon', '89142030'], ['CVR', '40211519']],
      },
      {
        name: 'Liste',
        rows: [
          ['Skive Tekniske Skole'],
          ['Telefon', '89142030'],
          ['CVR', 'Virksomhed'],
          ['40211373', 'Nors Maskinfabrik A/S'],
        ],
      },
    ),
    { rows: [{ name: 'Nors Maskinfabrik A/S' }], notes: [/Linje 3.*89142030/, /ikke er læst: Forside/] },
  ],
  [
    'a delimiter in a name, which moves all that follows',
    lines(
      'CVR;Navn;Adresse;Postnr;By;Telefon;Bemærkning',
      '40211373;Hel ApS;Bredgade 4;7700;Thisted;97981240;',
      '40211721;Navn; med semikolon ApS;Bredgade 9;7700;Thisted;97981245',
    ),
    { rows: [{ name: 'Hel ApS' }], rejected: 1, told: [/^3 Postnr!: .*forskudt: "7700"/] },
  ],
  [
    'too few cells, too many, and cells that slipped aside',
    lines(
      'CVR;Navn;Adresse;Postnr;By;Telefon;Bemærkning',
      '40211373;Hel ApS;Bredgade 4;7700;Thisted;97981240;ring mandag',
      '40211446;Kort ApS;Bredgade 5;7700;Thisted;97981241',
      '40211519;Kortere ApS;Bredgade 6;7700 Thy',
      '40211586;Uvis ApS;7700;Thisted;97981242',
      '40211659;Lang ApS;Bredgade 7;7700;Thisted;97981243;husk; ring mandag',
      '40211799;Skæv ApS;7700;Thisted;97981246;;',
    ),
    {
      rows: [
        { name: 'Hel ApS' },
        { name: 'Kort ApS', phone: '97981241' },
        { name: 'Kortere ApS', postal_code: '7700', town: 'Thy', phone: null },
        { name: 'Lang ApS', phone: '97981243' },
      ],
      rejected: 2,
      told: [
        /^3 -: .*6 felter.*Bemærkning/,
        /^4 -: .*4 felter.*By, Telefon, Bemærkning/,
        /^5 -!: .*5 felter/,
        /^6 Bemærkning: .*8 felter/,
        /^7 Postnr!: .*forskudt: "7700"/,
      ],
    },
  ],
]

describe('a sheet as a school keeps it', () => {
  test.each(files)('%s', async (_, content, wanted) => expectBrought(await bring(content), wanted))

  test('columns made by spaces are refused with what to do', async () => {
    const row = (...cells: string[]) => cells.map((cell) => cell.padEnd(24)).join('')
    const list = lines(
      'Debitorliste                          Side 1',
      row('Nr.', 'Navn', 'By', 'CVR-nr.'),
      row('10021', 'Nors Maskinfabrik, A/S', 'Thisted', '40211373'),
      row('10022', 'Sydthy Tømrer ApS', 'Hurup Thy', '40211446'),
    )
    await expect(bring(list)).rejects.toMatchObject({
      problem: { title: expect.stringMatching(/mellemrum.*Fast bredde/) as string },
    })
  })

  test('a short row is not taken where its last cell may belong to a column that is missing', async () => {
    const phones = lines('CVR;Navn;Telefon;Mobil', '40211373;A ApS;97981240;20304050', '40211446;B ApS;20304051')
    expect(said(await bring(phones))).toEqual([expect.stringMatching(/^3 -!: /)])
    await emptyRegister(world)
    const customer = lines('CVR;Navn;Postnr;Kundenr', '40211373;A ApS;7700;1001', '40211446;B ApS;1002')
    expect(said(await bring(customer))).toEqual([expect.stringMatching(/^3 -!: /)])
  })
})
