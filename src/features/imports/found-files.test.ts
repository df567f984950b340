/** Small files as people and programs really make them, through the door: what comes in, and what is said of the rest. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bringing, expectBrought, said, type Wanted } from '#testing/brought-files'
import { windows1252 } from '#testing/files'
import { bookOf } from '#testing/workbooks'
import { emptyRegister } from '#testing/register-files'
import { openWorld } from '#testing/world'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => emptyRegister(world))
const bring = bringing(world)

const csv = (...lines: string[]) => `\uFEFF${lines.join('\r\n')}\r\n`

const files: [name: string, content: string | Buffer, wanted: Wanted][] = [
  [
    'G01 a phone with a decimal nought',
    csv('CVR;Navn;Telefon', '99950102;Telefon A ApS;36154500.0', '99950218;Telefon B ApS;4536154500.0'),
    { rows: [{ phone: '36154500' }, { phone: '36154500' }] },
  ],
  [
    'G02 mails',
    csv(
      'CVR;Navn;E-mail',
      '99950803;Mail A ApS;mailto:bo@holm.dk',
      '99950900;Mail B ApS;"bo@holm.dk; ida@holm.dk"',
      '99951001;Mail C ApS;Bo Holm <bo@holm.dk>',
    ),
    {
      rows: [{ email: 'bo@holm.dk' }, { email: 'bo@holm.dk' }, { email: 'bo@holm.dk' }],
      told: [/^3 E-mail: .*ida@holm\.dk/, /^4 E-mail: .*Bo Holm/],
    },
  ],
  [
    'G04 a title over the headings',
    csv('Virksomhedsliste;;;', ';;;', 'CVR-nr.;Navn;By;Telefon', '99951605;Titel A ApS;Thisted;36154500'),
    { rows: [{ name: 'Titel A ApS', town: 'Thisted', phone: '36154500' }], notes: [/Linje 3: .*Virksomhedsliste/] },
  ],
  [
    'G05 a sheet for each municipality',
    bookOf(
      {
        name: 'Thisted',
        rows: [
          ['CVR', 'Navn'],
          ['99952105', 'Fane A ApS'],
        ],
      },
      {
        name: 'Morsø',
        rows: [
          ['CVR', 'Navn'],
          ['99952202', 'Fane B ApS'],
        ],
      },
    ),
    { rows: [{ name: 'Fane A ApS' }, { name: 'Fane B ApS' }], notes: [/Thisted, Morsø/] },
  ],
  [
    'G07 merged cells',
    bookOf({
      name: 'Ark1',
      rows: [
        ['CVR', 'Navn', 'Postnr.', 'By'],
        ['99952709', 'Flet 0 ApS', '7700', 'Thisted'],
        ['99952806', 'Flet 1 ApS'],
        ['99952903', 'Flet 2 ApS'],
      ],
      merged: ['D2:D4', 'C2:C4'],
    }),
    {
      rows: ['Flet 0 ApS', 'Flet 1 ApS', 'Flet 2 ApS'].map((name) => ({ name, postal_code: '7700', town: 'Thisted' })),
      notes: [/flettede/],
    },
  ],
  [
    'G08 from a Mac',
    Buffer.from('CVR;Navn;By\r\n99953004;Sm\xbfrrebr\xbfd & \x81l;Nyk\xbfbing Mors\r\n', 'latin1'),
    { rows: [{ name: 'Smørrebrød & Ål', town: 'Nykøbing Mors' }], notes: [/MacRoman.*Smørrebrød/] },
  ],
  [
    'G09 Firma and Navn',
    csv('CVR-nr.;Firma;Navn;Telefon', '99953306;Jensens Smedje ApS;Bo Holm;36154500'),
    { rows: [{ name: 'Jensens Smedje ApS' }] },
  ],
  [
    'G10 municipalities as people write them',
    csv(
      'CVR;Navn;Kommune',
      '99953403;Kommune 0 ApS;Århus',
      '99953500;Kommune 1 ApS;Nordfyn',
      '99953608;Kommune 2 ApS;Vesthimmerland',
      '99954418;Kommune 3 ApS;Langtbortistan',
    ),
    {
      rows: [{ municipality: 751 }, { municipality: 480 }, { municipality: 820 }, { municipality: null }],
      told: [/^5 Kommune: .*Langtbortistan.*område/],
    },
  ],
  [
    'G11 code and town in one cell',
    csv(
      'CVR;Navn;Postnr.',
      '99954108;Post A ApS;7700 Thy',
      '99954205;Post B ApS;8000 Aarhus C',
      '99954302;Post C ApS;2100 Ø',
    ),
    {
      rows: [
        { postal_code: '7700', town: 'Thy' },
        { postal_code: '8000', town: 'Aarhus C' },
        { postal_code: '2100', town: 'København Ø' },
      ],
    },
  ],
  [
    'G12 full-time equivalents',
    csv('CVR;Navn;Antal årsværk', '99954418;Værk A ApS;4,75', '99954507;Værk B ApS;12'),
    { rows: [{ employees: null, name: 'Værk A ApS' }, { employees: 12 }], told: [/^2 Antal årsværk: .*4,75/] },
  ],
  [
    'G15 a status that says it is over',
    csv('CVR;Navn;Telefon;Status;Kommune', '99955309;Status A ApS;36154500;Ophørt;Læsø'),
    { rows: [{ status_text: 'Ophørt' }] },
  ],
  [
    'G17 a hit without _id, and one of many',
    JSON.stringify({
      took: 1,
      hits: {
        total: { value: 2645, relation: 'eq' },
        hits: [
          {
            _source: {
              Vrvirksomhed: {
                cvrNummer: 99955902,
                reklamebeskyttet: false,
                navne: [{ navn: 'Prøve', periode: { gyldigFra: '2015-01-01', gyldigTil: null } }],
                livsforloeb: [{ periode: { gyldigFra: '2015-01-01', gyldigTil: null } }],
              },
            },
          },
        ],
      },
    }),
    { rows: [{ cvr: '99955902', name: 'Prøve' }], notes: [/1 af 2\.645 i filen/] },
  ],
  [
    'G21 a note beside the table',
    bookOf({
      name: 'Ark1',
      rows: [
        ['CVR', 'Navn'],
        ['99956305', 'Note A ApS'],
        ['99956402', 'Note B ApS', 'Ring efter kl. 10'],
      ],
    }),
    { rows: [{ name: 'Note A ApS' }, { name: 'Note B ApS' }], told: [/^3 C: .*Ring efter kl\. 10/] },
  ],
  [
    'G22 English headings',
    'Company Name,VAT Number,Street Address,Postal Code,City,Phone Number,E-mail Address,Number of Employees\n"English A ApS",DK99956518,Havnegade 1,7700,Thisted,+45 36154500,a@b.dk,7\n',
    {
      rows: [
        {
          ...{ cvr: '99956518', name: 'English A ApS', street: 'Havnegade 1', postal_code: '7700', town: 'Thisted' },
          ...{ phone: '36154500', email: 'a@b.dk', employees: 7 },
        },
      ],
    },
  ],
  [
    'an empty phone falls back on the mobile',
    csv('CVR;Navn;Telefon;Mobil', '99956518;A ApS;;20304050', '99954507;B ApS;36154500;20304050'),
    { rows: [{ phone: '36154500' }, { phone: '20304050' }] },
  ],
  [
    'the same number twice with two names',
    csv('CVR;Navn', '99954507;Bager ApS', '99954507;Smed ApS'),
    { rows: [{ name: 'Smed ApS' }], told: [/^3 CVR: .*linje 2.*Bager ApS.*Smed ApS/] },
  ],
  [
    'no headings at all',
    csv(
      '99954507;Bager ApS;36154500;bo@bager.dk;7700 Thisted',
      '99954418;Smed A/S;36154501;bo@smed.dk;7900 Nykøbing M',
    ),
    {
      rows: [
        { name: 'Smed A/S', phone: '36154501', email: 'bo@smed.dk', postal_code: '7900', town: 'Nykøbing M' },
        { name: 'Bager ApS', phone: '36154500', town: 'Thisted' },
      ],
      notes: [/ingen overskrifter/],
    },
  ],
  [
    'two rows of headings, the upper merged',
    bookOf({
      name: 'Ark1',
      rows: [
        ['Virksomhed', '', 'Kontakt', ''],
        ['CVR', 'Navn', 'Telefon', 'E-mail'],
        ['99954507', 'Bager ApS', '36154500', 'bo@bager.dk'],
      ],
      merged: ['A1:B1', 'C1:D1'],
    }),
    { rows: [{ name: 'Bager ApS', phone: '36154500', email: 'bo@bager.dk' }], notes: [/to linjer/] },
  ],
  [
    'headings again on each page, a break in a heading, empty rows between',
    csv(
      'CVR;"Virksomhedens\r\nnavn";Tlf.',
      '99954507;Bager ApS;36154500',
      ';;',
      'CVR;"Virksomhedens\r\nnavn";Tlf.',
      '99954418;Smed ApS;',
    ),
    { rows: [{ name: 'Smed ApS' }, { name: 'Bager ApS', phone: '36154500' }], notes: [/Linje 5: .*igen/] },
  ],
  [
    'a sheet with other headings, and one before that is only words',
    bookOf(
      { name: 'Vejledning', rows: [['Sådan bruger du arket'], ['Skriv kun i de gule felter']] },
      {
        name: 'Liste',
        rows: [
          ['CVR', 'Navn'],
          ['99954507', 'Bager ApS'],
        ],
      },
      {
        name: 'Personer',
        rows: [
          ['Navn', 'Mobil'],
          ['Bo Holm', '20304050'],
        ],
      },
    ),
    { rows: [{ name: 'Bager ApS' }], notes: [/ikke er læst: Vejledning, Personer/] },
  ],
  [
    'sheets with the same headings in another order',
    bookOf(
      {
        name: 'A',
        rows: [
          ['CVR', 'Navn', 'By'],
          ['99954507', 'Bager ApS', 'Thisted'],
        ],
      },
      {
        name: 'B',
        rows: [
          ['Navn', 'By', 'CVR'],
          ['Smed ApS', 'Vejle', '99954418'],
          ['Fejl ApS', 'Vejle', '12345678'],
        ],
      },
    ),
    {
      rows: [{ name: 'Smed ApS', town: 'Vejle' }, { town: 'Thisted' }],
      rejected: 1,
      told: [/^3 B: CVR!: .*12345678/],
      notes: [/som én liste.*A, B/],
    },
  ],
  [
    'a hidden column is read and said',
    bookOf({
      name: 'Ark1',
      rows: [
        ['CVR', 'Navn', 'By'],
        ['99954507', 'Bager ApS', 'Thisted'],
      ],
      hiddenColumns: [3],
    }),
    { rows: [{ town: 'Thisted' }], notes: [/Skjulte kolonner.*By/] },
  ],
  [
    'formulas without a result',
    csv('CVR;Navn;By', '99954507;Bager ApS;#REFERENCE!', '99954418;#N/A;Thisted'),
    {
      rows: [{ town: null, name: 'Bager ApS' }],
      rejected: 1,
      told: [/^2 By: .*#REFERENCE!/, /^3 -!: .*navn/, /^3 Navn: .*#N\/A/],
    },
  ],
  [
    'from DOS, from Windows',
    Buffer.from('CVR;Navn;By\r\n99953004;Sm\x9brrebr\x9bd;Tarm\r\n', 'latin1'),
    { rows: [{ name: 'Smørrebrød' }], notes: [/DOS.*Smørrebrød/] },
  ],
  [
    'from Windows',
    windows1252('CVR|Navn|By\r\n99953004|Jensen’s Brød|Ærø\r\n'.replace('’', '\x92')),
    { rows: [{ name: 'Jensen’s Brød' }], notes: [] },
  ],
  [
    'a look-up service: flat, with its workplaces',
    JSON.stringify({
      ...{ vat: 99954507, name: 'Bager ApS', address: 'Havnegade 1', zipcode: '7700', city: 'Thisted', cityname: null },
      ...{ protected: true, phone: '36154500', email: null, startdate: '01/10 - 2008', enddate: null },
      ...{ employees: '200-499', industrycode: 107110, industrydesc: 'Bageri', companydesc: 'Anpartsselskab' },
      ...{ creditbankrupt: false, owners: [{ name: 'Ejer Direktørsen' }], version: 6 },
      productionunits: [{ pno: '1020895337', main: true, name: 'Bager Nord', zipcode: '7900', city: 'Nykøbing M' }],
    }),
    {
      rows: [
        {
          cvr: '99954507',
          p_number: null,
          employees_from: 200,
          employees_to: 499,
          protected: true,
          started_on: '2008-10-01',
        },
        { cvr: '99954507', p_number: '1020895337', name: 'Bager Nord', postal_code: '7900' },
      ],
    },
  ],
  [
    'only the ready-made view of now',
    JSON.stringify({
      Vrvirksomhed: {
        cvrNummer: 99954507,
        reklamebeskyttet: true,
        virksomhedMetadata: {
          nyesteNavn: { navn: 'Bager ApS', periode: { gyldigFra: '2021-06-01', gyldigTil: null } },
          nyesteBeliggenhedsadresse: {
            vejnavn: 'Havnegade',
            husnummerFra: 1,
            postnummer: 7700,
            postdistrikt: 'Thisted',
            kommune: { kommuneKode: 787 },
          },
          nyesteErstMaanedsbeskaeftigelse: { aar: 2026, maaned: 5, antalAnsatte: 31 },
          nyesteKontaktoplysninger: ['36154500', 'bo@bager.dk'],
          sammensatStatus: 'NORMAL',
          stiftelsesDato: '2021-06-01',
        },
      },
    }),
    {
      rows: [
        {
          name: 'Bager ApS',
          street: 'Havnegade 1',
          postal_code: '7700',
          employees: 31,
          protected: true,
          phone: null,
          started_on: '2021-06-01',
        },
      ],
      told: [/hemmeligt/],
    },
  ],
]

describe('a file as it really is', () => {
  test.each(files)('%s', async (_, content, wanted) => expectBrought(await bring(content), wanted))

  test('hidden rows come in only when it is said, and are told either way', async () => {
    const book = bookOf(
      {
        name: 'Ark1',
        rows: [['CVR', 'Navn'], ['99956704', 'Synlig ApS'], { hidden: true, cells: ['99956801', 'Skjult ApS'] }],
      },
      {
        name: 'Gamle',
        hidden: true,
        rows: [
          ['CVR', 'Navn'],
          ['99954507', 'Bager ApS'],
        ],
      },
    )
    const without = await bring(book)
    expect(without.rows.map(({ name }) => name)).toEqual(['Synlig ApS'])
    expect(without.hidden).toEqual({ count: 2, lines: 'Ark1: 3, Gamle: 2', taken: false })
    const all = await bring(book, { hidden: true })
    expect(all.rows).toHaveLength(3)
    expect(all.hidden).toMatchObject({ taken: true })
  })

  test('a look-up that found nothing says so, and so does JSON of another kind', async () => {
    await expect(bring('{"error":"NOT_FOUND","t":100,"version":6}')).rejects.toMatchObject({
      problem: { title: expect.stringContaining('NOT_FOUND') },
    })
    await expect(bring('{"hej":1}')).rejects.toMatchObject({ problem: { title: expect.stringContaining('opslag') } })
  })

  test('of many other sheets each is named, also past those that are looked at', async () => {
    const others = Array.from({ length: 230 }, (_, at) => ({
      name: `Fane${at}.`,
      rows: [
        ['Emne', 'Dato'],
        ['a', 'b'],
      ],
    }))
    const done = await bring(
      bookOf(
        {
          name: 'Liste',
          rows: [
            ['CVR', 'Navn'],
            ['99954507', 'Bager ApS'],
          ],
        },
        ...others,
      ),
    )
    expect(done.created).toBe(1)
    for (const { name } of others) expect(done.fileNotes.join(' ')).toContain(name)
  })

  test('a list that says it is from the future shuts out no later one', async () => {
    const list = (phone: string, on: string) => csv('CVR;Navn;Telefon;Opdateret', `99955104;Liste ApS;${phone};${on}`)
    const first = await bring(list('36154500', '01-01-2099'))
    expect(said(first)).toEqual([expect.stringMatching(/^2 Opdateret: .*fremtiden/)])
    expect((await bring(list('36154501', '20-11-2026'))).rows[0]).toMatchObject({ phone: '36154501' })
  })

  test('only the register’s own document clears protection', async () => {
    const document = { vat: 99954507, name: 'Bager ApS', protected: true }
    await bring(JSON.stringify(document))
    const { rows } = await bring(JSON.stringify({ ...document, protected: false }))
    expect(rows[0]).toMatchObject({ protected: true })
  })
})
