import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Reason, sayReason } from '#platform/reason'
import { hasCvrCheckDigit } from './cvr-number.ts'
import { municipalities } from './municipalities.table.ts'
import { readCvr, readMunicipality, readPhone, readPNumber } from './official-codes.ts'

/** Why it was refused, in words. */
const told = (read: object, language: 'da' | 'en' = 'da') =>
  'wrong' in read ? sayReason(read.wrong as Reason, language) : ''

describe('CVR numbers', () => {
  test.each([
    '13748136',
    '13 74 81 36',
    'DK13748136',
    'DK 13 74 81 36',
    '13748136.0',
    '13748136,0',
    ' 13748136 ',
    'CVR: 13748136',
  ])('%s is the number the register gives as example', (text) => {
    expect(readCvr(text)).toEqual({ value: '13748136' })
  })
  test('a wrong check digit, letters, a wrong length and nothing each say what is wrong', () => {
    expect(told(readCvr('12345678'), 'da')).toContain('kontrolcifferet passer ikke')
    expect(told(readCvr('1374813A'), 'da')).toContain('kun af cifre')
    expect(told(readCvr('137481'), 'da')).toContain('har 6 cifre')
    expect(told(readCvr(' '), 'en')).toContain('missing')
  })
  test('one wrong digit is always found', () => {
    const property = fc.property(
      fc.integer({ min: 10_000_000, max: 99_999_999 }),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 1, max: 9 }),
      (number, at, by) => {
        const digits = String(number)
        const other = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1)
        return !(hasCvrCheckDigit(digits) && hasCvrCheckDigit(other))
      },
    )
    expect(fc.check(property).failed).toBe(false)
  })
  test('a P-number has ten digits and no check digit', () => {
    expect(readPNumber('1020895337')).toEqual({ value: '1020895337' })
    expect(readPNumber('1020895337.0')).toEqual({ value: '1020895337' })
    expect(readPNumber('102089533')).toHaveProperty('wrong')
  })
})

test('phones become eight digits', () => {
  expect(['+45 36 15 45 00', '0045 36154500', '36 15 45 00', '(36) 15-45-00', '4536154500'].map(readPhone)).toEqual(
    Array(5).fill('36154500'),
  )
  expect(readPhone('+46 8 123 456')).toBe('+468123456')
  expect(readPhone('ring til Bo')).toBeNull()
})
const codeOf = (text: string) => {
  const read = readMunicipality(text)
  return 'value' in read ? read.value : null
}
test('municipalities are known by code and by name in any case', () => {
  expect(municipalities.filter((one) => one.region !== null)).toHaveLength(98)
  expect(['KØBENHAVN', 'Københavns Kommune', '101', '0101'].map(codeOf)).toEqual([101, 101, 101, 101])
  expect(['LYNGBY-TAARBÆK', 'Høje-Taastrup Kommune', 'SERMERSOOQ'].map(codeOf)).toEqual([173, 169, null])
})
