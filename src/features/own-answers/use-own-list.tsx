/** The list of own answers while it is being written. */
import { useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { saidIn } from '#web/data/problem.ts'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import { leastOf, onTopOf, tidied } from './choosing.shared.ts'
import { changeOwnAnswers, type listOwnAnswers, OwnAnswer, type WantedOwn } from './own-answers.schema.ts'

export type Known = AnswerOf<typeof listOwnAnswers>
export type Line = {
  key: string
  id: number | null
  answer: AnswerWord
  name: string
  months: string
  shorterWhy: string
  /** One on each line; null: no field for them is open. */
  reasons: string | null
}

const lineOf = ({ id, answer, name, months, shorterWhy, reasons }: Known['rows'][number]): Line => ({
  ...{ key: `id-${id}`, id, answer, name },
  ...{ months: months === null ? '' : String(months), shorterWhy: shorterWhy ?? '' },
  reasons: reasons.length === 0 ? null : reasons.map((one) => one.name).join('\n'),
})
/** As typed: what is no number is left for the server to say so of. */
export const wantedOf = ({ id, answer, name, months, shorterWhy, reasons }: Line): WantedOwn => ({
  ...{ id, answer, name: name.trim() },
  months: leastOf(answer) === undefined || months.trim() === '' ? null : Number(months) || 0,
  shorterWhy: shorterWhy.trim() || null,
  reasons: (reasons ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
})
type Rows = Known['rows']
/** `seen`: what it was begun on. `untouched`: nothing is typed, and it stands only until another list comes than this. */
type Kept = { lines: Line[]; seen: Rows; untouched?: Rows }
/** What is typed stays when another list comes, from whoever saved one meanwhile: both stand side by side before either is lost. */
export const useChoosing = (rows: Rows) => {
  const [kept, setKept] = useState<Kept>()
  const [theirs, setTheirs] = useState<Rows>()
  const stands = kept && (kept.untouched === undefined || kept.untouched === rows)
  const { lines, seen }: Kept = stands ? kept : { lines: rows.map(lineOf), seen: rows }
  const begin = (list: Rows) => {
    setKept({ lines: list.map(lineOf), seen: list, untouched: rows })
    setTheirs(undefined)
  }
  const saving = useAct(changeOwnAnswers, {
    says: () => m.own_answers_saved(),
    onDone: (answer) => begin(answer.rows),
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', z.array(OwnAnswer)) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const wanted = lines.filter(({ name }) => name.trim() !== '').map((line) => tidied(wantedOf(line)))
  return {
    ...{ lines, theirs, begin, wanted, running: saving.running },
    put: (next: Line[]) => setKept({ lines: next, seen }),
    send: () => void saving.run({ body: { seen: seen.map(({ id }) => id), answers: wanted } }),
    keep: (list: Rows) => void saving.run({ body: { seen: list.map(({ id }) => id), answers: onTopOf(wanted, list) } }),
  }
}

/** A new line. */
export const begun = (): Line => ({
  ...{ key: crypto.randomUUID(), id: null, answer: 'not-interested', name: '', months: '', shorterWhy: '' },
  reasons: null,
})
