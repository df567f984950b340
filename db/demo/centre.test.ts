import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../src/features/centre/roles.ts'
import { municipalities } from './area.ts'
import { people, peopleOf, peopleWith, person } from './centre.ts'
import { schools } from './centre.table.ts'
import { generateCompanies } from './company-facts.ts'
import { industries } from './industries.ts'
import { wholeNames } from './names.table.ts'
import { hash, random } from './random.ts'
import { makeDeck, mostTimes, seasonOf, tradeOf, trades } from './said.ts'
import { contactColumns, schoolContacts } from './school-contacts.ts'

const distinct = (values: readonly unknown[]) => new Set(values).size

describe('the centre', () => {
  test('has eight schools, each with its own number and domain, in the eight municipalities around the Limfjord', () => {
    const area = 'Holstebro, Lemvig, Struer, Morsø, Skive, Thisted, Viborg, Vesthimmerlands'
    expect(municipalities.map(({ name }) => name).join(', ')).toBe(area)
    expect(distinct(schools.map((each) => each.institutionNumber))).toBe(8)
    expect(distinct(schools.map((each) => each.mailDomain))).toBe(8)
    for (const { institutionNumber, municipality, postalCode } of schools) {
      expect(institutionNumber).toMatch(/^[A-Z0-9]{6}$/)
      const towns = municipalities.find(({ code }) => code === municipality)?.towns
      expect(towns?.map((town) => String(town.postalCode))).toContain(postalCode)
    }
  })

  test('has every role, and at each school a leader, a consultant, an employee and a teacher', () => {
    for (const role of roles) expect(peopleWith(role).length).toBeGreaterThan(0)
    const each = new Set<Role>(['leader', 'consultant', 'employee', 'teacher'])
    for (const { key } of schools) expect(new Set(peopleOf(key).map(({ role }) => role))).toEqual(each)
  })

  test('gives each person one mailbox under .example, at their own school, and one phone', () => {
    expect(distinct(people.map(({ email }) => email))).toBe(people.length)
    expect(distinct(people.map(({ phone }) => phone))).toBe(people.length)
    for (const { email } of people) expect(email).toMatch(/^[a-z.]+@[a-z0-9.-]+\.example$/)
    for (const { key, mailDomain } of schools)
      for (const { email } of peopleOf(key)) expect(email.endsWith(`@${mailDomain}`)).toBe(true)
    expect(wholeNames.filter((name) => people.some((each) => each.name === name))).toEqual([])
    expect(person('Jens Toft').leftDaysAgo).toBeGreaterThan(0)
    expect(() => person('Kaptajn Haddock')).toThrow('Nobody called')
  })
})

describe('what companies say', () => {
  /** Many companies alike. */
  const many = (count: number, industry: string, employees: number) =>
    Array.from({ length: count }, (_, nth) => ({
      ...{ cvr: `${industry} ${nth}`, industry, employees, employeesFrom: null, town: 'Skive' },
    }))

  test('every industry has a trade, and every trade somebody who visits it', () => {
    const spoken = trades.flatMap(({ kinds }) => kinds)
    expect(industries.filter(({ kind }) => !spoken.includes(kind))).toEqual([])
    for (const { who } of trades) for (const name of who) expect(person(name).role).toBe('consultant')
  })

  test('a care home, a children’s house, a residential home and a foot therapist are four', () => {
    const names = ['871010', '889130', '873010', '869090'].map((code) => tradeOf(code).name)
    expect(names).toEqual(['plejehjem', 'børnehus', 'bosted', 'fodterapeut'])
  })

  test('is of its own trade, fits its size and the season, and is said twice in the world at most', () => {
    const deck = makeDeck()
    const dice = random(hash('test'))
    const needsOf = (of: ReturnType<typeof many>, date: string) =>
      of.flatMap((each) => deck.need(dice, each, date)?.words ?? [])
    const said = needsOf(many(60, '251100', 6), '2026-04-14')
    const own = tradeOf('251100').says.filter((line) => said.some((words) => line.includes(words)))
    expect(own.length).toBeGreaterThan(3)
    expect(said.every((words) => own.some((line) => line.includes(words)))).toBe(true)
    expect(own.filter((line) => line.includes('10+'))).toEqual([])
    for (const words of said) expect(said.filter((other) => other === words).length).toBeLessThanOrEqual(mostTimes)
    expect(seasonOf('2026-04-14')).toBe('forår')
    const frost = (words: string) => words.startsWith('Når det fryser')
    expect(needsOf(many(30, '433200', 9), '2026-04-14').some(frost)).toBe(false)
    expect(needsOf(many(30, '433200', 8), '2026-12-03').some(frost)).toBe(true)
    const notesOf = (date: string) =>
      many(40, '107120', 9).map((each, nth) => makeDeck().note(random(nth), 'senere', each, date, {}))
    expect(notesOf('2027-02-03').filter((note) => /jul/i.test(note))).toEqual([])
    expect(notesOf('2026-12-03').some((note) => note.startsWith('Julebag'))).toBe(true)
  })

  test('never names dyslexia, and FVU-start is spoken Danish for those who speak another language', () => {
    const all = trades.flatMap(({ says }) => says)
    expect(all.filter((line) => /^obu|ordblind/i.test(line))).toEqual([])
    const start = all.filter((line) => line.startsWith('fvu-start'))
    expect(start.length).toBeGreaterThan(3)
    for (const line of start) expect(line).toMatch(/sprog|polske|rumænske|Rumænien|lande|Ukraine/)
  })
})

describe('a school’s contact list', () => {
  const companies = [...generateCompanies({ seed: 1, companies: 3000, today: '2026-11-23' })]
  const list = schoolContacts(1, 'teknisk', companies)
  const digits = (row: { Telefon: string }) => row.Telefon.replace(/\D/g, '').slice(-8)

  test('is the same for the same seed, differs between schools, and shares companies with another', () => {
    expect(schoolContacts(1, 'teknisk', companies)).toEqual(list)
    expect(schoolContacts(2, 'teknisk', companies)).not.toEqual(list)
    const other = schoolContacts(1, 'amu', companies)
    expect(other).not.toEqual(list)
    expect(list.some((row) => row.Telefon && other.some((one) => digits(one) === digits(row)))).toBe(true)
  })

  test('is messy: CVR seldom, names in other spellings, phones in several', () => {
    expect(list.length).toBeGreaterThan(60)
    expect(Object.keys(list[0] ?? {})).toEqual([...contactColumns])
    const withCvr = list.filter((row) => row['CVR-nr.'] !== '').length / list.length
    expect(withCvr > 0.2 && withCvr < 0.65).toBe(true)
    const names = new Set(companies.map(({ name }) => name))
    expect(list.filter((row) => !names.has(row.Virksomhed)).length).toBeGreaterThan(list.length / 3)
    expect(distinct(list.map((row) => row.Telefon.replace(/\d/g, '0')))).toBeGreaterThan(3)
  })

  test('has Jensen Smede under the name the school uses, with a phone that gives it away', () => {
    const row = list.find((each) => each.Virksomhed === 'Jensens smede')
    expect([row && digits(row), row?.Kontaktperson]).toEqual(['70004101', 'Bent Jensen'])
  })
})
