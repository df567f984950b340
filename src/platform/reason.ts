import * as m from '#texts'
import { houseLanguage, type Language, say } from './text/language.ts'
import type { FileProblem, FileProblemCode } from './files/file-problem.ts'
import { problemText, sentences } from './files/file-problems.table.ts'

type Messages = Omit<typeof m, 'm'>
type Values = Readonly<Record<string, string | number>>

/**
 * Why a row or a value could not be used. Kept as a code and its values, never as a sentence: whoever reads it later reads it
 * in a language of their own. The code is the name of a text, or of a problem of the file itself.
 */
export type Reason = { code: string; values: Values }

/** A reason by the name of its text; the compiler wants the values that the text has. */
export const reason = <Code extends keyof Messages>(
  code: Code,
  values: Parameters<Messages[Code]>[0] & Values,
): Reason => ({ code, values })

/** What is wrong with the file as such; `line` and `column` go along where they are known. */
export const reasonOfFile = ({ code, line, column, detail = {} }: FileProblem): Reason => ({
  code,
  values: { ...detail, ...(line !== undefined && { line }), ...(column !== undefined && { column }) },
})
/** The same where the line is told beside it. */
export const withoutLine = ({ code, values: { line: _, ...values } }: Reason): Reason => ({ code, values })

const isText = (code: string): code is keyof Messages => code in m
const isOfFile = (code: string): code is FileProblemCode => code in sentences
/** How reasons were kept until they became codes: the sentence itself, in each language. */
const asSaid = 'said'

export const sayReason = ({ code, values }: Reason, language: Language): string => {
  if (code === asSaid) return String(values[language] ?? values[houseLanguage])
  if (isText(code)) return say(m[code], language, values)
  if (!isOfFile(code)) return code
  const { line, column, ...detail } = values
  const problem: FileProblem = { code, detail }
  if (typeof line === 'number') problem.line = line
  if (typeof column === 'string') problem.column = column
  return problemText(problem, language)
}

/** A cell as it can be quoted in a sentence. */
export const quoted = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
