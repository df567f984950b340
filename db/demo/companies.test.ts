import v8 from 'node:v8'
import vm from 'node:vm'
import { describe, expect, test } from 'vitest'
import { readCvr } from '../../src/features/official-codes/official-codes.ts'
import { municipalities } from './area.ts'
import { companyDocument, demoCompanies, generateRegister, interval, workplaceDocument } from './companies.ts'
import { companyStories } from './story-companies.ts'

v8.setFlagsFromString('--expose-gc')
const collectGarbage: () => void = vm.runInNewContext('gc')
const used = () => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const today = '2026-11-23'
const first = (seed: number, companies: number) => [...generateRegister({ seed, companies, today })]
const world = first(1, demoCompanies)
const companies: ReturnType<typeof companyDocument>['Vrvirksomhed'][] = []
const workplaces: ReturnType<typeof workplaceDocument>['VrproduktionsEnhed'][] = []
for (const document of world) {
  if ('Vrvirksomhed' in document) companies.push(document.Vrvirksomhed)
  else workplaces.push(document.VrproduktionsEnhed)
}
const between = (value: number, least: number, most: number) => {
  expect(value).toBeGreaterThan(least)
  expect(value).toBeLessThan(most)
}
const industryOf = (at: (typeof workplaces)[number]) => at.hovedbranche[0]?.branchekode ?? ''
const ownerOf = (at: (typeof workplaces)[number]) => at.virksomhedsrelation[0]?.cvrNummer ?? 0

describe('the region', () => {
  test('is the same for the same seed, another for another, and begins alike however many companies are asked for', () => {
    const few = first(7, 100)
    expect(first(7, 300).slice(0, few.length)).toEqual(few)
    expect(first(7, 100)).toEqual(few)
    expect(first(8, 100)).not.toEqual(few)
  })

  test('has over 12 000 entities, three companies to two workplaces, and begins with the companies of the stories', () => {
    between(world.length, 12_000, 16_000)
    between(companies.length / world.length, 0.56, 0.64)
    const names = companies.slice(0, companyStories.length).map((each) => each.navne[0]?.navn)
    expect(names).toEqual(companyStories.map(({ name }) => name))
  })

  test('has each municipality as one large employer: care homes, children’s houses, home care, schools, cleaning and roads', () => {
    const employers = companies.filter((each) => each.virksomhedsform[0]?.kortBeskrivelse === 'KOM')
    const names = employers.map((each) => each.navne[0]?.navn).toSorted()
    expect(names).toEqual(municipalities.map(({ name }) => `${name} Kommune`).toSorted())
    for (const { cvrNummer, penheder } of employers) {
      expect(penheder.length).toBeGreaterThanOrEqual(18)
      const codes = new Set(workplaces.filter((each) => ownerOf(each) === cvrNummer).map(industryOf))
      for (const code of ['871010', '889150', '881010', '852010', '812100', '421100']) expect(codes).toContain(code)
    }
    const cared = workplaces.filter((each) => industryOf(each) === '871010')
    const municipal = cared.filter((each) => employers.some(({ cvrNummer }) => cvrNummer === ownerOf(each)))
    expect(municipal.length / cared.length).toBeGreaterThan(0.4)
  })

  test('has something to do for everyone: small metal workshops, Thisted, all municipalities', () => {
    const size = (at: (typeof workplaces)[number]) => at.aarsbeskaeftigelse.at(-1)?.intervalKodeAntalAnsatte ?? ''
    const tiny = workplaces.filter((each) => industryOf(each).startsWith('25') && /_(0|1|4|9)$/.test(size(each)))
    expect(tiny.length).toBeGreaterThan(80)
    const codes = workplaces.map((each) => each.beliggenhedsadresse[0]?.kommune.kommuneKode)
    expect(new Set(codes)).toEqual(new Set(municipalities.map(({ code }) => code)))
    expect(codes.filter((code) => code === 787).length).toBeGreaterThan(150)
  })

  test('has names that break screens: eighty characters, Æ Ø Å and Aa', () => {
    const names = companies.map((each) => each.navne[0]?.navn ?? '')
    expect(names.filter((name) => name.length >= 75).length).toBeGreaterThan(3)
    for (const letter of ['Æ', 'Ø', 'Å', 'Aa']) expect(names.some((name) => name.startsWith(letter))).toBe(true)
    expect(names.filter((name) => /[{}]|undefined/.test(name))).toEqual([])
  })
})

describe('numbers and addresses', () => {
  test('every CVR number passes the check digit, lies above the real ones, and is used once in 20 000', () => {
    const numbers = first(3, 20_000).flatMap((each) => ('Vrvirksomhed' in each ? [each.Vrvirksomhed.cvrNummer] : []))
    for (const cvr of numbers) expect([readCvr(String(cvr)), cvr >= 60_000_000]).toEqual([{ value: String(cvr) }, true])
    expect(new Set(numbers).size).toBe(20_000)
  })

  test('every P-number has ten digits; no two workplaces share one, no two companies a phone number', () => {
    const pNumbers = new Set(workplaces.map((each) => String(each.pNummer)))
    expect(pNumbers.size).toBe(workplaces.length)
    for (const number of pNumbers) expect(number).toMatch(/^1\d{9}$/)
    const phones = companies.flatMap((each) => each.telefonNummer.map(({ kontaktoplysning }) => kontaktoplysning))
    expect(new Set(phones).size).toBe(phones.length)
    for (const phone of phones) expect(phone).toMatch(/^70\d{6}$/)
  })

  test('every mail and home page ends in .example; own domains belong to one company, free mail to many', () => {
    const contacts = [...companies, ...workplaces].flatMap((each) => each.elektroniskPost.concat(each.hjemmeside))
    expect(contacts.length).toBeGreaterThan(5000)
    for (const { kontaktoplysning } of contacts) expect(kontaktoplysning).toMatch(/^[a-z0-9@.-]+\.example$/)
    const owners = Map.groupBy(companies, (each) => each.elektroniskPost[0]?.kontaktoplysning.split('@')[1])
    const shared = [...owners].flatMap(([domain, own]) => (domain && own.length > 1 ? [domain] : []))
    expect(new Set(shared)).toEqual(new Set(['bredbaandspost.example', 'mailhuset.example', 'postkasse.example']))
  })
})

describe('the documents', () => {
  test('every workplace belongs to a company already given, which names it', () => {
    const named = new Map(companies.map((each) => [each.cvrNummer, each.penheder.map(({ pNummer }) => pNummer)]))
    for (const workplace of workplaces) expect(named.get(ownerOf(workplace))).toContain(workplace.pNummer)
    expect([...named.values()].flat().length).toBe(workplaces.length)
  })

  test('every period ends after it begins and never begins after today', () => {
    for (const { navne, beliggenhedsadresse, hovedbranche, livsforloeb } of [...companies, ...workplaces])
      for (const { periode } of [...navne, ...beliggenhedsadresse, ...hovedbranche, ...livsforloeb]) {
        expect(periode.gyldigFra <= today).toBe(true)
        expect(periode.gyldigTil === null || periode.gyldigTil >= periode.gyldigFra).toBe(true)
      }
  })

  test('about a quarter is protected against advertising, some have closed, some keep their mail secret', () => {
    between(companies.filter((each) => each.reklamebeskyttet).length / companies.length, 0.2, 0.3)
    expect(companies.filter((each) => each.livsforloeb[0]?.periode.gyldigTil).length).toBeGreaterThan(200)
    expect(companies.filter((each) => each.elektroniskPost[0]?.hemmelig).length).toBeGreaterThan(50)
  })

  test('the branch is written twice across 1 January 2025, when db25 took over, the later one first', () => {
    const lives = ({ livsforloeb: [life] }: (typeof companies)[number]) => life?.periode
    const old = companies.find((each) => (lives(each)?.gyldigFra ?? '') < '2020' && lives(each)?.gyldigTil === null)
    expect(old?.hovedbranche.map((each) => each.periode.gyldigTil)).toEqual([null, '2024-12-31'])
  })

  test('a number of people falls in the register’s own interval', () => {
    const codes = '0_0 1_1 2_4 5_9 10_19 20_49 50_99 500_999 1000_999999'.split(' ')
    expect([0, 1, 4, 5, 19, 49, 50, 999, 1000].map(interval)).toEqual(codes.map((code) => `ANTAL_${code}`))
  })
})

test('more than 60 000 entities come lazily, in bounded memory', () => {
  const before = used()
  let entities = 0
  let highest = 0
  for (const _ of generateRegister({ seed: 2, companies: 40_000, today })) {
    if (++entities % 15_000 === 0) highest = Math.max(highest, used())
  }
  expect(entities).toBeGreaterThan(60_000)
  // What is kept is the first names and domains, some 3 MB; the documents themselves would be some 160.
  expect(highest - before).toBeLessThan(40e6)
})
