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

type ValuesOf<Code extends ProblemCode> = Record<
  keyof NonNullable<Parameters<(typeof problems)[Code]['text']>[0]>,
  string | number
>
/** What a sentence needs to be said, if anything, and what goes along beside it. */
type Filled<Code extends ProblemCode> = keyof ValuesOf<Code> extends never
  ? [values?: Values, more?: Record<string, unknown>]
  : [values: ValuesOf<Code>, more?: Record<string, unknown>]

/** Throw `problem('slot-taken', {who: 'Sofie'})`: values fill the sentence; the compiler asks for those that it has. */
export const problem = <Code extends ProblemCode>(code: Code, ...[values, more]: Filled<Code>) =>
  new Problem(code, { values: { ...values }, ...(more && { more }) })

/** The same at the one field it speaks of (`/body/toId`): a form marks it there. `why` is for programs. */
export const problemAt = (code: ProblemCode, pointer: string, detail: string, why = 'wrong') =>
  new Problem(code, { fields: [{ pointer, code: why, detail }] })

/** The sentence of a code in a language, its `{placeholders}` filled. */
export const problemText = (code: ProblemCode, language: Language, values: Values = {}) =>
  say(problems[code].text, language, values)

export const problemStatus = (code: ProblemCode) => problems[code].status
