import * as m from '#texts'
import { isNumbered, type z } from '../endpoint.ts'
import { type Language, say, type Sentence, type Values } from '../text/language.ts'

type Issue = z.core.$ZodIssue
const words: Record<string, Sentence> = {
  missing: m.platform_field_missing,
  type: m.platform_field_type,
  short: m.platform_field_short,
  long: m.platform_field_long,
  email: m.platform_field_email,
  date: m.platform_field_date,
  datetime: m.platform_field_datetime,
  choice: m.platform_field_choice,
  unknown: m.platform_field_unknown,
  'personal-number': m.platform_field_personal_number,
  wrong: m.platform_field_wrong,
}

const kindOf = (issue: Issue): string => {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'missing' : 'type'
  if (issue.code === 'too_small') return issue.origin === 'string' && issue.minimum === 1 ? 'missing' : 'short'
  if (issue.code === 'too_big') return 'long'
  if (issue.code === 'invalid_format') return issue.format in words ? issue.format : 'wrong'
  if (issue.code === 'invalid_value') return 'choice'
  if (issue.code === 'unrecognized_keys') return 'unknown'
  if (isNumbered(issue)) return 'personal-number'
  return 'wrong'
}

/** What was asked for, as the sentences name it. */
const valuesOf = (issue: Issue): Values => {
  if (issue.code === 'invalid_type') return { expected: issue.expected }
  if (issue.code === 'too_small') return { minimum: String(issue.minimum) }
  return issue.code === 'too_big' ? { maximum: String(issue.maximum) } : {}
}

/** The sentence beside a bad field. Rules that a schema cannot say give their own message. */
export const fieldText = (issue: Issue, language: Language): string => {
  if (issue.code === 'custom' && issue.message && issue.message !== 'Invalid input') return issue.message
  return say(words[kindOf(issue)] ?? m.platform_field_wrong, language, valuesOf(issue))
}

/** What programs are told of it. */
export const fieldCode = (issue: Issue): string => (isNumbered(issue) ? kindOf(issue) : issue.code)
