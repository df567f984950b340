import { describe, expect, test } from 'vitest'
import { CENTRE, peopleOf, peopleWith, person, SCHOOLS } from './centre.ts'
import { generateCompanies } from './company-facts.ts'
import { PEOPLE, type Role } from './people.table.ts'
import { CONTACT_COLUMNS, schoolContacts } from './school-contacts.ts'

const ROLES: Role[] = [
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
    expect(SCHOOLS.length).toBe(8)
    expect(new Set(SCHOOLS.map((each) => each.institutionNumber)).size).toBe(8)
    expect(new Set(SCHOOLS.map((each) => each.mailDomain)).size).toBe(8)
    for (const each of SCHOOLS) {
      expect(each.institutionNumber).toMatch(/^[A-Z0-9]{6}$/)
      expect(CENTRE.municipalities).toContain(each.municipality)
    }
    expect(SCHOOLS.reduce((sum, each) => sum + each.callShare, 0)).toBe(100)
  })

  test('has every role, and at each school a leader, a consultant, an employee and a teacher', () => {
    for (const role of ROLES) expect(peopleWith(role).length).toBeGreaterThan(0)
    for (const each of SCHOOLS) {
      const roles = new Set(peopleOf(each.key).map(({ role }) => role))
      expect(roles).toEqual(new Set<Role>(['leader', 'consultant', 'employee', 'teacher']))
    }
  })

  test('gives each person one mailbox under .example, at their own school, and one phone', () => {
    expect(new Set(PEOPLE.map((each) => each.email)).size).toBe(PEOPLE.length)
    expect(new Set(PEOPLE.map((each) => each.phone)).size).toBe(PEOPLE.length)
    for (const each of PEOPLE) expect(each.email).toMatch(/^[a-z.]+@[a-z.-]+\.example$/)
    for (const each of SCHOOLS)
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
    expect(Object.keys(list[0] ?? {})).toEqual([...CONTACT_COLUMNS])
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
