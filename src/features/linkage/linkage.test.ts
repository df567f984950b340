import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactEntry, type RegisterEntry, type Resolution, openRegister, resolveAll } from './linkage.ts'

// The invariants of matching, over random registers and lists made of few parts, so that look-alikes, sisters and holdings come by themselves.

const owners = ['Lars Holm', 'Bente Møller', 'Søren Aagaard', 'Ida Krogh Dahl', 'Jens Holm']
const trades = ['Murer', 'VVS', 'Tømrer og Snedker', 'Revision', 'Smørrebrød']
const towns = [
  ['7700', 'Thisted'],
  ['7752', 'Snedsted'],
  ['9000', 'Aalborg'],
  ['8000', 'Aarhus'],
] as const
const streets = ['Havnegade', 'Søndergade', 'Ringvej', 'Åboulevarden']
const weights = [2, 7, 6, 5, 4, 3, 2, 1]
/** The n-th number that is a CVR number by its check digit. */
const cvrOf = (n: number): string => {
  let [number, found] = [10_000_000, -1]
  while (found < n) {
    number += 1
    const sum = String(number)
      .split('')
      .reduce((all, digit, at) => all + Number(digit) * (weights[at] ?? 0), 0)
    if (sum % 11 === 0) found += 1
  }
  return String(number)
}
const cvrs = Array.from({ length: 60 }, (_, n) => cvrOf(n))

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T
const companyOf = (seed: number, n: number): RegisterEntry => {
  const person = pick(owners, seed)
  const [postalCode, town] = pick(towns, seed >> 3)
  const form = pick(['ApS', 'A/S', '', 'ApS'], seed >> 5)
  const name = pick(
    [`${person} ${pick(trades, seed >> 7)}`, `${pick(trades, seed >> 7)} v/${person}`, `${person} Holding`],
    seed >> 10,
  )
  return {
    ...{ cvr: cvrs[n] ?? '', pNumber: '', name: `${name} ${form}`.trim(), street: pick(streets, seed >> 12) },
    ...{
      house: String(1 + ((seed >> 14) % 9)),
      postalCode,
      town,
      phone: seed % 4 === 0 ? '' : String(20_000_000 + (seed % 40)),
    },
    ...{
      email: seed % 3 === 0 ? `info@firma${seed % 25}.dk` : '',
      domain: seed % 3 === 0 ? `firma${seed % 25}.dk` : '',
    },
    ...{ industry: name.includes('Holding') ? '642020' : '433200', person, onList: seed % 2 === 0 },
  }
}
const nobody: ContactEntry = {
  ...{ name: 'Thisted Kommune', cvr: '', pNumber: '', address: 'Asylgade 30', postalCode: '7700', town: 'Thisted' },
  ...{ phone: '99171717', email: '', website: '', person: '' },
}
/** A company as a school might have written it: some of it, not always right. */
const contactOf = (of: RegisterEntry, seed: number): ContactEntry => ({
  name: seed % 5 === 0 ? of.name.replace(/ (?:ApS|A\/S)$/, '') : of.name,
  cvr: seed % 4 === 0 ? of.cvr : '',
  pNumber: '',
  address: seed % 3 === 0 ? '' : `${of.street} ${of.house}`,
  postalCode: seed % 7 === 0 ? '' : of.postalCode,
  town: of.town,
  phone: seed % 2 === 0 ? of.phone : '',
  email: seed % 6 === 0 ? of.email : '',
  website: '',
  person: seed % 5 === 1 ? of.person : '',
})

const seeds = fc.array(fc.nat({ max: 1 << 17 }), { minLength: 3, maxLength: 40 })
const situation = fc.record({
  seeds,
  list: fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 5000 })), { minLength: 1, maxLength: 12 }),
})
type Situation = { seeds: number[]; list: [number, number][] }

const registerOf = (entries: readonly RegisterEntry[]) => {
  const register = openRegister()
  for (const entry of entries) register.add(entry)
  return register.seal()
}
const worldOf = ({ seeds, list }: Situation) => {
  const entries = seeds.map(companyOf)
  const contacts = [nobody, ...list.map(([which, seed]) => contactOf(pick(entries, which), seed))]
  return { entries, contacts, register: registerOf(entries) }
}
const told = ({ row, cvr, p, decision, reasons }: Resolution) => ({
  row,
  cvr,
  p: p.toFixed(9),
  decision,
  reasons: reasons.length,
})
const holds = (check: (given: Situation) => void) => fc.assert(fc.property(situation, check), { numRuns: 40 })

test('order and repetition in the list change nothing', () =>
  holds((given) => {
    const { register, contacts } = worldOf(given)
    const straight = resolveAll(register, contacts).map(told)
    const turned = resolveAll(register, contacts.toReversed()).map(told).toReversed()
    const twice = resolveAll(register, [...contacts, ...contacts]).map(told)
    expect(turned).toEqual(straight)
    expect(twice).toEqual([...straight, ...straight])
  }))

test('how a form or a letter is spelled changes no score', () => {
  const spelled = (text: string) =>
    text
      .replace(/ApS$/, 'A.p.S.')
      .replace(/A\/S$/, 'a-s')
      .replaceAll(/[æøå]/g, (letter) => ({ æ: 'ae', ø: 'oe', å: 'aa' })[letter] ?? letter)
      .toUpperCase()
  holds((given) => {
    const { register, contacts } = worldOf(given)
    const others = contacts.map((one) => ({
      ...one,
      name: spelled(one.name),
      address: spelled(one.address),
      town: spelled(one.town),
    }))
    expect(resolveAll(register, others).map(told)).toEqual(resolveAll(register, contacts).map(told))
  })
})

test('the weights shown add up to the odds, and nothing is sure below .97', () =>
  holds((given) => {
    const { register, contacts } = worldOf(given)
    for (const { row, p, decision, reasons } of resolveAll(register, contacts)) {
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1)
      if (decision === 'sure') expect(p).toBeGreaterThanOrEqual(0.97)
      if (decision === 'nobody') expect(row).toBe(-1)
      if (row < 0 || p > 1 - 1e-9) continue
      const sum = reasons.reduce((all, [, weight]) => all + weight, 0)
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(p, 6)
    }
  }))

test('two companies that are alike in all share the likelihood, and people are asked', () => {
  const entries = Array.from({ length: 30 }, (_, n) => companyOf(n * 7919, n))
  const twin = {
    ...companyOf(1, 0),
    name: 'Nørre Vinduespolering ApS',
    phone: '',
    email: '',
    domain: '',
    onList: false,
  }
  const register = registerOf([...entries, { ...twin, cvr: cvrs[40] ?? '' }, { ...twin, cvr: cvrs[41] ?? '' }])
  const [answer] = resolveAll(register, [contactOf({ ...twin, cvr: '' }, 1)])
  expect(answer?.p).toBeCloseTo(0.5, 1)
  expect(answer?.decision).toBe('ask')
})

describe('people', () => {
  test('what they confirmed is sure, what they rejected is never proposed again', () =>
    holds((given) => {
      const { register, entries, contacts } = worldOf(given)
      const [confirmed] = entries
      const answers = resolveAll(register, contacts)
      const said = contacts.map((one, at) => ({
        ...one,
        confirmed: at % 2 === 0 ? confirmed?.cvr : undefined,
        rejected: at % 2 === 1 && answers[at]?.cvr ? [answers[at].cvr] : undefined,
      }))
      for (const [at, after] of resolveAll(register, said).entries()) {
        if (at % 2 === 0) expect([after.cvr, after.decision]).toEqual([confirmed?.cvr, 'sure'])
        else if (answers[at]?.cvr) expect(after.cvr).not.toBe(answers[at].cvr)
      }
    }))

  test('a number of the register decides; where all else says otherwise they are asked', () => {
    const entries = Array.from({ length: 30 }, (_, n) => companyOf(n * 104_729, n))
    const register = registerOf(entries)
    const [mine] = entries
    const bare = { ...nobody, address: '', postalCode: '', town: '', phone: '', cvr: mine?.cvr ?? '' }
    const [fits, not] = resolveAll(register, [
      { ...bare, name: mine?.name ?? '' },
      { ...nobody, cvr: mine?.cvr ?? '', name: 'Zeppelinværket' },
    ])
    expect([fits?.cvr, fits?.decision]).toEqual([mine?.cvr, 'sure'])
    expect([not?.cvr, not?.decision]).toEqual([mine?.cvr, 'ask'])
  })
})

describe('one pair', () => {
  const entries = Array.from({ length: 30 }, (_, n) => companyOf(n * 15_485_863, n))
  const mine = {
    ...companyOf(5, 45),
    name: 'Kajs Kutteri ApS',
    phone: '29999999',
    domain: 'kutteriet.dk',
    street: 'Molen',
    house: '7',
  }
  const register = registerOf([...entries, mine])
  const bare = { ...nobody, name: 'Kutteri', address: '', postalCode: '', town: '', phone: '' }
  const weightOf = (contact: ContactEntry, of: string) =>
    resolveAll(register, [{ ...contact, confirmed: undefined }])[0]?.reasons.find(([field]) => field === of)?.[1] ?? 0
  const oddsOf = (contact: ContactEntry) => {
    const [answer] = resolveAll(register, [contact])
    return answer?.row === entries.length ? Math.log(answer.p / (1 - answer.p)) : Number.NEGATIVE_INFINITY
  }

  test('what agrees never lowers a score, what disagrees never raises it', () => {
    expect(weightOf({ ...bare, name: mine.name, phone: mine.phone }, 'phone')).toBeGreaterThan(0)
    expect(weightOf({ ...bare, name: mine.name, phone: '31313131' }, 'phone')).toBeLessThan(0)
    expect(oddsOf({ ...bare, name: mine.name, phone: mine.phone })).toBeGreaterThan(
      oddsOf({ ...bare, name: mine.name }),
    )
    expect(oddsOf({ ...bare, name: mine.name, phone: '31313131' })).toBeLessThan(oddsOf({ ...bare, name: mine.name }))
    expect(oddsOf({ ...bare, name: mine.name, email: 'kaj@kutteriet.dk' })).toBeGreaterThan(
      oddsOf({ ...bare, name: mine.name }),
    )
    expect(oddsOf({ ...bare, name: mine.name, address: 'Molen 7', postalCode: mine.postalCode })).toBeGreaterThan(
      oddsOf({ ...bare, name: mine.name }),
    )
  })

  test('a company that has nothing to do with a contact changes nothing for it', () => {
    const contact = { ...bare, name: mine.name, phone: mine.phone }
    const stranger = { ...companyOf(77, 50), name: 'Uldspinderiet Zenit', person: '', phone: '', email: '', domain: '' }
    const [before] = resolveAll(register, [contact])
    const [after] = resolveAll(registerOf([...entries, mine, stranger]), [contact])
    expect([after?.row, after?.decision]).toEqual([before?.row, before?.decision])
    expect(after?.p).toBeCloseTo(before?.p ?? 0, 3)
  })

  test('a holding is not struck because the company it owns is known', () => {
    const owner = { ...mine, cvr: cvrs[46] ?? '', name: 'Kajs Kutteri Holding ApS', industry: '642020', domain: '' }
    const both = registerOf([...entries, mine, owner])
    const at = (name: string) => resolveAll(both, [{ ...bare, name, phone: mine.phone }])[0]?.cvr
    expect([at('Kajs Kutteri'), at('Kajs Kutteri Holding'), at('KAJS KUTTERI HOLDNIG APS')]).toEqual([
      mine.cvr,
      owner.cvr,
      owner.cvr,
    ])
  })
})

describe('names that are partly the same', () => {
  const others = Array.from({ length: 40 }, (_, n) => companyOf(n * 15_485_863, n))
  const named = (name: string, n: number) => ({
    ...{ ...companyOf(5, n), name, street: '', house: '', postalCode: '', town: '' },
    ...{ phone: '', email: '', domain: '', person: '' },
  })
  const bare = { ...nobody, address: '', postalCode: '', town: '', phone: '' }
  const answerOf = (name: string, ...theirs: string[]) => {
    const register = registerOf([...others, ...theirs.map((one, at) => named(one, 45 + at))])
    const [answer] = resolveAll(register, [{ ...bare, name }])
    return { name: theirs[(answer?.row ?? -1) - others.length], p: answer?.decision === 'nobody' ? 0 : answer?.p }
  }

  test('another number is another company, the same number is found', () => {
    expect(answerOf('Salon Trekant 24', 'Salon Trekant 25', 'Salon Trekant 24 Hår og Negle').name).toBe(
      'Salon Trekant 24 Hår og Negle',
    )
    const [same = 0, bare = 0, another = 0] = ['Kutteri 1872', 'Kutteri', 'Kutteri 1873'].map(
      (name) => answerOf(name, 'Kutteri 1872').p,
    )
    expect([same > bare, bare > another]).toEqual([true, true])
  })

  test('two words written as one are found, and one as two', () => {
    expect(answerOf('Fjordkutteriet', 'Fjord Kutteriet Molen').name).toBe('Fjord Kutteriet Molen')
    expect(answerOf('Fjord Kutteriet', 'Fjordkutteriet Molen').name).toBe('Fjordkutteriet Molen')
  })

  test('the whole name says no less than a part of it; each word that is missed says less', () => {
    const p = ['Zenit Uldspinderi Molen Nord', 'Zenit Uldspinderi Molen', 'Zenit Uldspinderi Kajen Vest'].map(
      (name) => answerOf(name, 'Zenit Uldspinderi Molen Nord').p ?? 0,
    )
    expect(p).toEqual(p.toSorted((a, b) => b - a))
    expect(p[0]).toBeGreaterThan(p[2] ?? 1)
  })
})

describe('rivals on one list', () => {
  const trade = (n: number) => pick(trades, n)
  const syllables = ['ba', 'ko', 'li', 'mu', 'ne', 'so', 'ta', 'vi', 'fy', 'ga']
  const made = (n: number) => `${pick(syllables, n)}${pick(syllables, (n / 10) >> 0)}${pick(syllables, n * 3)}r`
  const bare = { ...nobody, address: '', postalCode: '', town: '', phone: '' }
  const entries = Array.from({ length: 100 }, (_, n) => ({
    ...{ ...companyOf(5, n), cvr: cvrOf(n), name: `${made(n)} ${trade(n)}`, street: '', house: '', postalCode: '' },
    ...{ town: '', phone: '', email: '', domain: '', person: '' },
  }))
  const register = registerOf(entries)
  const all = entries.map(({ name }) => ({ ...bare, name }))
  const [first] = all
  const mine = { ...bare, name: `${first?.name} Nord` }
  const answerOf = (list: readonly ContactEntry[]) => resolveAll(register, [...list, mine]).at(-1)

  test('who is it less surely is asked of while nobody else is it, and not where another is', () => {
    expect(answerOf(all.slice(1))).toMatchObject({ row: 0, decision: 'ask' })
    expect(answerOf(all)).toMatchObject({ row: -1, decision: 'nobody' })
  })

  test('a list that has companies twice keeps both', () => {
    const some = all.slice(0, 40)
    const answers = resolveAll(register, [...some, ...some.map((one) => ({ ...one, person: 'Ida Krogh' }))])
    expect(answers.map(({ row }) => row)).toEqual([...some.keys(), ...some.keys()])
    for (const { reasons } of answers) expect(reasons.find(([of]) => of === 'rivals')?.[1] ?? 0).toBeGreaterThan(-0.1)
  })
})

test('an empty register and an empty list are answered too', () => {
  expect(resolveAll(registerOf([]), [nobody])).toMatchObject([{ row: -1, decision: 'nobody' }])
  expect(resolveAll(registerOf([companyOf(1, 0)]), [])).toEqual([])
})
