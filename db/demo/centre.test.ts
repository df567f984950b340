import { describe, expect, test } from 'vitest'
import type { Role } from '../../src/features/centre/roles.ts'
import { people, peopleOf, peopleWith, person } from './centre.ts'
import { centre, schools } from './centre.table.ts'
import { generateCompanies } from './company-facts.ts'
import { contactColumns, schoolContacts } from './school-contacts.ts'

const everyRole: Role[] = [
  'administrator',
  'coordinator',
  'consultant',
  'caller',
  'leader',
  'employee',
  'council',
  'teacher',
  'partner',
]

describe('the centre', () => {
  test('has eight schools of different kinds, each with its own number and domain', () => {
    expect(schools.length).toBe(8)
    expect(new Set(schools.map((each) => each.institutionNumber)).size).toBe(8)
    expect(new Set(schools.map((each) => each.mailDomain)).size).toBe(8)
    for (const each of schools) {
      expect(each.institutionNumber).toMatch(/^[A-Z0-9]{6}$/)
      expect(centre.municipalities).toContain(each.municipality)
    }
    expect(schools.reduce((sum, each) => sum + each.callShare, 0)).toBe(100)
  })

  test('has every role, and at each school a leader, a consultant, an employee and a teacher', () => {
    for (const role of everyRole) expect(peopleWith(role).length).toBeGreaterThan(0)
    for (const each of schools) {
      const roles = new Set(peopleOf(each.key).map(({ role }) => role))
      expect(roles).toEqual(new Set<Role>(['leader', 'consultant', 'employee', 'teacher']))
    }
  })

  test('gives each person one mailbox under .example, at their own school, and one phone', () => {
    expect(new Set(people.map((each) => each.email)).size).toBe(people.length)
    expect(new Set(people.map((each) => each.phone)).size).toBe(people.length)
    for (const each of people) expect(each.email).toMatch(/^[a-z.]+@[a-z.-]+\.example$/)
    for (const each of schools)
      for (const { email } of peopleOf(each.key)) expect(email.endsWith(`@${each.mailDomain}`)).toBe(true)
  })

  test('knows the people of the scenes and the pictures', () => {
    for (const name of [
      'Hanne Lind',
      'Sofie Holst',
      'Peter Vang',
      'Lone Krag',
      'Omar Saleh',
      'Torben Friis',
      'Mette Kjær',
    ])
      expect(person(name).name).toBe(name)
    expect(person('Jens Toft').leftDaysAgo).toBeGreaterThan(0)
    expect(person('Anne Skov').generalist).toBe(true)
    expect(() => person('Kaptajn Haddock')).toThrow('Nobody called')
  })
})

describe('a school’s contact list', () => {
  const companies = [...generateCompanies({ seed: 1, companies: 3000, today: '2026-11-23' })]
  const list = schoolContacts(1, 'teknisk', companies)

  test('is the same for the same seed, and differs between schools', () => {
    expect(schoolContacts(1, 'teknisk', companies)).toEqual(list)
    expect(schoolContacts(2, 'teknisk', companies)).not.toEqual(list)
    expect(schoolContacts(1, 'amu', companies)).not.toEqual(list)
  })

  test('is messy: CVR seldom, names in other spellings, phones in several', () => {
    expect(list.length).toBeGreaterThan(60)
    expect(Object.keys(list[0] ?? {})).toEqual([...contactColumns])
    const withCvr = list.filter((row) => row['CVR-nr.'] !== '').length / list.length
    expect(withCvr).toBeGreaterThan(0.2)
    expect(withCvr).toBeLessThan(0.65)
    const names = new Set(companies.map((each) => each.name))
    expect(list.filter((row) => !names.has(row.Virksomhed)).length).toBeGreaterThan(list.length / 3)
    expect(new Set(list.map((row) => row.Telefon.replace(/\d/g, '0'))).size).toBeGreaterThan(3)
  })

  test('has Jensen Smede under the name the school uses, with a phone that gives it away', () => {
    const row = list.find((each) => each.Virksomhed === 'Jensens smede')
    expect(row?.Telefon.replace(/\D/g, '').slice(-8)).toBe('70004101')
    expect(row?.Kontaktperson).toBe('Bent Jensen')
  })

  test('has companies that two schools both know', () => {
    const other = new Set(
      schoolContacts(1, 'transport', companies).map((row) => row.Telefon.replace(/\D/g, '').slice(-8)),
    )
    const shared = list.filter((row) => row.Telefon && other.has(row.Telefon.replace(/\D/g, '').slice(-8)))
    expect(shared.length).toBeGreaterThan(0)
  })
})
