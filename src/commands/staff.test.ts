import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { staff } from './staff.ts'
import { Used } from './used.ts'

const folder = mkdtempSync(join(tmpdir(), 'tov-staff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
/** The command by itself: what it says beside its answer, and the answer. */
const carryOut = async (path: string, seconds?: string) => {
  const said: string[] = []
  const values = { 'dry-run': false, replace: false, json: true, ...(seconds !== undefined && { seconds }) }
  const answer = await staff({ values, rest: [path], say: (sentence) => void said.push(sentence) })
  return { refused: answer.refused, lines: answer.lines, said }
}
const person = (school: number, level: number) => ({
  ...{ school, kom: 0, ex: [level, ...Array<number>(11).fill(0)], learn: [0], free: [0, 1], cap: 1 },
})
const instance = JSON.stringify({
  schools: [
    { kom: 0, target: 0.5, cap: 3 },
    { kom: 0, target: 0.5, cap: 3 },
  ],
  cons: [person(0, 3), person(1, 1)],
  visits: [{ kom: 0, br: 0, sv: [0], two: false, slots: [0, 1], fixed: 0, contact: -1 }],
})
const gz = file('instance.json.gz', gzipSync(instance))

test('one object on standard output and nothing else, well within the time where nothing better is possible', () => {
  const asked = ['src/tovholder.ts', 'staff', gz, '--seconds', '600', '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, asked, { encoding: 'utf8' })
  const answer: unknown = JSON.parse(stdout)
  // 100 + 24 for the topic; 4 along, 20 to learn, 6 from another school.
  expect(answer).toEqual({
    ...{ assignments: [{ visit: 0, slot: expect.any(Number), lead: 0, second: 1 }], points: 154 },
    bound: expect.closeTo(154, 4),
  })
  expect([status, stderr]).toEqual([0, ''])
})

test('what cannot be read is said in a sentence, and refused', async () => {
  const refused: [string, RegExp][] = [
    [join(folder, 'nowhere.json.gz'), /^There is no file .*nowhere\.json\.gz\.$/],
    [folder, /tov-staff-.* is not a file\.$/],
    [file('cut.json.gz', gzipSync(instance).subarray(0, 60)), /cut\.json\.gz cannot be unpacked, it is broken/],
    [file('text.json', 'visits: 3'), /text\.json is not JSON: /],
    [
      file('other.json', '{"schools": [], "cons": []}'),
      /other\.json is no instance: visits must be a list of visits\.$/,
    ],
  ]
  for (const [path, sentence] of refused)
    expect(await carryOut(path, '1')).toEqual({ refused: true, lines: [], said: [expect.stringMatching(sentence)] })
})

test('how long it may take is a number of seconds, else the command is used wrongly', async () => {
  for (const seconds of ['0', '-1', 'soon', '', 'Infinity'])
    await expect(carryOut(gz, seconds)).rejects.toThrow(/say a number of seconds above 0, at most 86400/)
  await expect(carryOut(gz)).rejects.toThrow(Used)
})
