import { expect, test } from 'vitest'
import { proposedOf } from './proposals.ts'
import { proposing } from './proposals.table.ts'

const { leastVisits } = proposing
const metal = (visits: number) => ({ industry: '251100', visits })

test('a trade area is proposed from so many visits on, however many industries they lie in; fewer, and what nobody knows, propose nothing', () => {
  expect(proposedOf([metal(leastVisits - 1)], [], [])).toBeNull()
  expect(proposedOf([{ industry: null, visits: 50 }], [], [])).toBeNull()
  expect(proposedOf([metal(leastVisits - 1), { industry: '331200', visits: 1 }], [], [])).toEqual({
    trade: 'metal',
    visits: leastVisits,
  })
})

test('one at a time: the most visited first, of two alike always the same; never what is shared or was declined', () => {
  const visited = [metal(6), { industry: '107120', visits: 9 }, { industry: '162300', visits: 6 }]
  expect(proposedOf(visited, [], [])?.trade).toBe('food')
  expect(proposedOf(visited, ['food'], [])?.trade).toBe('metal')
  expect(proposedOf(visited.toReversed(), ['food'], [])?.trade).toBe('metal')
  expect(proposedOf(visited, ['food'], ['metal'])?.trade).toBe('wood')
  expect(proposedOf(visited, ['food', 'wood'], ['metal'])).toBeNull()
})
