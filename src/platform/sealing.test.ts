import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openSealing, sealingWith } from './sealing.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealing-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = randomBytes(32)

test('what is sealed can be opened with the key, for whom it was sealed, and otherwise not', () => {
  const sealing = sealingWith(key)
  const sealed = sealing.seal('hemmelig ø', 'a')
  expect(sealed).not.toContain('hemmelig')
  expect(sealing.seal('hemmelig ø', 'a')).not.toBe(sealed)
  expect(sealing.unseal(sealed, 'a')).toBe('hemmelig ø')
  expect(sealing.unseal(sealed, 'b')).toBeNull()
  expect(sealingWith(randomBytes(32)).unseal(sealed, 'a')).toBeNull()
  for (const broken of ['', 'x', sealed.slice(4)]) expect(sealing.unseal(broken, 'a')).toBeNull()
})

test('each school has a key of its own: what it sealed no other opens, and its marks are its own', () => {
  const [one, two, elsewhere] = [
    sealingWith(key).ofSchool(1, 2),
    sealingWith(key).ofSchool(1, 3),
    sealingWith(key).ofSchool(12, 2),
  ]
  const sealed = one.seal('hemmelig ø', 'a')
  expect(sealed.includes('hemmelig')).toBe(false)
  expect([one.unseal(sealed, 'a'), one.unseal(sealed, 'b')]).toEqual(['hemmelig ø', null])
  for (const other of [two, elsewhere, sealingWith(randomBytes(32)).ofSchool(1, 2)])
    expect(other.unseal(sealed, 'a')).toBeNull()
  expect(one.mark('phone', '86770001')).toBe(sealingWith(key).ofSchool(1, 2).mark('phone', '86770001'))
  const marks = [one.mark('phone', '86770001'), one.mark('cvr', '86770001'), one.mark('phone', '86770002')]
  expect(new Set([...marks, two.mark('phone', '86770001'), elsewhere.mark('phone', '86770001')]).size).toBe(5)
  // The key for marks, which the database is told, opens nothing.
  expect(sealingWith(Buffer.from(one.markKey, 'hex')).ofSchool(1, 2).unseal(sealed, 'a')).toBeNull()
})

test('beside the embedded database a key is made once, for its own account alone; a broken one stops the start', () => {
  const config = readConfig({ TOVHOLDER_DATA: join(folder, 'data') })
  const sealed = openSealing(config)?.seal('x', 'a') ?? ''
  expect(openSealing(config)?.unseal(sealed, 'a')).toBe('x')
  const file = join(folder, 'data', 'sealing.key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32)
  writeFileSync(file, 'kort')
  expect(() => openSealing(config)).toThrow('holds no key')
})

test('with an own PostgreSQL there is a key when one is set', () => {
  const own = { DATABASE_URL: 'postgres://a/b', DATABASE_APP_URL: 'postgres://c/d' }
  expect(openSealing(readConfig(own))).toBeNull()
  const set = readConfig({ ...own, SEALING_KEY: key.toString('base64') })
  expect(sealingWith(key).unseal(openSealing(set)?.seal('x', 'a') ?? '', 'a')).toBe('x')
  expect(() => readConfig({ SEALING_KEY: 'for kort' })).toThrow('SEALING_KEY')
})
