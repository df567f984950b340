import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.ts'
import { thisProcess } from './processes.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tovholder-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('only one at a time is inside, and everybody gets in', async () => {
  let inside = 0
  let most = 0
  let visits = 0
  const visit = () =>
    withLock(folder, 10_000, async () => {
      inside += 1
      most = Math.max(most, inside)
      await setTimeout(5)
      visits += 1
      inside -= 1
    })
  await Promise.all(Array.from({ length: 20 }, visit))
  expect({ most, visits }).toEqual({ most: 1, visits: 20 })
  expect(readdirSync(folder)).toEqual(['lock.20'])
})

test('the lock of a dead process is taken over, also when its number lives again', async () => {
  writeFileSync(join(folder, 'lock.7'), JSON.stringify({ pid: process.pid, birth: 'another boot:1' }))
  expect(await withLock(folder, 1_000, () => Promise.resolve('in'))).toBe('in')
})

test('the lock of a living process is waited for, then named', async () => {
  writeFileSync(join(folder, 'lock.7'), JSON.stringify(thisProcess()))
  await expect(withLock(folder, 100, () => Promise.resolve())).rejects.toThrow(`process ${process.pid}`)
})
