import { expect, test } from 'vitest'
import { industryDivisions } from '../official-codes/industry-divisions.table.ts'
import { areaOf, knowledgeOf, type OfSchool, type Own } from './knowledge.ts'
import { divisionsOf } from './trade-areas.table.ts'

const [bakery, packing, care, smith] = ['107120', '829200', '871010', '251100']
const own = (said: Partial<Own>): Own => ({ trades: [], kinds: [], wishes: [], generalist: false, ...said })
const fits = (of: Own | null, school: OfSchool, industry: string | null) => knowledgeOf(of, school, industry).fits
const teaches = (...kinds: NonNullable<OfSchool>['kinds']): OfSchool => ({ trades: [], kinds })

test('a school has to do with an industry by any one of its kinds; what nobody has said speaks against nobody', () => {
  expect(fits(null, teaches('amu-health', 'recognition'), packing)).toBe(false)
  expect(fits(null, teaches('amu-health', 'recognition'), care)).toBe(true)
  expect(fits(null, teaches('amu-health', 'language'), packing)).toBe(true)
  expect(fits(null, teaches('amu-technical', 'apprentices'), smith)).toBe(true)
  expect(fits(null, teaches('amu-technical', 'apprentices'), care)).toBe(false)
  for (const school of [null, teaches(), teaches('recognition')]) expect(fits(null, school, packing)).toBe(true)
  expect(fits(null, teaches('amu-health'), null)).toBe(true)
})

test('what somebody says himself comes before what his school says, and a trade narrows a kind', () => {
  const school: OfSchool = { trades: ['food'], kinds: ['amu-technical'] }
  expect(knowledgeOf(null, school, bakery)).toMatchObject({ fits: true, trade: 'school' })
  expect(knowledgeOf(own({ trades: ['metal'] }), school, bakery)).toMatchObject({ fits: false, trade: null })
  expect(knowledgeOf(own({ trades: ['metal'] }), school, smith)).toMatchObject({ fits: true, trade: 'own' })
  expect(fits(own({ kinds: ['amu-technical'] }), { trades: ['care'], kinds: [] }, smith)).toBe(false)
})

test('who teaches what any trade needs fits whatever his trades, and so does who knows the whole offer', () => {
  expect(knowledgeOf(own({ trades: ['metal'], kinds: ['basic'] }), null, care)).toMatchObject({
    fits: true,
    trade: null,
    kind: 'basic',
  })
  expect(fits(own({ trades: ['metal'], generalist: true }), null, care)).toBe(true)
  expect(fits(own({ trades: ['metal'], kinds: ['recognition'] }), null, care)).toBe(false)
})

test('a wish to learn lets nobody in', () => {
  expect(knowledgeOf(own({ trades: ['metal'], wishes: ['food'] }), null, bakery)).toMatchObject({
    fits: false,
    learns: true,
  })
})

test('every division of the register stands in one trade area', () => {
  const areas = (division: number) =>
    Object.entries(divisionsOf).filter(([, spans]) => spans.some(([from, to]) => division >= from && division <= to))
  const codes = Object.keys(industryDivisions)
  expect(codes.length).toBeGreaterThan(80)
  expect(codes.filter((code) => areas(Number(code)).length !== 1)).toEqual([])
  expect(areaOf('107120')).toBe('food')
  expect(areaOf(null)).toBeNull()
})
