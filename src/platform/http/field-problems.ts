import type { z } from '../endpoint.ts'
import type { Language } from '../errors.ts'

type Issue = z.core.$ZodIssue
const words: Record<string, Record<Language, (issue: never) => string>> = {
  missing: { da: () => 'Skal udfyldes.', en: () => 'Is required.' },
  type: {
    da: (i: { expected: string }) => `Har forkert form (ventede ${i.expected}).`,
    en: (i: { expected: string }) => `Has the wrong form (expected ${i.expected}).`,
  },
  short: {
    da: (i: { minimum: number }) => `Mindst ${i.minimum}.`,
    en: (i: { minimum: number }) => `At least ${i.minimum}.`,
  },
  long: {
    da: (i: { maximum: number }) => `Højst ${i.maximum}.`,
    en: (i: { maximum: number }) => `At most ${i.maximum}.`,
  },
  email: { da: () => 'Er ikke en e-mailadresse.', en: () => 'Is not an e-mail address.' },
  date: { da: () => 'Er ikke en dato (ÅÅÅÅ-MM-DD).', en: () => 'Is not a date (YYYY-MM-DD).' },
  datetime: { da: () => 'Er ikke et tidspunkt.', en: () => 'Is not a point in time.' },
  choice: { da: () => 'Er ikke en af mulighederne.', en: () => 'Is not one of the choices.' },
  unknown: { da: () => 'Findes ikke her.', en: () => 'Does not exist here.' },
  wrong: { da: () => 'Er udfyldt forkert.', en: () => 'Is filled in wrongly.' },
}

const kindOf = (issue: Issue): string => {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'missing' : 'type'
  if (issue.code === 'too_small') return issue.origin === 'string' && issue.minimum === 1 ? 'missing' : 'short'
  if (issue.code === 'too_big') return 'long'
  if (issue.code === 'invalid_format') return issue.format in words ? issue.format : 'wrong'
  if (issue.code === 'invalid_value') return 'choice'
  if (issue.code === 'unrecognized_keys') return 'unknown'
  return 'wrong'
}

/** The sentence beside a bad field. Rules that a schema cannot say give their own message. */
export const fieldText = (issue: Issue, language: Language): string => {
  if (issue.code === 'custom' && issue.message && issue.message !== 'Invalid input') return issue.message
  const say = words[kindOf(issue)] ?? words['wrong']
  return say ? say[language](issue as never) : ''
}
