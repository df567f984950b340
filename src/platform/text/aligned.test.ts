import { expect, test } from 'vitest'
import { aligned } from './aligned.ts'

const found = (ours: string, theirs: string) => {
  const [one, other] = [ours.split(' '), theirs.split(' ')]
  const { ours: ofOurs, theirs: ofTheirs, slipped } = aligned(one, other)
  return [one.filter((_, at) => ofOurs[at]).join(' '), other.filter((_, at) => ofTheirs[at]).join(' '), slipped]
}

test('words find each other as they are, joined, with a slip and shortened', () => {
  expect(found('lars holm murer', 'murer holm')).toEqual(['holm murer', 'murer holm', false])
  expect(found('midtjysktoemrer', 'midtjysk toemrer aps')).toEqual(['midtjysktoemrer', 'midtjysk toemrer', false])
  expect(found('midtjysk toemrer', 'midtjysktoemrer aps')).toEqual(['midtjysk toemrer', 'midtjysktoemrer', false])
  expect(found('smoerebroed havnen', 'smoerrebroed byen')).toEqual(['smoerebroed', 'smoerrebroed', true])
  expect(found('vognm jensen', 'vognmandsforretning hansen')).toEqual(['vognm', 'vognmandsforretning', true])
})

test('another digit is another thing, however near', () => {
  expect(found('koebmand 1872', 'koebmand 1873')).toEqual(['koebmand', 'koebmand', false])
  expect(found('kx12345a fabrik', 'kx12345b fabrik')).toEqual(['fabrik', 'fabrik', false])
  expect(found('kx ts3282b', 'kxts3282w fabrik')).toEqual(['', '', false])
  expect(found('fs116p fabrik', 'fs116pna fabriks')).toEqual(['fs116p fabrik', 'fs116pna fabriks', true])
})
