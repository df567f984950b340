import { expect, test } from 'vitest'
import { Problem } from '../errors.ts'
import { atOnce, atOnceOfPeople } from './at-once.ts'

test('each has so much under way and no more; what ends makes room, and another is not asked', () => {
  const enter = atOnce(2)
  const leave = enter('a')
  enter('a')
  expect(() => enter('a')).toThrow(Problem)
  enter('b')
  leave()
  enter('a')
})

test('two browsers and a token are one person once they have been seen; those not seen yet count by themselves', () => {
  const { enter, learn } = atOnceOfPeople(2)
  enter('first browser')()
  learn('first browser', 'anne')
  learn('second browser', 'anne')
  const leave = enter('first browser')
  enter('second browser')
  expect(() => enter('first browser')).toThrow(Problem)
  enter('token')()
  learn('token', 'anne')
  expect(() => enter('token')).toThrow(Problem)
  learn('another’s', 'birgit')
  enter('another’s')
  leave()
  enter('token')
})
