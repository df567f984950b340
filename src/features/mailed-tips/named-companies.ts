/** Companies that a mail names, by their number or by all of their name: proposals, in the order of how sure they are. */
import type { Ctx } from '#platform/context'
import { readCvr } from '../official-codes/official-codes.ts'
import { findOpenPlaces } from '../tips/tips.ts'
import * as store from './mailed-tips.sql.ts'

/** As much of a mail as is looked at, so many numbers and names, and so many proposals. */
const longest = 4000
const most = { numbers: 5, names: 240, proposed: 5 }
const wordsOfName = 4

export const numbersIn = (text: string): string[] =>
  [...text.slice(0, longest).matchAll(/(?<![\d-])\d{2}[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}(?![\d-])/g)]
    .flatMap(([found]) => {
      const read = readCvr(found)
      return 'value' in read ? [read.value] : []
    })
    .filter((cvr, at, all) => all.indexOf(cvr) === at)
    .slice(0, most.numbers)

/** How the register writes a company's form after its name, where people leave it out. */
const forms = ['', ' aps', ' a/s', ' i/s']
/** What may be a name: some words in a row, the first with a capital or a digit; in the order in which they stand. */
export const namesIn = (text: string): string[] => {
  const words = text.slice(0, longest).split(/\s+/)
  const found = words.flatMap((word, at) =>
    /^["'(»]*[\p{Lu}\d]/u.test(word)
      ? Array.from({ length: wordsOfName }, (_, n) => words.slice(at, at + n + 1).join(' '))
      : [],
  )
  const names = found.map((name) => name.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '').toLowerCase())
  return [...new Set(names)].filter((name) => name.length >= 4).slice(0, most.names)
}

type Named = { id: number; name: string; town: string | null; by: 'cvr' | 'name' }
export const companiesIn = async (ctx: Ctx, text: string): Promise<Named[]> => {
  const found: Named[] = []
  for (const cvr of numbersIn(text))
    for (const { id, name, town } of (await findOpenPlaces(ctx, cvr)).rows) found.push({ id, name, town, by: 'cvr' })
  const called = namesIn(text).flatMap((name) => forms.map((form) => `${name}${form}`))
  for (const place of await store.placesCalled(ctx, called, most.proposed)) found.push({ ...place, by: 'name' })
  return found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at).slice(0, most.proposed)
}
