import { useState } from 'react'
import type { ApiProblem } from '#web/data/problem.ts'
import { keepDraft, readDraft } from '#web/data/drafts.ts'
import { fieldErrors } from '#web/parts/form-values.ts'

export type Wish = { goalId: number | null; reason: string; consultantId: number | null; wishBy: string | null }
const none: Wish = { goalId: null, reason: '', consultantId: null, wishBy: null }
const key = 'hand-in'

/** What goes along with the next companies: kept in the browser until it is changed, since the next ones mostly serve the same. */
export const useWish = () => {
  const [wish, put] = useState<Wish>(() => ({ ...none, ...readDraft<Wish>(key)?.values }))
  const [problems, setFound] = useState<Record<string, unknown>>({})
  const setWish = (next: Wish) => {
    setFound({})
    keepDraft(key, next)
    put(next)
  }
  /** True where the page shows it beside its field. */
  const setProblems = (problem: ApiProblem) => {
    const { fields } = fieldErrors(problem, Object.keys(none))
    setFound(fields)
    return Object.keys(fields).length > 0
  }
  return { wish, setWish, problems, setProblems }
}
