import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerCompany, registerWorkplace } from '#testing/register-files'
import { type Reason, sayReason } from '../imports/imports.ts'
import { readCompanyRow } from './company-row.ts'
import { guessMapping } from './header-guess.ts'
import { readRegisterDocument } from './register-document.ts'
import { readDate, readEmployees, readYesNo } from './row-values.ts'

const today = '2026-11-23'
const found = (document: object) => {
  const read = readRegisterDocument(document as Record<string, unknown>, today)
  if ('wrong' in read) throw new Error(read.wrong.code)
  if ('told' in read) throw new Error('more than one')
  return read.found
}
/** Why it was refused, in words. */
const told = (read: object, language: 'da' | 'en' = 'da') =>
  'wrong' in read ? sayReason(read.wrong as Reason, language) : ''
const facts = (change: Record<string, unknown>) => found(registerCompany(30112407, 'Jensen Smede ApS', change)).facts
const from = (gyldigFra: string, gyldigTil: string | null = null) => ({ periode: { gyldigFra, gyldigTil } })

describe('the register document', () => {
  test('of several names the one that began last and holds today is taken, whatever their order', () => {
    const navne = [
      { navn: 'Ny', ...from('2022-01-01') },
      { navn: 'Kommende', ...from('2027-01-01') },
      { navn: 'Gammel', ...from('2010-01-01', '2021-12-31') },
      { navn: 'Mellem', ...from('2020-01-01') },
    ]
    expect(facts({ navne }).name).toBe('Ny')
  })
  test('a closed company keeps its last values and the day it closed', () => {
    const closed = facts({
      navne: [
        { navn: 'Gammel', ...from('2010-01-01', '2012-01-01') },
        { navn: 'Sidste', ...from('2012-01-01', '2020-06-30') },
      ],
      livsforloeb: [from('2010-01-01', '2020-06-30')],
    })
    expect(closed).toMatchObject({ name: 'Sidste', closedOn: '2020-06-30', startedOn: '2010-01-01' })
  })
  test('half characters and control characters in a name do not reach the database', () => {
    expect(facts({ navne: [{ navn: 'A\u0000B\uD800 C', ...from('2020-01-01') }] }).name).toBe('A B\uFFFD C')
    expect(facts({ navne: [{ navn: `${'x'.repeat(299)}😀`, ...from('2020-01-01') }] }).name?.isWellFormed()).toBe(true)
  })
  test('an unknown beginning, 1900 or 1901, is no date', () => {
    expect(facts({ livsforloeb: [from('1901-01-01')] }).startedOn).toBeNull()
  })
  test('employees come from the freshest of the four series, often only as an interval', () => {
    const quarter = { aar: 2026, kvartal: 2, antalAnsatte: null, intervalKodeAntalAnsatte: 'ANTAL_20_49' }
    const month = { aar: 2026, maaned: 5, antalAnsatte: 31, intervalKodeAntalAnsatte: 'ANTAL_20_49' }
    expect(facts({ kvartalsbeskaeftigelse: [quarter], erstMaanedsbeskaeftigelse: [month] })).toMatchObject({
      employees: null,
      employeesFrom: 20,
      employeesTo: 49,
    })
    expect(
      facts({
        aarsbeskaeftigelse: [{ aar: 2020, antalAnsatte: 3, intervalKodeAntalAnsatte: 'ANTAL_2_4' }],
        erstMaanedsbeskaeftigelse: [{ ...month, maaned: 9 }],
      }),
    ).toMatchObject({ employees: 31 })
    expect(
      facts({ aarsbeskaeftigelse: [{ aar: 2025, antalAnsatte: null, intervalKodeAntalAnsatte: 'ANTAL_1000_999999' }] }),
    ).toMatchObject({ employeesFrom: 1000, employeesTo: null })
    expect(
      facts({ kvartalsbeskaeftigelse: [quarter, { ...quarter, kvartal: 3, intervalKodeAntalAnsatte: null }] }),
    ).toMatchObject({ employeesFrom: 20 })
  })
  test('secret contact data is not taken, also when it is listed openly beside it', () => {
    const secret = { kontaktoplysning: '99887766', hemmelig: true, ...from('2020-01-01') }
    expect(facts({ telefonNummer: [secret] }).phone).toBeNull()
    expect(facts({ telefonNummer: [secret, { ...secret, hemmelig: false }] }).phone).toBeNull()
    expect(facts({ telefonNummer: [secret, { ...secret, kontaktoplysning: '76112233', hemmelig: false }] }).phone).toBe(
      '76112233',
    )
  })
  test('owners, directors and c/o persons are nowhere in what was read', () => {
    expect(JSON.stringify(found(registerCompany(30112407, 'Jensen Smede ApS')))).not.toMatch(
      /Direktørsen|Hemmelig Person/,
    )
  })
  test('what the register never had is not spoken of; what it took away is', () => {
    expect(facts({ telefonNummer: [] })).not.toHaveProperty('phone')
    expect(
      facts({ telefonNummer: [{ kontaktoplysning: '76112233', hemmelig: false, ...from('2010-01-01', '2019-01-01') }] })
        .phone,
    ).toBeNull()
    expect(facts({ reklamebeskyttet: undefined })).not.toHaveProperty('protected')
  })
  test('the version is the newest change anywhere in the document', () => {
    const changed = registerCompany(30112407, 'A', {
      hjemmeside: [
        {
          kontaktoplysning: 'www.a.example',
          hemmelig: false,
          ...from('2020-01-01'),
          sidstOpdateret: '2025-02-01T00:30:00.000+01:00',
        },
      ],
    })
    expect(found(changed).changedAt).toBe('2025-01-31T23:30:00.000Z')
  })
  test('a workplace belongs to the CVR number of its current relation', () => {
    const virksomhedsrelation = [
      { cvrNummer: 30112415, ...from('2024-01-01') },
      { cvrNummer: 30112407, ...from('2010-01-01', '2023-12-31') },
    ]
    expect(found(registerWorkplace(1020895337, 30112407, 'Værkstedet', { virksomhedsrelation }))).toMatchObject({
      pNumber: '1020895337',
      cvr: '30112415',
    })
  })
  test('a person, the register mapping and anything else are told apart', () => {
    expect(told(readRegisterDocument({ Vrdeltagerperson: {} }, today))).toContain('person')
    expect(told(readRegisterDocument({ mappings: {} }, today))).toContain('registrets felter')
    expect(told(readRegisterDocument({ hej: 1 }, today))).toContain('Vrvirksomhed')
  })
  test('whatever stands in a document, reading it does not throw', () => {
    const property = fc.property(
      fc.object({
        maxDepth: 4,
        key: fc.constantFrom(
          'navne',
          'periode',
          'gyldigFra',
          'livsforloeb',
          'telefonNummer',
          'kommune',
          'sidstOpdateret',
        ),
      }),
      (unit) => {
        readRegisterDocument({ Vrvirksomhed: { cvrNummer: 30112407, ...unit } }, today)
      },
    )
    expect(fc.check(property).failed).toBe(false)
  })
})

describe('values of a list', () => {
  test.each([
    ['01-03-2014', '2014-03-01'],
    ['1.3.2014', '2014-03-01'],
    ['01/10 - 2008', '2008-10-01'],
    ['2014-03-01', '2014-03-01'],
    ['2014-03-01T00:00:00', '2014-03-01'],
    ['01-01-1901', null],
  ])('the date %s', (text, date) => {
    expect(readDate(text)).toEqual({ value: date })
  })
  test('a date that does not exist is refused', () => {
    expect(readDate('31-02-2024')).toHaveProperty('wrong')
    expect(readDate('i går')).toHaveProperty('wrong')
  })
  test.each([
    ['28', 28, null, null],
    ['1.200', 1200, null, null],
    ['28.0', 28, null, null],
    ['20-49', null, 20, 49],
    ['200 - 499', null, 200, 499],
    ['ANTAL_20_49', null, 20, 49],
    ['1000+', null, 1000, null],
  ])('%s employees', (text, employees, employeesFrom, employeesTo) => {
    expect(readEmployees(text)).toEqual({ value: { employees, employeesFrom, employeesTo } })
  })
  test('Ja, 1 and true are yes; Nej, 0 and false no; anything else is asked about', () => {
    expect([' JA', '1', 'true', 'sand'].map(readYesNo)).toEqual([1, 2, 3, 4].map(() => ({ value: true })))
    expect(['nej', '0', 'False'].map(readYesNo)).toEqual([1, 2, 3].map(() => ({ value: false })))
    expect(readYesNo('måske')).toHaveProperty('wrong')
  })
})

describe('a row of a list', () => {
  const mapping = {
    cvr: 0,
    pNumber: 1,
    name: 2,
    postalCode: 3,
    industry: 4,
    protected: 5,
    phone: 6,
    employees: 7,
    interval: 8,
    closedOn: 9,
  }
  const row = (...cells: string[]) => readCompanyRow(cells, mapping, today)
  test('with a P-number is a workplace, and lost leading zeros come back', () => {
    expect(row('30112407', '1020895337', 'Smed', '800', '11100', 'Nej', '', '', '')).toMatchObject({
      found: { pNumber: '1020895337', facts: { postalCode: '0800', industry: '011100', protected: false } },
    })
  })
  test('an empty cell says nothing, least of all about protection', () => {
    const read = row('30112407', '', 'Smed', '', '', '', '', '', '')
    expect(read).toEqual({
      found: { cvr: '30112407', pNumber: null, changedAt: null, facts: { name: 'Smed' } },
      notes: [],
    })
  })
  test('number and interval stand beside each other', () => {
    expect(row('30112407', '', 'Smed', '', '', '', '', '28', '20-49')).toMatchObject({
      found: { facts: { employees: 28, employeesFrom: 20, employeesTo: 49 } },
    })
  })
  test('a phone that is none is left out and told; the row stays', () => {
    expect(row('30112407', '', 'Smed', '', '', '', 'ring til Bo', '', '')).toMatchObject({
      found: { cvr: '30112407' },
      notes: [{ field: 'phone' }],
    })
    expect(row('30112407', '', 'Smed', '', '', '', '36 15 45 00 / 20 30 40 50', '', '')).toMatchObject({
      found: { facts: { phone: '36154500' } },
      notes: [{ field: 'phone' }],
    })
  })
  test('protection that cannot be read rejects the row rather than letting it through', () => {
    expect(row('30112407', '', 'Smed', '', '', 'måske', '', '', '')).toMatchObject({ wrong: { field: 'protected' } })
  })
})

describe('guessing what columns hold', () => {
  test('from the headings people use', () => {
    expect(
      guessMapping(
        ['CVR-nr.', 'P-nr.', 'Navn', 'Postnr.', 'By', 'Antal ansatte', 'Ansatte-interval', 'Reklamebeskyttet'],
        [],
      ),
    ).toEqual({ cvr: 0, pNumber: 1, name: 2, postalCode: 3, town: 4, employees: 5, interval: 6, protected: 7 })
    expect(
      guessMapping(['Kontaktnavn', 'Adresse', 'Postnummer', 'By', 'CVR-nummer', 'EAN-nummer', 'Telefon', 'E-mail'], []),
    ).toEqual({ name: 0, street: 1, postalCode: 2, town: 3, cvr: 4, phone: 6, email: 7 })
  })
  test('Branche is a code or words, by what stands under it', () => {
    expect(guessMapping(['Branche'], [['251100'], ['11100']])).toEqual({ industry: 0 })
    expect(guessMapping(['Branche'], [['Smedjer']])).toEqual({ industryText: 0 })
  })
  test('a CVR column is known by its numbers when nobody named it; an SE number is not taken for one', () => {
    expect(
      guessMapping(
        ['Kunde', 'Nr.'],
        [
          ['Smed', '13748136'],
          ['Bager', '30 11 24 07'],
        ],
      ),
    ).toEqual({ cvr: 1 })
    expect(guessMapping(['SE-nr.', 'Navn'], [['11111111', 'Smed']])).toEqual({ name: 1 })
  })
})
