import { expect, test } from 'vitest'
import { linesOf, savedAs, whenTheirs } from './typed-lines.ts'

const of = (...names: string[]) => linesOf(names.map((name, n) => ({ id: n + 1, name })))

test('what one types of reasons outlives that somebody else saves; without typing theirs are shown, and one’s own saved are no other’s', () => {
  const [seen, theirs] = [of('Har ikke tid', 'Andet'), of('Har ikke tid', 'For få ansatte')]
  const typed = [...seen, { id: null, name: 'Ikke nu' }]
  expect(whenTheirs({ typed, seen, theirs: of('Har ikke tid', 'Andet') })).toBe('same')
  expect(whenTheirs({ typed: seen, seen, theirs })).toBe('taken')
  expect(whenTheirs({ typed, seen, theirs })).toBe('told')
  expect(whenTheirs({ typed, seen, theirs: of('Har ikke tid', 'Andet', 'Ikke nu') })).toBe('taken')
})

test('whoever types on while his own is saved is told of nobody else', () => {
  const seen = of('Har ikke tid')
  const sent = [...seen, { id: null, name: 'Ikke nu' }]
  const typed = [...sent, { id: null, name: 'For få' }]
  expect(whenTheirs({ typed, seen, sent, theirs: of('Har ikke tid', 'Ikke nu') })).toBe('own')
  expect(whenTheirs({ typed, seen, sent, theirs: of('Har ikke tid', 'Andet') })).toBe('told')
})

test('what a colleague took away or renamed is saved as new, so that it can be saved at all', () => {
  const theirs = [
    { id: 1, name: 'Har ikke tid' },
    { id: 7, name: 'For få ansatte' },
  ]
  const typed = [...of('Har ikke tid', 'Andet'), { id: null, name: ' For få ansatte ' }, { id: null, name: ' ' }]
  expect(savedAs(typed, theirs)).toEqual([
    { id: 1, name: 'Har ikke tid' },
    { id: null, name: 'Andet' },
    { id: 7, name: 'For få ansatte' },
  ])
  expect(savedAs(of('A', 'A'), [{ id: 1, name: 'A' }])).toEqual([
    { id: 1, name: 'A' },
    { id: null, name: 'A' },
  ])
})
