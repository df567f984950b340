import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../src/features/centre/roles.ts'
import { municipalities } from './area.ts'
import { people, peopleOf, peopleWith, person } from './centre.ts'
import { schools } from './centre.table.ts'
import { generateCompanies } from './company-facts.ts'
import { industries } from './industries.ts'
import { makeDeck, mostTimes, seasonOf, tradeOf, trades } from './said.ts'
import { wholeNames } from './names.table.ts'
import { hash, random } from './random.ts'
import { contactColumns, schoolContacts } from './school-contacts.ts'

describe('the centre', () => {
  test('has eight schools, each with its own number and domain, in the eight municipalities around the Limfjord', () => {
    expect(municipalities.map(({ name }) => name)).toEqual([
      'Holstebro',
      'Lemvig',
      'Struer',
      'Morsø',
      'Skive',
      'Thisted',
      'Viborg',
      'Vesthimmerlands',
    ])
    expect(new Set(schools.map((each) => each.institutionNumber)).size).toBe(8)
    expect(new Set(schools.map((each) => each.mailDomain)).size).toBe(8)
    for (const { institutionNumber, municipality, postalCode } of schools) {
      expect(institutionNumber).toMatch(/^[A-Z0-9]{6}$/)
      const home = municipalities.find(({ code }) => code === municipality)
      expect(home?.towns.map((town) => town.postalCode)).toContain(postalCode)
    }
  })

  test('has every role, and at each school a leader, a consultant, an employee and a teacher', () => {
    for (const role of roles) expect(peopleWith(role).length).toBeGreaterThan(0)
    for (const { key } of schools)
      expect(new Set(peopleOf(key).map(({ role }) => role))).toEqual(
        new Set<Role>(['leader', 'consultant', 'employee', 'teacher']),
      )
  })

  test('gives each person one mailbox under .example, at their own school, and one phone', () => {
    expect(new Set(people.map((each) => each.email)).size).toBe(people.length)
    expect(new Set(people.map((each) => each.phone)).size).toBe(people.length)
    for (const each of people) expect(each.email).toMatch(/^[a-z.]+@[a-z0-9.-]+\.example$/)
    for (const { key, mailDomain } of schools)
      for (const { email } of peopleOf(key)) expect(email.endsWith(`@${mailDomain}`)).toBe(true)
    expect(wholeNames.filter((name) => people.some((each) => each.name === name))).toEqual([])
    expect(person('Jens Toft').leftDaysAgo).toBeGreaterThan(0)
    expect(() => person('Kaptajn Haddock')).toThrow('Nobody called')
  })
})

describe('what companies say', () => {
  const of = (industry: string, employees: number | null) => ({
    cvr: '60000000',
    industry,
    employees,
    employeesFrom: null,
    town: 'Skive',
  })

  test('every industry has a trade, and every trade somebody who visits it', () => {
    const spoken = trades.flatMap(({ kinds }) => kinds)
    expect(industries.filter(({ kind }) => !spoken.includes(kind))).toEqual([])
    for (const { who } of trades) for (const name of who) expect(person(name).role).toBe('consultant')
  })

  test('a care home, a children’s house, a residential home and a foot therapist are four', () => {
    expect(['871010', '889130', '873010', '869090'].map((code) => tradeOf(code).name)).toEqual([
      'plejehjem',
      'børnehus',
      'bosted',
      'fodterapeut',
    ])
  })

  test('is of its own trade, fits its size and the season, and is said twice in the world at most', () => {
    const deck = makeDeck()
    const dice = random(hash('test'))
    const small = of('251100', 6)
    const said: string[] = []
    for (let nth = 0; nth < 60; nth++) {
      const need = deck.need(dice, { ...small, cvr: String(nth) }, '2026-04-14')
      if (need) said.push(need.words)
    }
    const own = tradeOf('251100')
      .says.split('\n')
      .filter((line) => said.some((words) => line.includes(words)))
    expect(own.length).toBeGreaterThan(3)
    expect(said.every((words) => own.some((line) => line.includes(words)))).toBe(true)
    expect(own.filter((line) => line.includes('10+'))).toEqual([])
    for (const words of said) expect(said.filter((other) => other === words).length).toBeLessThanOrEqual(mostTimes)
    expect(seasonOf('2026-04-14')).toBe('forår')
    const frost = 'Når det fryser'
    const inSpring = Array.from({ length: 30 }, (_, nth) =>
      deck.need(dice, { ...of('433200', 9), cvr: `t${nth}` }, '2026-04-14'),
    )
    expect(inSpring.filter((need) => need?.words.startsWith(frost))).toEqual([])
    const inWinter = Array.from({ length: 30 }, (_, nth) =>
      deck.need(dice, { ...of('433200', 9), cvr: `v${nth}` }, '2026-12-03'),
    )
    expect(inWinter.some((need) => need?.words.startsWith(frost))).toBe(true)
    const notesOf = (date: string) =>
      Array.from({ length: 40 }, (_, nth) =>
        makeDeck().note(random(nth), 'senere', { ...of('107120', 9), cvr: `j${nth}` }, date, {}),
      )
    expect(notesOf('2027-02-03').filter((note) => /jul/i.test(note))).toEqual([])
    expect(notesOf('2026-12-03').some((note) => note.startsWith('Julebag'))).toBe(true)
  })

  test('never names dyslexia, and FVU-start is spoken Danish for those who speak another language', () => {
    const all = trades.flatMap(({ says }) =>
      says
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    )
    expect(all.filter((line) => /^obu|ordblind/i.test(line))).toEqual([])
    const start = all.filter((line) => line.startsWith('fvu-start'))
    expect(start.length).toBeGreaterThan(3)
    for (const line of start) expect(line).toMatch(/sprog|polske|rumænske|Rumænien|lande|Ukraine/)
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
    const digits = (row: { Telefon: string }) => row.Telefon.replace(/\D/g, '').slice(-8)
    const other = new Set(schoolContacts(1, 'amu', companies).map(digits))
    expect(list.filter((row) => row.Telefon && other.has(digits(row))).length).toBeGreaterThan(0)
  })
})
