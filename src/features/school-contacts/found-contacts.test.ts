/** Contact lists as schools really have them, through the door: what a table of companies understands, a contact list does. */
import { afterAll, describe, expect, test } from 'vitest'
import { bookOf } from '#testing/workbooks'
import { openWorld } from '#testing/world'
import { listSchoolContacts, uploadContacts } from './school-contacts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const torben = world.as('torben')

const bring = async (content: string | Buffer, hidden = false) => {
  const query = { name: 'kontakter.csv', replace: 'true' as const, ...(hidden && { hidden: 'true' as const }) }
  const looked = await torben.call(uploadContacts, { query: { ...query, dry: 'true' } }, { bytes: content })
  const done = await torben.call(uploadContacts, { query }, { bytes: content })
  expect({ ...done, id: null, replaced: 0 }).toEqual({ ...looked, replaced: 0 })
  const { rows } = await torben.call(listSchoolContacts, { query: { limit: 200 } })
  const told = done.errors.map(({ line, column, reason }) => `${line} ${column ?? '-'}: ${reason}`)
  return { ...done, told, rows }
}

type Row = Record<string, unknown>
type Expected = { rows: Row[]; told?: RegExp[]; notes?: RegExp[] }
const files: [name: string, content: string | Buffer, expected: Expected][] = [
  [
    'two numbers in a cell',
    '\uFEFFVirksomhed;Telefon\r\nTo Numre ApS;36 15 45 00 / 20 30 40 50\r\n',
    { rows: [{ name: 'To Numre ApS', phone: '36154500' }], told: [/^2 Telefon: .*20 30 40 50/] },
  ],
  [
    'phones and mails as they stand',
    'Virksomhed;Telefon;Mobil;E-mail\r\nA ApS;36154500.0;;mailto:bo@holm.dk\r\nB ApS;lokal 12;20304050;Bo <bo@smørrebrød.dk>\r\n',
    {
      rows: [
        { name: 'A ApS', phone: '36154500', email: 'bo@holm.dk' },
        { name: 'B ApS', phone: '20304050', email: 'bo@smørrebrød.dk' },
      ],
      told: [/^3 Telefon: .*lokal 12/, /^3 E-mail: .*Bo/],
    },
  ],
  [
    'a company and a person',
    'Firma;Navn;Telefon\r\nJensens Smedje ApS;Bo Holm;36154500\r\n',
    { rows: [{ name: 'Jensens Smedje ApS', contactPerson: 'Bo Holm' }] },
  ],
  [
    'a title, and code and town in one cell',
    'Praktiksteder 2026;;\r\n;;\r\nVirksomhed;Postnr. og by;Tlf.\r\nBager ApS;7700 Thy;36154500\r\n',
    { rows: [{ name: 'Bager ApS', town: 'Thy' }], notes: [/Linje 3.*Praktiksteder 2026/] },
  ],
  [
    'a sheet for each town, merged, with a note beside',
    bookOf(
      {
        name: 'Thisted',
        rows: [
          ['Virksomhed', 'By', 'Telefon'],
          ['Bager ApS', 'Thisted', '36154500'],
          ['Smed ApS', '', '36154501', 'ring fredag'],
        ],
        merged: ['B2:B3'],
      },
      {
        name: 'Morsø',
        rows: [
          ['Virksomhed', 'By', 'Telefon'],
          ['Tømrer ApS', 'Nykøbing', 'ved ikke'],
        ],
      },
    ),
    {
      rows: [{ name: 'Smed ApS', town: 'Thisted' }, { name: 'Bager ApS' }, { name: 'Tømrer ApS' }],
      told: [/^3 Thisted: D: .*ring fredag/, /^2 Morsø: Telefon: .*ved ikke/],
      notes: [/Thisted, Morsø/, /flettede/],
    },
  ],
  [
    'no headings',
    'Bager ApS;36154500;bo@bager.dk\r\nSmed A/S;36154501;bo@smed.dk\r\n',
    {
      rows: [{ name: 'Bager ApS', phone: '36154500', email: 'bo@bager.dk' }, { name: 'Smed A/S' }],
      notes: [/ingen overskrifter/],
    },
  ],
  [
    'a file for mail merge: first and last name in a column each, one number private',
    'Titel;Fornavn;Efternavn;Firmanavn;Telefon (privat)\r\nFru;Karen;Nørgaard;Nors A/S;97981240\r\n;;Bak;Sydthy ApS;97981241\r\n',
    {
      rows: [
        { name: 'Nors A/S', contactPerson: 'Karen Nørgaard', phone: null },
        { name: 'Sydthy ApS', contactPerson: 'Bak', phone: null },
      ],
    },
  ],
  [
    'headings that name several things, whoever has the contact, pupils beside',
    '"Virksomhed","Kontaktperson, titel","Adresse, postnr. og by","Hvem har kontakten?","Elev mobil"\n"Nors A/S","Karen Nørgaard, HR-chef","Industrivej 9\n7700 Thisted","Bent","22334455"\n',
    {
      rows: [
        { name: 'Nors A/S', contactPerson: 'Karen Nørgaard, HR-chef', town: 'Thisted', knows: 'Bent', phone: null },
      ],
    },
  ],
  [
    'headings between the rows, and sums',
    'Virksomhed;By;Elever;Telefon\r\nMORSØ;;;\r\nTotalbyg;Nykøbing;2;97981240\r\nI alt;;2;\r\nAntal virksomheder: 1;;;\r\n',
    {
      rows: [{ name: 'MORSØ' }, { name: 'Totalbyg' }],
      told: [
        /^2 Virksomhed: .*"MORSØ".*overskrift/,
        /^4 -: .*"I alt" er en sum/,
        /^5 -: .*"Antal virksomheder: 1" er en sum/,
      ],
    },
  ],
  [
    'a phone list by education, its headings again over each, a person turned round, totals',
    bookOf({
      name: 'Telefonliste',
      rows: [
        ['Telefonliste, oplæringsvirksomheder, EUD'],
        ['Elektriker'],
        ['Virksomhed', 'Kontakt (efternavn, fornavn)', 'Tlf.', 'Mail'],
        ['El-Huset ApS', 'Nørgaard, Karen', '97 98 12 40', 'mailto:karen@elhuset.dk'],
        ['Strøm & Søn', 'Bak, Ole', 'se note', '', 'ring på mobilen'],
        ['Smed'],
        ['Virksomhed', 'Kontakt (efternavn, fornavn)', 'Tlf.', 'Mail'],
        ['Nors Maskinfabrik A/S', 'Holm, Bo', '97981241', 'Bo Holm <bo@nors.dk>'],
        ['I alt 3 virksomheder'],
      ],
    }),
    {
      rows: [
        { name: 'El-Huset ApS', contactPerson: 'Karen Nørgaard', phone: '97981240', email: 'karen@elhuset.dk' },
        { name: 'Strøm & Søn', contactPerson: 'Ole Bak', phone: null },
        { name: 'Smed' },
        { name: 'Nors Maskinfabrik A/S', contactPerson: 'Bo Holm', email: 'bo@nors.dk' },
      ],
      told: [
        /^5 Tlf\.: .*se note/,
        /^5 E: .*ring på mobilen/,
        /^6 Virksomhed: .*"Smed".*overskrift/,
        /^8 Mail: .*Bo Holm/,
        /^9 -: .*er en sum/,
      ],
      notes: [/^Linje 3: .*Telefonliste.*Elektriker/, /^Linje 7: /],
    },
  ],
  [
    'names turned round under their own heading, first names in a column of their own',
    'Firma;Efternavn, fornavn;Telefon\r\nA ApS;Nørgaard, Karen;36154500\r\nB ApS;von Bak, Ole Bo;36154501\r\nC ApS;Pia;36154502\r\n',
    {
      rows: [
        { name: 'A ApS', contactPerson: 'Karen Nørgaard' },
        { name: 'B ApS', contactPerson: 'Ole Bo von Bak' },
        { name: 'C ApS', contactPerson: 'Pia' },
      ],
    },
  ],
  [
    'from a Mac',
    Buffer.from('Virksomhed;By\r\nSm\xbfrrebr\xbfd & \x81l;Nyk\xbfbing Mors\r\n', 'latin1'),
    { rows: [{ name: 'Smørrebrød & Ål' }], notes: [/MacRoman/] },
  ],
]

describe('a contact list as it really is', () => {
  test.each(files)('%s', async (_, content, { rows, told = [], notes = [] }) => {
    const done = await bring(content)
    expect(done.rows).toHaveLength(rows.length)
    for (const row of rows) expect(done.rows).toContainEqual(expect.objectContaining(row))
    for (const [at, one] of told.entries()) expect(done.told[at]).toMatch(one)
    expect(done.told).toHaveLength(told.length)
    for (const [at, one] of notes.entries()) expect(done.notes[at]).toMatch(one)
    expect(done.notes).toHaveLength(notes.length)
  })

  test('hidden rows come in only when it is said', async () => {
    const book = bookOf({
      name: 'Ark1',
      rows: [
        ['Virksomhed', 'Telefon'],
        ['Synlig ApS', '36154500'],
        { hidden: true, cells: ['Skjult ApS', '36154501'] },
      ],
    })
    const without = await bring(book)
    expect(without.rows.map(({ name }) => name)).toEqual(['Synlig ApS'])
    expect(without.hidden).toEqual({ count: 1, lines: '3' })
    expect((await bring(book, true)).rows).toHaveLength(2)
  })
})
