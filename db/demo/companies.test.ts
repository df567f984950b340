import v8 from 'node:v8'
import vm from 'node:vm'
import { describe, expect, test } from 'vitest'
import { readCvr } from '../../src/features/official-codes/official-codes.ts'
import { municipalities } from './area.ts'
import { demoCompanies, generateRegister, interval } from './companies.ts'
import type { RegisterCompany, RegisterDocument, RegisterWorkplace } from './register-document.ts'
import { companyStories } from './story-companies.ts'

v8.setFlagsFromString('--expose-gc')
const collectGarbage: () => void = vm.runInNewContext('gc')

const used = () => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const today = '2026-11-23'
const world = [...generateRegister({ seed: 1, companies: demoCompanies, today })]
const companies: RegisterCompany[] = []
const workplaces: RegisterWorkplace[] = []
for (const document of world) {
  if ('Vrvirksomhed' in document) companies.push(document.Vrvirksomhed)
  else workplaces.push(document.VrproduktionsEnhed)
}
const first = (seed: number, count: number): RegisterDocument[] => {
  const found: RegisterDocument[] = []
  for (const document of generateRegister({ seed, companies: count, today })) found.push(document)
  return found
}

describe('the region', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(first(7, 400)).toEqual(first(7, 400))
    expect(JSON.stringify(first(7, 400))).not.toBe(JSON.stringify(first(8, 400)))
  })

  test('begins alike however many companies are asked for', () => {
    const few = first(7, 100)
    expect(first(7, 300).slice(0, few.length)).toEqual(few)
  })

  test('has over 12 000 entities, three companies to two workplaces', () => {
    expect(world.length).toBeGreaterThan(12_000)
    expect(world.length).toBeLessThan(16_000)
    expect(companies.length / world.length).toBeGreaterThan(0.56)
    expect(companies.length / world.length).toBeLessThan(0.64)
  })

  test('begins with the companies of the stories, by name', () => {
    expect(companies.slice(0, companyStories.length).map((each) => each.navne[0]?.navn)).toEqual(
      companyStories.map((each) => each.name),
    )
  })

  test('has each municipality as one large employer: care homes, children’s houses, home care, schools, cleaning and roads', () => {
    const employers = companies.filter((each) => each.virksomhedsform[0]?.kortBeskrivelse === 'KOM')
    expect(employers.map((each) => each.navne[0]?.navn).toSorted()).toEqual(
      municipalities.map(({ name }) => `${name} Kommune`).toSorted(),
    )
    for (const { cvrNummer, penheder } of employers) {
      expect(penheder.length).toBeGreaterThanOrEqual(18)
      const own = workplaces.filter(({ virksomhedsrelation }) => virksomhedsrelation[0]?.cvrNummer === cvrNummer)
      const codes = new Set(own.map((each) => each.hovedbranche[0]?.branchekode))
      for (const code of ['871010', '889150', '881010', '852010', '812100', '421100']) expect(codes).toContain(code)
    }
    const cared = workplaces.filter((each) => each.hovedbranche[0]?.branchekode === '871010')
    const municipal = cared.filter((each) =>
      employers.some((of) => of.cvrNummer === each.virksomhedsrelation[0]?.cvrNummer),
    )
    expect(municipal.length / cared.length).toBeGreaterThan(0.4)
  })

  test('has something to do for everyone: small metal workshops, Thisted, all municipalities', () => {
    const metal = workplaces.filter((each) => each.hovedbranche.some(({ branchekode }) => branchekode.startsWith('25')))
    const tiny = metal.filter((each) =>
      /_(0|1|4|9)$/.test(each.aarsbeskaeftigelse.at(-1)?.intervalKodeAntalAnsatte ?? ''),
    )
    expect(tiny.length).toBeGreaterThan(80)
    const codes = new Set(workplaces.map((each) => each.beliggenhedsadresse[0]?.kommune.kommuneKode))
    expect(codes).toEqual(new Set(municipalities.map((each) => each.code)))
    expect(
      workplaces.filter((each) => each.beliggenhedsadresse[0]?.kommune.kommuneNavn === 'THISTED').length,
    ).toBeGreaterThan(150)
  })

  test('has names that break screens: eighty characters, Æ Ø Å and Aa', () => {
    const names = companies.map((each) => each.navne[0]?.navn ?? '')
    expect(names.filter((name) => name.length >= 75).length).toBeGreaterThan(3)
    for (const letter of ['Æ', 'Ø', 'Å', 'Aa']) expect(names.some((name) => name.startsWith(letter))).toBe(true)
    expect(names.filter((name) => /[{}]|undefined/.test(name))).toEqual([])
  })
})

describe('the numbers', () => {
  test('every CVR number passes the check digit, lies above the real ones, and is used once in 20 000', () => {
    const seen = new Set<number>()
    for (const document of first(3, 20_000)) {
      if (!('Vrvirksomhed' in document)) continue
      const { cvrNummer } = document.Vrvirksomhed
      expect([readCvr(String(cvrNummer)), cvrNummer >= 60_000_000]).toEqual([{ value: String(cvrNummer) }, true])
      seen.add(cvrNummer)
    }
    expect(seen.size).toBe(20_000)
  })

  test('every P-number has ten digits and is used once', () => {
    const numbers = new Set(workplaces.map((each) => each.pNummer))
    expect(numbers.size).toBe(workplaces.length)
    for (const number of numbers) expect(String(number)).toMatch(/^1\d{9}$/)
  })

  test('no two companies share a phone number', () => {
    const phones = companies.flatMap((each) => each.telefonNummer.map(({ kontaktoplysning }) => kontaktoplysning))
    expect(new Set(phones).size).toBe(phones.length)
    for (const phone of phones) expect(phone).toMatch(/^70\d{6}$/)
  })
})

describe('the documents', () => {
  test('every workplace belongs to a company already given, which names it', () => {
    const named = new Map(companies.map((each) => [each.cvrNummer, each.penheder.map(({ pNummer }) => pNummer)]))
    for (const workplace of workplaces)
      expect(named.get(workplace.virksomhedsrelation[0]?.cvrNummer ?? 0)).toContain(workplace.pNummer)
    expect([...named.values()].flat().length).toBe(workplaces.length)
  })

  test('every mail and home page ends in .example', () => {
    const contacts = [...companies, ...workplaces].flatMap((each) => each.elektroniskPost.concat(each.hjemmeside))
    expect(contacts.length).toBeGreaterThan(5000)
    for (const { kontaktoplysning } of contacts) expect(kontaktoplysning).toMatch(/^[a-z0-9@.-]+\.example$/)
  })

  test('own mail domains belong to one company; free mail to many', () => {
    const owners = new Map<string, number>()
    for (const company of companies) {
      const domain = company.elektroniskPost[0]?.kontaktoplysning.split('@')[1]
      if (domain) owners.set(domain, (owners.get(domain) ?? 0) + 1)
    }
    expect(
      [...owners]
        .filter(([, count]) => count > 1)
        .map(([domain]) => domain)
        .toSorted(),
    ).toEqual(['bredbaandspost.example', 'mailhuset.example', 'postkasse.example'])
  })

  test('every period ends after it begins and never begins after today', () => {
    for (const each of [...companies, ...workplaces])
      for (const { periode } of [
        ...each.navne,
        ...each.beliggenhedsadresse,
        ...each.hovedbranche,
        ...each.livsforloeb,
      ]) {
        expect(periode.gyldigFra <= today).toBe(true)
        expect(periode.gyldigTil === null || periode.gyldigTil >= periode.gyldigFra).toBe(true)
      }
  })

  test('about a quarter is protected against advertising, some have closed, some keep their mail secret', () => {
    const share = companies.filter((each) => each.reklamebeskyttet).length / companies.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.3)
    expect(companies.filter((each) => each.livsforloeb[0]?.periode.gyldigTil).length).toBeGreaterThan(200)
    expect(companies.filter((each) => each.elektroniskPost[0]?.hemmelig).length).toBeGreaterThan(50)
  })

  test('the branch is written twice across 1 January 2025, when db25 took over', () => {
    const old = companies.find(
      (each) => (each.livsforloeb[0]?.periode.gyldigFra ?? '') < '2020' && !each.livsforloeb[0]?.periode.gyldigTil,
    )
    expect(old?.hovedbranche.map((each) => each.periode.gyldigTil)).toEqual(['2024-12-31', null])
  })

  test('a number of people falls in the register’s own interval', () => {
    expect([0, 1, 4, 5, 19, 49, 50, 999, 1000].map(interval)).toEqual(
      ['0_0', '1_1', '2_4', '5_9', '10_19', '20_49', '50_99', '500_999', '1000_999999'].map((code) => `ANTAL_${code}`),
    )
  })
})

test('more than 200 000 entities come lazily, in bounded memory', () => {
  const before = used()
  let entities = 0
  let highest = 0
  for (const _ of generateRegister({ seed: 2, companies: 125_000, today })) {
    if (++entities % 50_000 === 0) highest = Math.max(highest, used())
  }
  expect(entities).toBeGreaterThan(200_000)
  // What is kept is the first names and domains, some 10 MB; the documents themselves would be some 500.
  expect(highest - before).toBeLessThan(60e6)
})
