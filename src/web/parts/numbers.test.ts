import { expect, test } from 'vitest'
import { bytes, inPairs, number, percent, readNumber } from './numbers.ts'

test('numbers are said as Danes write them', () => {
  expect(number(1234.5)).toBe('1.234,5')
  expect(percent(0.31)).toBe('31\u00a0%')
  expect(bytes(104_857_600)).toBe('104,9\u00a0MB')
})

test('numbers are read as Danes and as computers write them', () => {
  expect(['1.234,5', '1234.5', '12', '-3', '1.200', ' 7 '].map(readNumber)).toEqual([1234.5, 1234.5, 12, -3, 1200, 7])
  expect(['', 'tolv', '1,2,3', '12 34'].map(readNumber)).toEqual([undefined, undefined, undefined, undefined])
})

test('eight digits are said in pairs, other numbers as they are written', () => {
  expect(['70004112', '+4670004112', '1234567'].map(inPairs)).toEqual(['70 00 41 12', '+4670004112', '1234567'])
})
