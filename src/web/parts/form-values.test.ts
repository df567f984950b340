import { expect, test } from 'vitest'
import { endpoint, Id, MaybeWords, Nothing, Words, z } from '#platform/endpoint'
import { checkBody, fieldErrors, tidy } from './form-values.ts'
import { ApiProblem } from '#web/data/problem.ts'

const order = endpoint({
  name: 'order',
  method: 'POST',
  path: '/api/orders',
  summary: '',
  can: 'anyone',
  body: z.object({
    name: Words(10),
    note: z.optional(MaybeWords(20)),
    seats: z.int().check(z.minimum(1), z.maximum(30)),
    schoolId: z.optional(z.nullable(Id)),
    email: z.optional(z.email()),
    lines: z.optional(z.array(z.object({ words: Words(5) }))),
  }),
  answer: Nothing,
})
const good = { name: 'Truck', note: '', seats: '12', schoolId: '', email: '' }

test('what people type becomes what the contract takes', () => {
  expect(tidy(order, good)).toEqual({ name: 'Truck', note: '', seats: 12, schoolId: null })
  expect(tidy(order, { ...good, seats: '1.200', schoolId: '7' })).toMatchObject({ seats: 1200, schoolId: 7 })
  expect(checkBody(order, good)).toEqual({})
})

test('each wrong field has its sentence, in Danish', () => {
  const bad = { name: '  ', seats: 'tolv', email: 'ulla', lines: [{ words: 'for mange ord' }] }
  expect(checkBody(order, bad)).toEqual({
    name: 'Skal udfyldes',
    seats: 'Skriv et tal',
    email: 'Skriv en e-mailadresse som navn@skole.dk',
    'lines.0.words': 'Skriv højst 5 tegn',
  })
  expect(checkBody(order, { ...good, seats: '31' })).toEqual({ seats: 'Må højst være 30' })
  expect(checkBody(order, { ...good, seats: '' })).toEqual({ seats: 'Skal udfyldes' })
})

test('the server’s field problems find their fields; what fits none is said under the form', () => {
  const problem = new ApiProblem(422, {
    code: 'wrong-input',
    detail: 'Noget er udfyldt forkert.',
    errors: [
      { pointer: '/body/lines/0/words', detail: 'For langt' },
      { pointer: '/query/x', detail: 'Findes ikke her.' },
    ],
  })
  expect(fieldErrors(problem, ['name', 'lines'])).toEqual({
    fields: { 'lines.0.words': 'For langt' },
    rest: 'Findes ikke her.',
  })
  expect(fieldErrors(new ApiProblem(409, { detail: 'Tiden er taget.' }), [])).toEqual({
    fields: {},
    rest: 'Tiden er taget.',
  })
})
