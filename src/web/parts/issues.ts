import * as m from '#texts'
import { isNumbered, type z } from '#platform/endpoint'

type Issue = z.core.$ZodIssue

const formats: Record<string, () => string> = {
  email: m.web_wrong_email,
  url: m.web_wrong_url,
  date: m.web_wrong_date,
  datetime: m.web_wrong_moment,
  time: m.web_wrong_moment,
}

const tooSmall = (issue: z.core.$ZodIssueTooSmall) => {
  const least = Number(issue.minimum)
  if (issue.origin === 'string') return least <= 1 ? m.web_wrong_empty() : m.web_wrong_short({ least })
  if (issue.origin === 'array' || issue.origin === 'set')
    return least <= 1 ? m.web_wrong_none() : m.web_wrong_few({ least })
  return m.web_wrong_low({ least })
}
const tooBig = (issue: z.core.$ZodIssueTooBig) => {
  const most = Number(issue.maximum)
  if (issue.origin === 'string') return m.web_wrong_long({ most })
  if (issue.origin === 'array' || issue.origin === 'set') return m.web_wrong_many({ most })
  return m.web_wrong_high({ most })
}

/** What a contract's schema found wrong, in plain words in the reader's language. */
export const issueText = (issue: Issue): string => {
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_format') return formats[issue.format]?.() ?? m.web_wrong_format()
  if (issue.code === 'invalid_value') return m.web_wrong_choice()
  if (issue.code === 'invalid_type') {
    const given = issue.input
    if (given === undefined || given === null || given === '') return m.web_wrong_empty()
    return issue.expected === 'number' || issue.expected === 'int' ? m.web_wrong_number() : m.web_wrong_format()
  }
  return isNumbered(issue) ? m.platform_field_personal_number() : m.web_wrong_format()
}
