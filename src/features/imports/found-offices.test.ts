/** Ten sheets of school secretaries whom nobody here has met: the right rows, or the right sentence. */
import { afterAll, beforeEach, describe, test } from 'vitest'
import { bringing, expectBrought, type Wanted } from '#testing/brought-files'
import { bookOf } from '#testing/workbooks'
import { emptyRegister } from '#testing/register-files'
import { openWorld } from '#testing/world'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => emptyRegister(world))
const bring = bringing(world)

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`

const files: [name: string, content: string | Buffer, wanted: Wanted][] = [
  [
    'a CRM that speaks Norwegian',
    lines(
      'Organisasjonsnummer;Firmanavn;Besøksadresse;Postnummer;Poststed;Telefon;E-post;Antall ansatte;Nettsted;Status',
      '40211373;Nors Maskinfabrik A/S;Havnen 14;7700;Thisted;97 98 12 40;mailto:post@nors.dk;100+;nors.dk;Kunde',
      '40211446;Sydthy Tømrer ApS;Bredgade 4;7760;Hurup Thy;se note;;6;;Inaktiv',
      '40211519;Lukket Kro;Strandvej 1;7730;Hanstholm;;;;;Ophørt',
    ),
    {
      rows: [
        {
          ...{ cvr: '40211373', town: 'Thisted', phone: '97981240', email: 'post@nors.dk', employees_from: 100 },
          ...{ website: 'nors.dk', status_text: 'Kunde', standing: 'alive' },
          ...{ street: 'Havnen 14' },
        },
        { cvr: '40211519', standing: 'ceased' },
      ],
      rejected: 1,
      told: [/^3 Status!: .*"Inaktiv"/],
      notes: [/Status.*: Kunde \(1\)/],
    },
  ],
  [
    'minutes with a table at the bottom',
    bookOf({
      name: 'Referat',
      rows: [
        ['Referat af møde i praktikudvalget 3/4-26'],
        ...Array.from({ length: 40 }, (_, at) => [`Punkt ${at + 1}: det blev drøftet, og Bent følger op`]),
        [],
        ['CVR', 'Virksomhed', 'Telefon'],
        ['40211373', 'Nors Maskinfabrik A/S', '97981240'],
      ],
    }),
    { rows: [{ name: 'Nors Maskinfabrik A/S', phone: '97981240' }], notes: [/^Linje 43: .*Referat af møde/] },
  ],
  [
    'two rows of headings, the upper ones merged over several columns',
    bookOf({
      name: 'Ark1',
      rows: [
        ['Virksomhed', '', 'Adresse', '', '', 'Kontakt', '', ''],
        ['CVR', 'Navn', 'Vej', 'Postnr', 'By', 'Navn', 'Tlf', 'Mail'],
        ['40211373', 'Nors A/S', 'Havnen 14', '7700', 'Thisted', 'Karen Nørgaard', '97981240', 'karen@nors.dk'],
      ],
      merged: ['A1:B1', 'C1:E1', 'F1:H1'],
    }),
    {
      rows: [{ name: 'Nors A/S', street: 'Havnen 14', postal_code: '7700', phone: '97981240', email: 'karen@nors.dk' }],
      notes: [/to linjer/],
    },
  ],
  [
    'dates as they are written by hand',
    lines(
      'CVR;Navn;Stiftet;Sidst opdateret',
      '40211373;A ApS;3/4-98;3/4-26',
      '40211446;B ApS;12/11 - 2019;',
      '40211519;C ApS;i foråret;',
    ),
    {
      rows: [
        { name: 'A ApS', started_on: '1998-04-03' },
        { name: 'B ApS', started_on: '2019-11-12' },
        { name: 'C ApS', started_on: null },
      ],
      told: [/^4 Stiftet: .*"i foråret"/],
    },
  ],
  [
    'P-numbers in groups, numbers of employees as people say them',
    lines(
      'CVR-nr.;P-nr.;Arbejdssted;Ansatte',
      '40 21 13 73;1 003 456 789;Nors, Thisted;100+',
      '40 21 13 73;1003 456 790;Nors, Skive;ca. 20',
      '40 21 13 73;P-1003456791;Nors, Lemvig;se note',
    ),
    {
      rows: [
        { p_number: '1003456789', employees_from: 100 },
        { p_number: '1003456790' },
        { p_number: '1003456791', employees: null },
      ],
      told: [/^3 Ansatte: .*"ca\. 20"/, /^4 Ansatte: .*"se note"/],
    },
  ],
  [
    'totals at the end, in words nobody reckons with',
    lines(
      'CVR;Virksomhed;By;Ansatte',
      '40211373;Nors A/S;Thisted;34',
      '40211446;Totalbyg ApS;Skive;6',
      ';I alt 2 virksomheder;;40',
      'Udskrevet 3/4-26 kl. 10.15 af Bente;;;',
    ),
    {
      rows: [{ name: 'Nors A/S' }, { name: 'Totalbyg ApS' }],
      rejected: 2,
      told: [/^4 -!: .*"I alt 2 virksomheder" er en sum/, /^5 CVR!: .*Udskrevet 3\/4-26/],
    },
  ],
  [
    'a note that nobody put in quotes, and blanks at the end',
    lines(
      'CVR;Virksomhed;Telefon;Bemærkning',
      '40211373;Nors A/S;97981240;ring mandag; ikke før 9; spørg efter Bo',
      '40211446;Sydthy; Tømrer ApS;97948811;ring',
      '40211519;Kro & Søn; Hotel;ingen;tak; nej',
      '40211586;Klit ApS;97981241;;;;',
      '40211659;Skæv; Smed ApS;97981242;',
      '40211721;Uden Nummer ApS;spørg;;',
    ),
    {
      rows: [
        { name: 'Nors A/S', phone: '97981240' },
        { name: 'Sydthy; Tømrer ApS', phone: '97948811' },
        { name: 'Klit ApS', phone: '97981241' },
      ],
      rejected: 3,
      told: [
        /^2 Bemærkning: .*6 felter/,
        /^3 Virksomhed: .*5 felter/,
        /^4 -!: .*6 felter.*anførselstegn/,
        /^6 -!: .*5 felter/,
        // Nothing in this row says which of the two it is.
        /^7 -!: .*5 felter/,
      ],
    },
  ],
  [
    'comments on cells and a text in a box',
    bookOf({
      name: 'Ark1',
      rows: [
        ['CVR', 'Virksomhed'],
        ['40211373', 'Nors A/S'],
        ['40211446', 'Sydthy ApS'],
      ],
      comments: ['B2', 'B3', 'A3'],
      boxes: ['Ring ikke til Nors før jul'],
    }),
    {
      rows: [{ name: 'Nors A/S' }, { name: 'Sydthy ApS' }],
      notes: [/Kommentarer.*: 3 \(B2, B3, A3\)/, /Tekstbokse.*: 1 \(Ring ikke til Nors før jul\)/],
    },
  ],
  [
    'pupils with their personal numbers, with and without a hyphen, as numbers that lost a nought',
    lines(
      'Elev;Elevens nr.;Læreplads;Læreplads CVR;Bemærkning',
      'Mads Holm;1011051233;Bøgh Murer;40211373;mor 010175-4321 ringer',
      'Sara Bak;2002064324;Murer Thorup;40211446;',
      'Ida Lund;1203051235;Nors A/S;40211519;',
      'Bo Friis;101051233;Klit ApS;40211586;',
    ),
    {
      rows: ['Bøgh Murer', 'Murer Thorup', 'Nors A/S', 'Klit ApS'].map((name) => ({ name })),
      notes: [/CPR-nummer: 5 \(kolonne .*Bemærkning.*\)/, /Filen selv gemmes ikke/],
    },
  ],
  [
    'words for how a company stands, some of which say nothing of it',
    lines(
      'CVR;Navn;Kundestatus',
      '40211373;A ApS;Emne',
      '40211446;B ApS;Aktiv',
      '40211519;C ApS;Inactive',
      '40211586;D ApS;emne',
      '40211659;E ApS;Kunde',
    ),
    {
      rows: [
        { name: 'A ApS', status_text: 'Emne' },
        { name: 'B ApS', status_text: 'Aktiv' },
        { name: 'D ApS' },
        { name: 'E ApS' },
      ],
      rejected: 1,
      told: [/^4 Kundestatus!: .*"Inactive"/],
      notes: [/Kundestatus.*: Emne \(2\), Kunde \(1\)/],
    },
  ],
]

describe('a sheet of an office', () => {
  test.each(files)('%s', async (_, content, wanted) => expectBrought(await bring(content), wanted))
})
