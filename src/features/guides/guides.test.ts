import { afterAll, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { questionsFor } from './choose.shared.ts'
import { type Question, showGuide, writeGuide } from './guides.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne] = [world.as('birgit'), world.as('anne')]

const question = (words: string, rest: Partial<Question> = {}): Question => ({
  ...{ part: 'direction', occasion: null, trade: null, words },
  ...rest,
})

describe('which questions fit', () => {
  test('where they are going comes before what they lack, whatever order they were written in, and basics last', () => {
    const written = [
      question('Læsning', { part: 'basics' }),
      question('Mangler', { part: 'education' }),
      question('Folk', { part: 'people' }),
      question('På vej hen'),
    ]
    const { first, more } = questionsFor(written, { occasion: 'first', trade: null })
    expect([first.map(({ words }) => words), more]).toEqual([['På vej hen', 'Folk', 'Mangler', 'Læsning'], []])
  })

  test('the closest of a part first: for the occasion, for the trade, anywhere; what is for another is left out', () => {
    const written = [
      question('Altid'),
      question('Metal', { trade: 'metal' }),
      question('Ny leder', { occasion: 'new-manager' }),
      question('Pleje', { trade: 'care' }),
      question('Opfølgning', { occasion: 'follow-up' }),
    ]
    const { first, more } = questionsFor(written, { occasion: 'new-manager', trade: 'metal' })
    expect([...first, ...more].map(({ words }) => words)).toEqual(['Ny leder', 'Metal', 'Altid'])
  })
})

test('the house’s own guide asks of every part, until a coordinator writes another; who only visits reads it', async () => {
  const { now, before, can } = await anne.call(showGuide)
  expect([now.id, now.version, now.writtenBy, before, can.write]).toEqual([null, 0, null, [], false])
  for (const occasion of ['first', 'follow-up', 'new-manager'] as const)
    expect(questionsFor(now.questions, { occasion, trade: null }).first.map(({ part }) => part)).toEqual([
      ...['direction', 'people', 'education', 'basics'],
    ])
  await expect(
    anne.call(writeGuide, { body: { questions: [question('Hvad nu?')], version: 0 } }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
})

test('of two who write at once one is told what stands; versions stay as they were written', async () => {
  const write = (words: string) => birgit.call(writeGuide, { body: { questions: [question(words)], version: 0 } })
  const both = await Promise.allSettled([write('Hvor skal I hen?'), write('Hvad drømmer I om?')])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find(({ status }) => status === 'rejected')
  expect(lost).toMatchObject({ reason: { code: 'changed-meanwhile' } })
  await birgit.call(writeGuide, { body: { questions: [question('Hvad fylder hos jer?')], version: 1 } })
  const { now, before } = await anne.call(showGuide)
  expect([now.version, now.questions[0]?.words, now.writtenBy]).toEqual([2, 'Hvad fylder hos jer?', 'Birgit Dam'])
  expect(before.map(({ version }) => version)).toEqual([1])
})
