import { expect, test } from 'vitest'
import { takingTurns } from './in-turn.ts'

const doors = () => {
  const done: string[] = []
  const open: (() => void)[] = []
  const work = (name: string) => async () => {
    await new Promise<void>((go) => open.push(go))
    done.push(name)
  }
  const next = async () => {
    open.shift()?.()
    // Who is let in has begun by the next turn of the loop.
    await new Promise(setImmediate)
  }
  return { done, open, work, next }
}

test('who stands in line a hundred times is passed by whoever comes once', async () => {
  const turns = takingTurns({ all: 2, each: 2, most: 100 })
  const { done, work, next } = doors()
  const all = Array.from({ length: 100 }, (_, n) => turns('many', work(`many ${n}`)))
  const one = turns('anne', work('anne'))
  const other = turns('lars', work('lars'))
  for (let n = 0; n < 6; n++) await next()
  expect(done).toEqual(['many 0', 'many 1', 'many 2', 'anne', 'lars', 'many 3'])
  for (let n = 0; n < 100; n++) await next()
  await Promise.all([...all, one, other])
})

test('one key never has all places, and its line has an end', async () => {
  const turns = takingTurns({ all: 4, each: 2, most: 3 })
  const { open, work, next } = doors()
  const many = Array.from({ length: 5 }, () => turns('many', work('many')))
  await expect(turns('many', work('many'))).rejects.toMatchObject({ code: 'too-many-at-once' })
  expect(open).toHaveLength(2)
  const others = [turns('anne', work('anne')), turns('lars', work('lars')), turns('sofie', work('sofie'))]
  expect(open).toHaveLength(4)
  for (let n = 0; n < 8; n++) await next()
  await Promise.all([...many, ...others])
})
