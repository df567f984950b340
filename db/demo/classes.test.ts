import { expect, test } from 'vitest'
import { schools } from './centre.table.ts'
import { classColumns, classesCsv, generateClasses } from './classes.ts'

const today = '2026-11-23'
const classes = generateClasses(1, today)

test('44 classes of 15 courses at all eight schools, 31 of them under their own minimum', () => {
  expect(classes.length).toBe(44)
  expect(new Set(classes.map((each) => each.holdTitle)).size).toBe(15)
  expect(new Set(classes.map((each) => each.institution))).toEqual(new Set(schools.map((each) => each.name)))
  expect(
    classes.filter((each) => Number(each.currentParticipantAmount) < Number(each.minimumParticipants)).length,
  ).toBe(31)
})

test('Lean-værktøjer i produktionen: three schools have 3, 5 and 4, and each needs 8', () => {
  const lean = classes.filter((each) => each.holdTitle === 'Lean-værktøjer i produktionen')
  expect(lean.map((each) => each.currentParticipantAmount).toSorted()).toEqual(['3', '4', '5'])
  expect(new Set(lean.map((each) => each.institution)).size).toBe(3)
  for (const each of lean) {
    expect(each.minimumParticipants).toBe('8')
    expect(each.garantiKursus).toBe('False')
    expect(each.startDate >= '2027-01-18' && each.startDate <= '2027-01-26').toBe(true)
  }
})

test('same seed and day → the same classes; another seed → other ids', () => {
  expect(generateClasses(1, today)).toEqual(classes)
  expect(generateClasses(2, today)).not.toEqual(classes)
})

test('nobody is taught in the weekend, at Christmas or in July, whatever day the demo is loaded', () => {
  for (const day of ['2026-11-23', '2026-05-17', '2027-01-01', '2026-12-27', '2028-02-29'])
    for (const each of generateClasses(1, day)) {
      expect(each.startDate > day).toBe(true)
      expect(each.startDate.slice(5)).not.toMatch(/^(07|12-2[1-9]|12-3|01-0[1-3])/)
      for (const date of [each.startDate, each.endDate]) expect([0, 6]).not.toContain(new Date(date).getUTCDay())
      expect(each.endDate >= each.startDate && each.tilmeldingsFrist < each.startDate).toBe(true)
    }
})

test('free seats add up, and the quick number begins with the school’s own', () => {
  const byName = new Map(schools.map((each) => [each.name, each.institutionNumber]))
  for (const each of classes) {
    expect(Number(each.ledigePladser)).toBe(Number(each.participantCapacity) - Number(each.currentParticipantAmount))
    expect(each.kviknummer.startsWith(byName.get(each.institution) ?? 'unknown')).toBe(true)
    expect(new URL(each.link).searchParams.get('kviknummer')).toBe(each.kviknummer)
    expect(new URL(each.link).hostname).toMatch(/\.example$/)
  }
  expect(new Set(classes.map((each) => each.kviknummer)).size).toBe(44)
  expect(new Set(classes.map((each) => each.id)).size).toBe(44)
})

test('the CSV has the portal’s header, a byte-order mark and a line for each class', () => {
  const [header, ...lines] = classesCsv(1, today).trimEnd().split('\n')
  expect(header).toBe(`\uFEFF${classColumns.join(',')}`)
  expect(lines.length).toBe(44)
})
