/** What people and programs write in one cell or field, and what is understood of it: a number is never guessed. */
import { describe, expect, test } from 'vitest'
import { Email, MaybeEmail, z } from '#platform/endpoint'
import { windows1252 } from '#testing/files'
import { oldEncodingOf } from '#platform/files/old-encodings'
import { readEmail } from './read-email.ts'
import {
  readCvr,
  readMunicipality,
  readPhone,
  readPhones,
  readPlace,
  readShifted,
  readStatus,
  readWhere,
} from './official-codes.ts'

describe('a phone number', () => {
  test.each([
    ['36154500', '36154500', ''],
    ['36 15 45 00', '36154500', ''],
    ['36.15.45.00', '36154500', ''],
    ['36-15-45-00', '36154500', ''],
    ['(36) 15 45 00', '36154500', ''],
    ['+45 36154500', '36154500', ''],
    ['(+45) 36 15 45 00', '36154500', ''],
    ['0045 36154500', '36154500', ''],
    ['4536154500', '36154500', ''],
    ['45 36 15 45 00', '36154500', ''],
    ['36154500.0', '36154500', ''],
    ['4536154500,0', '36154500', ''],
    ["'36154500", '36154500', ''],
    ['Tlf.: 36 15 45 00', '36154500', ''],
    ['Tlf.nr. 36154500', '36154500', ''],
    ['Mobil 20304050', '20304050', ''],
    ['36 15 45 00 / 20 30 40 50', '36154500', '20 30 40 50'],
    ['36154500; 20304050', '36154500', '20304050'],
    ['36154500 eller 20304050', '36154500', '20304050'],
    ['36154500\n20304050', '36154500', '20304050'],
    ['36154500, 36 15 45 00', '36154500', ''],
    ['ring / 20304050', '20304050', 'ring'],
    ['36154500 lok. 12', '36154500', 'lok. 12'],
    ['36154500 bedst efter kl. 14', '36154500', 'bedst efter kl. 14'],
    ['36154500 - bedst efter kl. 14', '36154500', 'bedst efter kl. 14'],
    ['36154500 + 20304050', '36154500', '20304050'],
    ['36154500 - 20304050', '36154500', '20304050'],
    ['kontor 36154500', '36154500', ''],
    ['36154500 (kl. 8-16)', '36154500', '(kl. 8-16)'],
    ['+46 8 123 45 67', '+4681234567', ''],
    ['+299 123456', '+299123456', ''],
    ['+298 12 34 56', '+298123456', ''],
  ])('%j is %s', (text, value, rest) => {
    expect(readPhones(text)).toEqual({ value, rest })
  })
  test.each([
    '3.61545E+07',
    '3,61545E7',
    '3.615450E7',
    '36154500-12',
    '36154500 12',
    '36154500 + 12',
    '36154500 - 12',
    '+45 (0)36154500',
    '(0)36154500',
    '+49 (0)40 123456',
    '00000000',
    '+45 00000000',
    '12345678',
    '361545000',
    '3615450',
    'kl. 8-16: 36154500',
    '36154500 20304050',
    '23-11-2026',
    '2026-11-23',
    '36154500.5',
    'ingen',
    '???',
    '+45 361545',
  ])('%j is none, and is told whole', (text) => {
    expect(readPhones(text)).toEqual({ value: null, rest: text })
    expect(readPhone(text)).toBeNull()
  })
  test('a form takes one number and nothing else', () => {
    expect(['+45 36 15 45 00', 'Tlf. 36154500'].map(readPhone)).toEqual(['36154500', '36154500'])
    expect(['36154500 / 20304050', '36154500 lok. 12'].map(readPhone)).toEqual([null, null])
  })
})

describe('an address of mail', () => {
  test.each([
    ['bo@holm.dk', 'bo@holm.dk', ''],
    ['mailto:bo@holm.dk', 'bo@holm.dk', ''],
    ['MAILTO:Bo@Holm.dk?subject=Hej', 'bo@holm.dk', ''],
    ['E-mail: bo@holm.dk', 'bo@holm.dk', ''],
    ['Bo Holm <bo@holm.dk>', 'bo@holm.dk', 'Bo Holm'],
    ['"Holm, Bo" <bo@holm.dk>', 'bo@holm.dk', 'Holm Bo'],
    ['bo@holm.dk; ida@holm.dk', 'bo@holm.dk', 'ida@holm.dk'],
    ['bo@holm.dk/ida@holm.dk', 'bo@holm.dk', 'ida@holm.dk'],
    ['bo@holm.dk eller ida@holm.dk', 'bo@holm.dk', 'ida@holm.dk'],
    ['bo@holm.dk.', 'bo@holm.dk', ''],
    ['bo@holm.dk;', 'bo@holm.dk', ''],
    ['bo@holm.dk, bo@holm.dk', 'bo@holm.dk', ''],
    ['post@smørrebrød.dk', 'post@smørrebrød.dk', ''],
    ['søren@møller.dk', 'søren@møller.dk', ''],
    ['post@xn--smrrebrd-i1ae.dk', 'post@xn--smrrebrd-i1ae.dk', ''],
    ['bo\u200B@holm.dk', 'bo@holm.dk', ''],
  ])('%j is %s', (text, value, rest) => {
    expect(readEmail(text)).toEqual({ value, rest })
  })
  test.each([
    'bo@holm',
    'bo @holm.dk',
    'bo(at)holm.dk',
    'bo@holm,dk',
    'bo@@holm.dk',
    'bo@holm..dk',
    'ikke en mail',
    '.',
  ])('%j is none, and is told whole', (text) => {
    expect(readEmail(text)).toEqual({ value: null, rest: text })
  })
  test('a form takes what an import takes, but of two it does not choose', () => {
    const takes = (schema: typeof Email, text: string) => z.safeParse(schema, text).data
    expect(
      ['post@smørrebrød.dk', ' Bo@Holm.dk ', 'mailto:bo@holm.dk', 'Bo Holm <bo@holm.dk>', 'bo@holm.dk.'].map((text) =>
        takes(Email, text),
      ),
    ).toEqual(['post@smørrebrød.dk', 'bo@holm.dk', 'bo@holm.dk', 'bo@holm.dk', 'bo@holm.dk'])
    expect(['bo@holm.dk; ida@holm.dk', 'bo@holm', '', 'Bo'].map((text) => takes(Email, text))).toEqual(
      Array(4).fill(undefined),
    )
    expect(['', 'bo@holm.dk', 'Bo'].map((text) => takes(MaybeEmail, text))).toEqual(['', 'bo@holm.dk', undefined])
  })
})

describe('a place', () => {
  test.each([
    ['7700', '7700', null],
    ['7700.0', '7700', null],
    ["'0800", '0800', null],
    ['800', '0800', null],
    ['DK-7700', '7700', null],
    ['DK 7700 Thy', '7700', 'Thy'],
    ['7700 Thy', '7700', 'Thy'],
    ['7700, Thisted', '7700', 'Thisted'],
    ['8000 Aarhus C', '8000', 'Aarhus C'],
    ['2100 Ø', '2100', 'København Ø'],
    ['8200 N', '8200', 'Aarhus N'],
    ['5230 M', '5230', 'Odense M'],
    ['1850 C', '1850', 'Frederiksberg C'],
    ['SE-211 20', 'SE-211 20', null],
    ['24937', '24937', null],
  ])('%j is %s and %s', (text, postalCode, town) => {
    expect(readPlace(text)).toEqual({ value: { postalCode, town } })
  })
  test.each(['Thy', '77', '7700-7799', 'ukendt'])('%j is none', (text) => {
    expect(readPlace(text)).toHaveProperty('wrong')
  })
  test('code and town are found in whichever column they stand', () => {
    const where = (street: string, postalCode: string, town: string) =>
      readWhere((field) => ({ street, postalCode, town })[field])
    expect(where('', '', '7700 Thisted')).toEqual({ street: '', postalCode: '7700', town: 'Thisted' })
    expect(where('Havnegade 1, 7700 Thisted', '', '')).toEqual({
      street: 'Havnegade 1',
      postalCode: '7700',
      town: 'Thisted',
    })
    for (const written of [
      'Havnegade 1 7700 Thisted',
      'Havnegade 1\r\n7700 Thisted',
      'Havnegade 1, DK-7700 Thisted, Danmark',
      'Havnegade 1 - 7700 Thisted',
      'Havnegade 1 | 7700 Thisted',
      '7700 Thisted, Havnegade 1',
    ])
      expect(where(written, '', '')).toEqual({ street: 'Havnegade 1', postalCode: '7700', town: 'Thisted' })
    expect(where('Havnegade 1, 2. th. 7700 Thisted', '', '')).toMatchObject({ street: 'Havnegade 1, 2. th.' })
    expect(where('Havnegade 1, 7700', '', '')).toEqual({ street: 'Havnegade 1', postalCode: '7700', town: '' })
    for (const street of [
      'Postboks 1234 Thisted',
      'Plads 1900 Nord',
      'Havnegade 1, Thisted',
      'Hus 3 af 2000 m2',
      'Vej 7700',
    ])
      expect(where(street, '', '')).toEqual({ street, postalCode: null, town: '' })
    expect(where('Havnegade 1', '7700 Thy', 'Thisted')).toEqual({
      street: 'Havnegade 1',
      postalCode: '7700',
      town: 'Thisted',
    })
    expect(where('Havnegade 1', 'ved havnen', 'Thisted')).toMatchObject({ postalCode: null, wrong: {} })
  })
})

test('cells that slipped aside are seen by the code that stands elsewhere', () => {
  const shifted = (street: string, postalCode: string, town: string) =>
    readShifted((field) => ({ street, postalCode, town })[field])
  expect(shifted('Havnegade', '8', '7700')).toMatchObject({ values: { text: '7700' } })
  expect(shifted('7700', 'Thisted', '97981240')).toMatchObject({ values: { text: '7700' } })
  expect(shifted('Havnegade 1', '7700', 'Thisted')).toBeUndefined()
  expect(shifted('Havnegade 1', '', '7700')).toBeUndefined()
  expect(shifted('Havnegade 1', 'ukendt', 'Thisted')).toBeUndefined()
})

test('a municipality is known in every way it is written', () => {
  const codeOf = (text: string) => {
    const read = readMunicipality(text)
    return 'value' in read ? read.value : null
  }
  expect(
    ['Århus', 'Aarhus', 'AARHUS KOMMUNE', '751', '0751', '751.0', 'Aarhus (751)', '0751 Aarhus'].map(codeOf),
  ).toEqual(Array(8).fill(751))
  expect(['Nordfyn', 'Nordfyns', 'Nordfyns Kommune'].map(codeOf)).toEqual([480, 480, 480])
  expect(['Vesthimmerland', 'Vesthimmerlands'].map(codeOf)).toEqual([820, 820])
  expect(['Kbh', 'Kbh.', 'Københavns Kommune', 'Ålborg', 'Åbenrå', 'Mors', 'Høje Tåstrup'].map(codeOf)).toEqual([
    101, 101, 101, 851, 580, 773, 169,
  ])
  expect(['Langtbortistan', '999', '703', '', 'ja'].map(codeOf)).toEqual(Array(5).fill(null))
})

test('how a company stands is understood in English too, and no other word is touched', () => {
  expect(
    ['Dissolved', 'in liquidation', 'Bankrupt', 'Ceased', 'CLOSED', 'Active', 'Ophørt', 'NORMAL', 'Kunde'].map(
      readStatus,
    ),
  ).toEqual(['OPLØST', 'UNDER LIKVIDATION', 'UNDER KONKURS', 'OPHØRT', 'OPHØRT', 'AKTIV', 'Ophørt', 'NORMAL', 'Kunde'])
})

test('a CVR number with every digit there is read, a rounded one is not', () => {
  expect(readCvr('1.3748136E7')).toEqual({ value: '13748136' })
  expect(readCvr('1,3748136E+07')).toEqual({ value: '13748136' })
  for (const text of ['CVR-nr. 13748136', 'CVR: 13748136', 'DK-13 74 81 36', 'CVR DK13748136'])
    expect(readCvr(text)).toEqual({ value: '13748136' })
  expect(readCvr("'13 74 81 36")).toEqual({ value: '13748136' })
  expect(readCvr('1.37481E7')).toMatchObject({ wrong: { code: 'official_codes_reason_cvr_rounded' } })
})

describe('old encodings', () => {
  const mac = (text: string) =>
    Buffer.from(
      text.replace(/[æøåÆØÅ]/g, (sign) => '\xbe\xbf\x8c\xae\xaf\x81'['æøåÆØÅ'.indexOf(sign)] ?? ''),
      'latin1',
    )
  const dos = (text: string) =>
    Buffer.from(
      text.replace(/[æøåÆØÅ]/g, (sign) => '\x91\x9b\x86\x92\x9d\x8f'['æøåÆØÅ'.indexOf(sign)] ?? ''),
      'latin1',
    )
  test.each(['Smørrebrød & Ål', 'Nykøbing Mors', 'Ærø', 'ÆBLEGÅRDEN', 'Århus', 'Bækmarksbro'])('%s', (text) => {
    expect([mac(text), dos(text), windows1252(text)].map(oldEncodingOf)).toEqual([
      'macintosh',
      'ibm850',
      'windows-1252',
    ])
  })
  test('quotes and dashes of Windows are no letters of DOS', () => {
    const text = Buffer.from('Jensen\x92s \x91Br\xf8d\x92 \x96 \x93kaf\xe9\x94 Fr\xfcgaard', 'latin1')
    expect(oldEncodingOf(text)).toBe('windows-1252')
    expect(oldEncodingOf(Buffer.from('Jensen\x92s \x91kro\x92', 'latin1'))).toBe('windows-1252')
  })
})
