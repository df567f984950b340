import { expect, test } from 'vitest'
import { schools } from './centre.table.ts'
import { daysAfter } from './dates.ts'
import { isWorkday } from './seed-calendar.ts'
import { classColumns, classesCsv, generateClasses } from './classes.ts'

const today = '2026-11-23'
const classes = generateClasses(1, today)

test('51 classes of 22 courses at all eight schools, 33 of them under their own minimum: AMU, FVU, OBU, AVU and HF', () => {
  expect(classes.length).toBe(51)
  expect(new Set(classes.map((each) => each.holdTitle)).size).toBe(22)
  const kinds = new Set(classes.map((each) => new URL(each.link).searchParams.get('type')))
  expect(kinds).toEqual(new Set(['amu', 'avu', 'fvu', 'hf', 'obu']))
  expect(new Set(classes.map((each) => each.institution))).toEqual(new Set(schools.map((each) => each.name)))
  expect(
    classes.filter((each) => Number(each.currentParticipantAmount) < Number(each.minimumParticipants)).length,
  ).toBe(33)
})

test('Lean-værktøjer i produktionen: three schools have 3, 5 and 4, and each needs 8', () => {
  const lean = classes.filter((each) => each.holdTitle.startsWith('Lean-værktøjer i produktionen'))
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

test('AMU courses have their own titles and lengths, or say that they are examples', () => {
  const real = {
    22906: ['Sikkerhed v. asbestarbejde uden autorisationskrav', '2', '436'],
    42994: ['Rengøring og rengøringskontrol', '2', '436'],
    48652: ['Kvalifikation til persontransport i mindre køretøj', '10', '2180'],
  }
  for (const { link, holdTitle, duration, normpris } of classes.filter((each) => each.link.includes('type=amu'))) {
    const code = new URL(link).searchParams.get('subject_code') ?? ''
    const known = Object.entries(real).find(([one]) => one === code)?.[1]
    expect(known ?? [holdTitle, duration, normpris]).toEqual([holdTitle, duration, normpris])
    expect(known !== undefined || holdTitle.endsWith('(eksempel)')).toBe(true)
  }
})

test('nobody begins, ends or signs up on a weekend, a holiday or at Christmas, whatever day the demo is loaded', () => {
  const days = Array.from({ length: 60 }, (_, nth) => daysAfter('2026-05-17', nth * 7))
  for (const day of ['2026-11-23', '2027-01-01', '2026-12-27', '2028-02-29', ...days])
    for (const { holdTitle, startDate, endDate, tilmeldingsFrist, duration, link } of generateClasses(1, day)) {
      expect(startDate > day && endDate >= startDate && tilmeldingsFrist < startDate).toBe(true)
      for (const date of [startDate, endDate, tilmeldingsFrist])
        expect([day, holdTitle, date, isWorkday(date)]).toEqual([day, holdTitle, date, true])
      expect(tilmeldingsFrist.slice(5)).not.toMatch(/^(12-2[3-9]|12-3|01-0[12])/)
      // Day after day but for weekends: no course of a week is broken in two by Christmas.
      const span = (Date.parse(endDate) - Date.parse(startDate)) / 86_400_000
      if (link.includes('type=amu')) expect(span).toBeLessThanOrEqual(Number(duration) * 2)
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
  expect(new Set(classes.map((each) => each.kviknummer)).size).toBe(51)
  expect(new Set(classes.map((each) => each.id)).size).toBe(51)
})

test('the CSV has the portal’s header, a byte-order mark and a line for each class', () => {
  const [header, ...lines] = classesCsv(1, today).trimEnd().split('\n')
  expect(header).toBe(`\uFEFF${classColumns.join(',')}`)
  expect(lines.length).toBe(51)
})
