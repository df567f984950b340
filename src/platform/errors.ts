import { type ProblemCode, problems } from './problems.table.ts'
import { type Language, say, technicalLanguage, type Values } from './text/language.ts'

export type { ProblemCode } from './problems.table.ts'
export type { Language } from './text/language.ts'
/** One bad field: a JSON pointer into the request (`/body/email`), and what is wrong with it. */
export type FieldProblem = { pointer: string; code: string; detail: string }
type Details = { values?: Values; fields?: FieldProblem[]; more?: Record<string, unknown> }

/** Something a person did or met that has a sentence: becomes an RFC 9457 answer, or a line on the console. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly details: Details
  constructor(code: ProblemCode, details: Details = {}) {
    super(problemText(code, technicalLanguage, details.values))
    this.code = code
    this.details = details
  }
}

/** Throw `problem('slot-taken', {who: 'Sofie'})`: values fill the sentence. */
export const problem = (code: ProblemCode, values: Values = {}, more?: Record<string, unknown>) =>
  new Problem(code, { values, ...(more && { more }) })

/** The sentence of a code in a language, its `{placeholders}` filled. */
export const problemText = (code: ProblemCode, language: Language, values: Values = {}) =>
  say(problems[code].text, language, values)

export const problemStatus = (code: ProblemCode) => problems[code].status
