import { type BlockIndex, indexKeys } from '#platform/block-index'
import { keysOf } from './block-keys.ts'
import { pushByte, pushShort, pushLong, bytes, shorts, longs } from '#platform/columns'
import { type Read, type RegisterEntry, pNumberOf, readEntry } from './records.ts'
import { type Words, idOf, noWords } from '#platform/text/known-words'

/** A register in columns: about 200 bytes a company, with its keys. */
export type Register = {
  size: number
  /** Companies that could be read; a line that could not keeps its place. */
  known: number
  cvr: Uint32Array
  phone: Uint32Array
  mail: Uint32Array
  domain: Uint32Array
  street: Uint32Array
  house: Uint16Array
  postalCode: Uint16Array
  town: Uint32Array
  person: Uint32Array
  form: Uint8Array
  /** Bits of `flag`. */
  flags: Uint8Array
  industry: Uint8Array
  whole: Uint32Array
  wordEnds: Uint32Array
  wordIds: Uint32Array
  words: Words
  /** Streets and people by number; the first of each is nobody and nowhere. */
  streets: Names
  people: Names
  industries: Names
  blocks: BlockIndex
  facts: Facts
}
export type Names = { ids: Map<string, number>; texts: string[]; counts: number[] }
/** How many of the companies say what: what a company at random would agree in. */
export type Facts = { forms: number[]; owning: number; onList: number; withDomain: number; withMail: number }
export const flag = { owning: 1, onList: 2, whole: 4 } as const

const noNames = (): Names => ({ ids: new Map([['', 0]]), texts: [''], counts: [0] })
const numberOf = (names: Names, text: string, most = Number.POSITIVE_INFINITY): number => {
  let id = names.ids.get(text)
  if (id === undefined && names.texts.length < most) {
    id = names.texts.length
    names.ids.set(text, id)
    names.texts.push(text)
    names.counts.push(0)
  }
  if (id === undefined) return 0
  names.counts[id] = (names.counts[id] ?? 0) + 1
  return id
}

const openColumns = () => ({
  ...{ cvr: longs(), phone: longs(), mail: longs(), domain: longs(), street: longs(), house: shorts() },
  ...{ postalCode: shorts(), town: longs(), person: longs(), form: bytes(), flags: bytes(), industry: bytes() },
  ...{ whole: longs(), wordEnds: longs(), wordIds: longs() },
})
type Columns = ReturnType<typeof openColumns>

const industryOf = (code: string): string => code.replaceAll(/\D/g, '').slice(0, 2)
const ownsOnly = /^642/
const mostIndustries = 255

const count = (facts: Facts, { name, mail }: Read, owning: boolean, onList: boolean): void => {
  facts.forms[name.form] = (facts.forms[name.form] ?? 0) + 1
  facts.owning += Number(owning)
  facts.onList += Number(onList)
  facts.withDomain += Number(mail.domain !== 0)
  facts.withMail += Number(mail.address !== 0)
}

const flagsOf = ({ onList, whole }: RegisterEntry, owning: boolean): number =>
  (owning ? flag.owning : 0) | (onList ? flag.onList : 0) | (whole ? flag.whole : 0)

/** Takes in a register, company by company; `seal` sorts the keys. */
export const openRegister = () => {
  const columns = openColumns()
  const [words, streets, people, industries] = [noWords(), noNames(), noNames(), noNames()]
  const [keys, keyEnds] = [longs(), longs()]
  const facts: Facts = { forms: [], owning: 0, onList: 0, withDomain: 0, withMail: 0 }
  let known = 0
  const addKey = (key: number) => pushLong(keys, key)

  const add = (entry: RegisterEntry): void => {
    const read = readEntry(entry)
    const { name, address, mail } = read
    known += 1
    const unique = [...new Set(name.words)]
    const ids = unique.map((word) => idOf(words, word))
    for (const id of ids) {
      words.names[id] = (words.names[id] ?? 0) + 1
      pushLong(columns.wordIds, id)
    }
    pushLong(columns.wordEnds, columns.wordIds.length)
    keysOf(
      read,
      ids.map((id) => words.hashes[id] ?? 0),
      pNumberOf(entry.pNumber),
      addKey,
    )
    pushLong(keyEnds, keys.length)
    const owning = name.owning || ownsOnly.test(entry.industry)
    count(facts, read, owning, entry.onList)
    pushLong(columns.cvr, read.cvr)
    pushLong(columns.phone, read.phone)
    pushLong(columns.mail, mail.address)
    pushLong(columns.domain, mail.domain)
    pushLong(columns.street, numberOf(streets, address.streetName))
    pushShort(columns.house, address.house)
    pushShort(columns.postalCode, address.postalCode)
    pushLong(columns.town, address.town)
    pushLong(columns.person, numberOf(people, read.person.join(' ')))
    pushByte(columns.form, name.form)
    pushByte(columns.flags, flagsOf(entry, owning))
    pushByte(columns.industry, numberOf(industries, industryOf(entry.industry), mostIndustries))
    pushLong(columns.whole, name.whole)
  }

  /** A line that could not be read keeps its place: nothing is ever found there. */
  const skip = (): void => {
    for (const [name, column] of Object.entries(columns)) if (name !== 'wordIds' && name !== 'wordEnds') column.skip()
    pushLong(columns.wordEnds, columns.wordIds.length)
    pushLong(keyEnds, keys.length)
  }

  const seal = (): Register => ({
    ...sealed(columns),
    size: columns.cvr.length,
    known,
    words,
    streets,
    people,
    industries,
    facts,
    blocks: indexKeys(keys.values, keys.length, keyEnds.values, keyEnds.length),
  })
  return { add, skip, seal }
}

const sealed = (columns: Columns) => ({
  ...{
    cvr: columns.cvr.filled(),
    phone: columns.phone.filled(),
    mail: columns.mail.filled(),
    domain: columns.domain.filled(),
  },
  ...{ street: columns.street.filled(), house: columns.house.filled(), town: columns.town.filled() },
  ...{ postalCode: columns.postalCode.filled(), person: columns.person.filled(), form: columns.form.filled() },
  ...{ flags: columns.flags.filled(), industry: columns.industry.filled(), whole: columns.whole.filled() },
  ...{ wordEnds: columns.wordEnds.filled(), wordIds: columns.wordIds.filled() },
})
