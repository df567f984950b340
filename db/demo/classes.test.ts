import { expect, test } from 'vitest'
import { schools } from './centre.table.ts'
import { classColumns, classesCsv, generateClasses } from './classes.ts'
import { daysAfter } from './dates.ts'
import { isWorkday } from './seed-calendar.ts'

const today = '2026-11-23'
const classes = generateClasses(1, today)
const distinct = (values: readonly unknown[]) => new Set(values).size
const inLink = (link: string, key: string) => new URL(link).searchParams.get(key) ?? ''

test('51 classes of 22 courses at all eight schools, 33 of them under their own minimum: AMU, FVU, OBU, AVU and HF', () => {
  expect(classes.length).toBe(51)
  expect(distinct(classes.map((each) => each.holdTitle))).toBe(22)
  const kinds = new Set(classes.map(({ link }) => inLink(link, 'type')))
  expect(kinds).toEqual(new Set(['amu', 'avu', 'fvu', 'hf', 'obu']))
  expect(new Set(classes.map((each) => each.institution))).toEqual(new Set(schools.map((each) => each.name)))
  const low = classes.filter((each) => Number(each.currentParticipantAmount) < Number(each.minimumParticipants))
  expect(low.length).toBe(33)
})

test('same seed and day → the same classes; another seed → other ids', () => {
  expect(generateClasses(1, today)).toEqual(classes)
  expect(generateClasses(2, today)).not.toEqual(classes)
})

test('AMU courses have their own titles and lengths, or say that they are examples', () => {
  const real: Readonly<Record<string, readonly string[]>> = {
    22906: ['Sikkerhed v. asbestarbejde uden autorisationskrav', '2', '436'],
    42994: ['Rengøring og rengøringskontrol', '2', '436'],
    48652: ['Kvalifikation til persontransport i mindre køretøj', '10', '2180'],
  }
  for (const { link, holdTitle, duration, normpris } of classes.filter((each) => each.link.includes('type=amu'))) {
    const known = real[inLink(link, 'subject_code')]
    if (known) expect([holdTitle, duration, normpris]).toEqual(known)
    else expect(holdTitle).toMatch(/\(eksempel\)$/)
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

test('free seats add up, the quick number begins with the school’s own, and the CSV is the portal’s', () => {
  const byName = new Map(schools.map((each) => [each.name, each.institutionNumber]))
  for (const each of classes) {
    expect(Number(each.ledigePladser)).toBe(Number(each.participantCapacity) - Number(each.currentParticipantAmount))
    expect(each.kviknummer.startsWith(byName.get(each.institution) ?? 'unknown')).toBe(true)
    expect(inLink(each.link, 'kviknummer')).toBe(each.kviknummer)
    expect(new URL(each.link).hostname).toMatch(/\.example$/)
  }
  expect([distinct(classes.map((each) => each.kviknummer)), distinct(classes.map((each) => each.id))]).toEqual([51, 51])
  const [header, ...lines] = classesCsv(1, today).trimEnd().split('\n')
  expect(header).toBe(`\uFEFF${classColumns.join(',')}`)
  expect([lines.length, classColumns.length]).toEqual([51, 31])
})
