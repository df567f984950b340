/** Who says what: a sentence stands only beside a company of the trade, the size and the season it fits, and is not said again. */
import { isOneOf, keysOf } from '#platform/typed.shared'
import { educationCodes } from '../../src/features/visits/visits.schema.ts'
import { callNotes, calledOff } from './calls.table.ts'
import { kindOf } from './industries.ts'
import { promiseRows } from './promises.table.ts'
import type { Random } from './random.ts'
import { blocksOf, cellsOf, linesOf, sure } from './table-text.ts'
import { tradeRows } from './trades.table.ts'

export type Education = (typeof educationCodes)[number]
/** What is known of a company when somebody speaks with it. */
export type Speaker = {
  cvr: string
  industry: string | null
  /** null: nobody knows exactly. */
  employees: number | null
  /** The lower end of what the register tells. */
  employeesFrom: number | null
  town: string | null
}
/** `amu 10+ -49 vinter | Når det fryser … / Der er asbest …` */
type Sentence = { word: string; text: string; tags: readonly string[] }
const sentencesIn = (line: string): readonly Sentence[] => {
  const [marks = '', texts = ''] = list(line, '|')
  const [word = '', ...tags] = marks.split(' ')
  return list(texts, ' / ').map((text) => ({ word, text, tags }))
}

const list = (text: string, by = ',') => cellsOf(text, by)
export type Trade = ReturnType<typeof tradeFrom>
const tradeFrom = ([head, says]: readonly [string, readonly string[]]) => {
  const [name = '', facts = ''] = list(head, ': ')
  const [kinds = '', who = '', answers = '', courses = ''] = list(facts, ';')
  const lists = { kinds: list(kinds, ' '), who: list(who), answers: list(answers), courses: list(courses, '|') }
  return { name, ...lists, says, sentences: says.flatMap(sentencesIn) }
}
export const trades: readonly Trade[] = blocksOf(tradeRows).map(tradeFrom)
/** Of any trade. */
const general = [callNotes, promiseRows, calledOff].flatMap(linesOf).flatMap(sentencesIn)
const tradeOfKind = new Map(trades.flatMap((trade) => trade.kinds.map((kind) => [kind, trade])))
/** What has no trade of its own is an office. */
export const tradeOf = (industry: string | null): Trade =>
  sure(`No trade in trades.table.ts for ${industry ?? 'offices'}`, tradeOfKind.get(kindOf(industry) ?? 'municipality'))

const omsorg = list('plejehjem, bosted, hjemmepleje, dagcenter, børnehus, skole')
/** Who says what only some trades would say. */
const sectors = {
  omsorg,
  kunder: list('bager, restaurant, grill, dagligvare, butik, byggemarked, frisør, bilværksted'),
  erhverv: trades.map(({ name }) => name).filter((name) => ![...omsorg, 'klinik', 'fodterapeut'].includes(name)),
  produktion: list('smed, spån, maskin, træ, plast, beton, slagter, fisk, fødevarer, lager, tryk'),
} as const
/** How many work there, as far as anybody knows. */
export const sizeOf = ({ employees, employeesFrom }: Pick<Speaker, 'employees' | 'employeesFrom'>): number =>
  employees ?? employeesFrom ?? 5

const seasons = ['forår', 'sommer', 'efterår', 'vinter', 'jul'] as const
/** The season of a date: spring begins in March. */
export const seasonOf = (date: string): string => seasons[Math.floor(((Number(date.slice(5, 7)) + 9) % 12) / 3)] ?? ''

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)
const isEducation = (word: string): word is Education => isOneOf(educationCodes, word)
/** Nothing is said more often in the whole world. */
export const mostTimes = 2

const fits = ({ text, tags }: Sentence, of: Speaker, date: string): boolean => {
  const size = sizeOf(of)
  const trade = tradeOf(of.industry).name
  const now = [seasonOf(date), date.slice(5) >= '11-15' && date.slice(5) < '12-24' ? 'jul' : '']
  const ofSeason = tags.filter((tag) => isOneOf(seasons, tag))
  const ofSector = keysOf(sectors).filter((sector) => tags.includes(sector))
  return (
    tags.every((tag) =>
      /^\d+\+$/.test(tag) ? size >= Number.parseInt(tag, 10) : !/^-\d/.test(tag) || size <= -Number(tag),
    ) &&
    (ofSeason.length === 0 || ofSeason.some((season) => now.includes(season))) &&
    (ofSector.length === 0 || ofSector.some((sector) => sectors[sector].includes(trade))) &&
    (of.employees !== null || !text.includes('{n}'))
  )
}

type Facts = Readonly<Record<string, string>>
/** Remembers what has been said: the least used comes next, and nothing twice at one company. */
const makeMemory = () => {
  const times = new Map<string, number>()
  const heard = new Set<string>()
  const used = (text: string) => times.get(text) ?? 0
  const count = (text: string) => void times.set(text, used(text) + 1)
  return (dice: Random, from: readonly Sentence[], of: Speaker, date: string, fill: Facts = {}) => {
    const facts: Facts = { n: String(of.employees), by: of.town ?? '', ...fill }
    const able = from
      .filter((one) => fits(one, of, date) && !heard.has(`${of.cvr} ${one.text}`))
      .map((one) => ({ ...one, said: one.text.replace(/\{(\p{L}+)\}/gu, (whole, key: string) => facts[key] ?? whole) }))
      // A report's first sentence is the same one whoever was there; what is about a course is another one for each course.
      .map((one) => ({ ...one, shared: one.word === 'besøg' ? 1 : one.text.includes('{kursus}') ? 6 : 2 }))
      .map((one) => ({ ...one, used: Math.max(used(one.said), used(one.text) / one.shared) }))
      .filter((one) => one.used < mostTimes && !one.said.includes('{'))
    const least = Math.min(...able.map((one) => one.used))
    const freshest = able.filter((one) => one.used === least)
    if (freshest.length === 0) return null
    const chosen = dice.pick(freshest)
    count(chosen.said)
    if (chosen.text !== chosen.said) count(chosen.text)
    heard.add(`${of.cvr} ${chosen.text}`)
    return chosen
  }
}

export type Deck = ReturnType<typeof makeDeck>
/** Hands out what is said, by what it is for. */
export const makeDeck = () => {
  const draw = makeMemory()
  const own = (of: Speaker, word: string) => tradeOf(of.industry).sentences.filter((one) => one.word === word)
  const ofAll = (word: string) => general.filter((one) => one.word === word)
  return {
    /** What is noted on the phone: a sentence of the trade, or one that anybody says; empty when all has been said. */
    note: (dice: Random, answer: string, of: Speaker, date: string, fill: Facts): string => {
      const both = [own(of, answer), ofAll(answer)] as const
      const [first, second] = dice.chance(0.55) ? both : both.toReversed()
      return (draw(dice, first ?? [], of, date, fill) ?? draw(dice, second ?? [], of, date, fill))?.said ?? ''
    },
    need: (dice: Random, of: Speaker, date: string): { words: string; education: Education } | null => {
      const needs = tradeOf(of.industry).sentences.filter(({ word }) => isEducation(word))
      const found = draw(dice, needs, of, date)
      return found && isEducation(found.word) ? { words: found.said, education: found.word } : null
    },
    /** What a visit was about; null when the trade's sentences have been used. */
    about: (dice: Random, of: Speaker, date: string, navn: string): string | null =>
      draw(dice, own(of, 'besøg'), of, date, { navn })?.said ?? null,
    also: (dice: Random, of: Speaker, date: string, fill: Facts): string =>
      draw(dice, ofAll('også'), of, date, fill)?.said ?? '',
    promise: (dice: Random, education: Education, of: Speaker, date: string): string | null => {
      const antal = String(Math.max(2, Math.min(8, Math.round(sizeOf(of) / dice.int(3, 6)))))
      const fitting = general.filter(({ word }) => word === education || (word === 'alle' && dice.chance(0.3)))
      const kursus = `“${capital(dice.pick(tradeOf(of.industry).courses))}”`
      return draw(dice, fitting, of, date, { kursus, antal })?.said ?? null
    },
    calledOff: (dice: Random, by: 'virksomheden' | 'os', of: Speaker, date: string): string =>
      draw(dice, ofAll(by), of, date)?.said ?? 'Det passer ikke alligevel.',
  }
}
