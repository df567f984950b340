import { byteAt, shortAt, longAt, realAt } from '#platform/columns'
import { firstIndustry } from './compare-facts.ts'
import { questions } from './compare.ts'
import { firstOf, outcomes, spans } from './fields.table.ts'
import type { Register } from './register.ts'
import { type Pairs, unasked } from './pairs.ts'
import { rivalsIn } from './rivals.ts'
import { type Learnt, weigh } from './weigh.ts'

/** The first guess counts as much as so many contacts of the list at hand. */
const guessCounts = 40
const industryCounts = 300
const nobodyGuess = 0.1
const rounds = 12
/** Nothing that matters is learnt any more: weights of this size change no answer. */
const settledWithin = 0.02

const guessOf = (register: Register): Float64Array => {
  const m = new Float64Array(firstIndustry + register.industries.texts.length)
  for (const [place, outcome] of outcomes.entries()) m[place] = outcome.m
  const { onList } = register.facts
  const on = (1.5 * onList) / (0.5 * onList + register.known + 1)
  m[firstOf.list] = on
  m[firstOf.list + 1] = 1 - on
  for (const [place, count] of register.industries.counts.entries())
    m[firstIndustry + place] = (count + 0.5) / (register.known + 1)
  return m
}

const logsOf = (counts: Float64Array): Float64Array => {
  const logM = new Float64Array(counts.length)
  const settle = (first: number, length: number) => {
    let sum = 0
    for (let place = first; place < first + length; place += 1) sum += realAt(counts, place)
    for (let place = first; place < first + length; place += 1)
      logM[place] = Math.log(Math.max(1e-4, realAt(counts, place) / sum))
  }
  for (const { first, length } of spans) settle(first, length)
  settle(firstIndustry, counts.length - firstIndustry)
  return logM
}

/** Each outcome of a pair is met as often as the pair is likely to be one company. */
const count = (pairs: Pairs, pair: number, likely: number, counts: Float64Array): void => {
  if (likely < 1e-6) return
  for (let place = pair * questions; place < (pair + 1) * questions; place += 1) {
    const outcome = shortAt(pairs.outcomes, place)
    if (outcome === unasked) break
    counts[outcome] = realAt(counts, outcome) + likely * byteAt(pairs.times, place)
  }
}

/** Expectation and maximisation without labels (Winkler 1988; Dempster, Laird, Rubin 1977): which pairs are the same, and what sameness looks like. */
export const learn = (register: Register, pairs: Pairs): Learnt => {
  const guess = guessOf(register)
  const rivals = rivalsIn(pairs, register)
  const { left } = rivals
  let learnt: Learnt = { logM: logsOf(guess), nobody: nobodyGuess, left }
  const likely = new Float64Array(pairs.rows.length)
  for (let round = 0; round < rounds; round += 1) {
    const counts = guess.map((one, place) => one * (place < firstIndustry ? guessCounts : industryCounts))
    let [nobodies, decided] = [0, 0]
    for (let contact = 0; contact < pairs.contacts; contact += 1) {
      const nobody = weigh(pairs, contact, learnt, register.known, likely)
      if (nobody > 0.9 || nobody < 0.1) {
        decided += 1
        nobodies += nobody
      }
    }
    const all = pairs.contacts === 0 ? 0 : longAt(pairs.ends, pairs.contacts - 1)
    for (let pair = 0; pair < all; pair += 1) count(pairs, pair, realAt(likely, pair), counts)
    const nobody = (nobodies + nobodyGuess * guessCounts) / (decided + guessCounts)
    const moved = rivals.meet(likely)
    const next = { logM: logsOf(counts), nobody: Math.min(0.9, Math.max(0.005, nobody)), left }
    const settled = next.logM.every((one, place) => Math.abs(one - realAt(learnt.logM, place)) < settledWithin)
    learnt = next
    if (settled && moved < settledWithin) break
  }
  return learnt
}
