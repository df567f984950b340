import { expect, test } from 'vitest'
import { linesOf, whenTheirs } from './typed-lines.ts'

const of = (...names: string[]) => linesOf(names.map((name, n) => ({ id: n + 1, name })))

test('what one types of reasons outlives that somebody else saves; without typing theirs are shown, and one’s own saved are no other’s', () => {
  const [seen, theirs] = [of('Har ikke tid', 'Andet'), of('Har ikke tid', 'For få ansatte')]
  const typed = [...seen, { id: null, name: 'Ikke nu' }]
  expect(whenTheirs({ typed, seen, theirs: of('Har ikke tid', 'Andet') })).toBe('same')
  expect(whenTheirs({ typed: seen, seen, theirs })).toBe('taken')
  expect(whenTheirs({ typed, seen, theirs })).toBe('told')
  expect(whenTheirs({ typed, seen, theirs: of('Har ikke tid', 'Andet', 'Ikke nu') })).toBe('taken')
})
