import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'tov-match-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, lines: readonly unknown[]) => {
  const path = join(folder, name)
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}
const match = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tovholder.ts', 'match', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const company = (cvr: string, name: string, more: object = {}) => ({
  ...{ cvr, pnr: '', name, street: 'Havnegade', house: '1', pc: '7700', city: 'Thisted', kom: 1, phone: '' },
  ...{ email: '', domain: '', branch: '433200', person: '', inCallList: true, ...more },
})
const register = [
  company('10000009', 'Holm Murer ApS', { phone: '97921111' }),
  '{"cvr": broken',
  company('10000025', 'Dahls Revision A/S', { street: 'Ringvej', phone: '97922222', pc: '9000', city: 'Aalborg' }),
]
const contact = (id: number, name: string, more: object = {}) => ({
  ...{
    id,
    truth: 0,
    truthCvr: '10000009',
    name,
    cvr: '',
    address: '',
    pc: '',
    city: '',
    phone: '',
    email: '',
    person: '',
    ...more,
  },
})

test('one line a contact and nothing else; rows count lines of the register, broken ones too; the truth is not read', () => {
  const contacts = [
    contact(0, 'DAHLS REVISION', { phone: '97 92 22 22', address: 'Ringvej 1', pc: '9000' }),
    '[]',
    contact(7, 'Thisted Kommune', { phone: '99171717', address: 'Asylgade 30' }),
  ]
  const { status, stdout, stderr } = match(
    file('register.jsonl.gz', register),
    file('contacts.jsonl', contacts),
    '--json',
  )
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): { id: number; row: number; cvr: string; reasons: [string, number][] } => JSON.parse(line))
  expect(lines.map(({ id, row, cvr }) => [id, row, cvr])).toEqual([
    [0, 2, '10000025'],
    [7, -1, ''],
  ])
  expect(lines[0]?.reasons.map(([of]) => of)).toEqual(expect.arrayContaining(['phone', 'name', 'address']))
  expect(stderr).toMatch(/register\.jsonl\.gz, line 2 is not JSON/)
  expect(stderr).toMatch(/contacts\.jsonl, line 2 is no object/)
  expect(status).toBe(0)
})

test('what cannot be read is said in a sentence, and ends with 1', () => {
  const whole = file('whole.jsonl', register)
  const absent = match(join(folder, 'nowhere.jsonl.gz'), whole, '--json')
  expect([absent.status, absent.stdout]).toEqual([1, ''])
  expect(absent.stderr).toMatch(/There is no file .*nowhere\.jsonl\.gz\.\n/)

  const cut = join(folder, 'cut.jsonl.gz')
  writeFileSync(cut, gzipSync(JSON.stringify(register).repeat(50)).subarray(0, 60))
  const broken = match(cut, whole, '--json')
  expect([broken.status, broken.stdout]).toEqual([1, ''])
  expect(broken.stderr).toMatch(/cut\.jsonl\.gz breaks off after line/)
})
