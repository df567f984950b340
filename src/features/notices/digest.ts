/** The words of the mail: a line a thing, the worst first, each with its date and its address. */
import type { Language } from '#platform/text/language'
import { first, sayDate, sayDay } from '#platform/text/danish'
import * as m from '#texts'
import type { WaitingThing } from '../home/home.ts'
import { waitingNames } from '../home/waiting-kinds.table.ts'
import { sayTitle, type When } from './told.table.ts'

/** So many lines at most; the others are on the page. */
export const mostLines = 15

export type Digest = {
  name: string
  when: When
  things: readonly WaitingThing[]
  baseUrl: string
  /** Where no more of them is said. */
  leaveUrl: string
}
type Said = { language: Language; today: string }

/** A day or a moment as it is said; a value that is missing is left out. */
const sayWhen = (date: string, { language, today }: Said) =>
  date.includes('T') ? sayDay(date, language) : sayDate(date, language, today)
const valuesOf = ({ values, date }: WaitingThing, said: Said) => {
  const when = date === null ? {} : { date: sayWhen(date, said), near: sayWhen(date, said) }
  const since = values['since']
  const given: Readonly<Record<string, string | number>> = {
    ...values,
    ...when,
    ...(typeof since === 'string' && { since: sayDate(since, said.language, said.today) }),
  }
  return Object.fromEntries(waitingNames.map((name) => [name, String(given[name] ?? '')]))
}

const lineOf = (thing: WaitingThing, baseUrl: string, said: Said) => {
  const title = first(sayTitle(thing.kind, valuesOf(thing, said), said.language))
  const when = thing.date === null ? '' : sayWhen(thing.date, said)
  // A title that says its day itself needs it no second time.
  const dated = when === '' || title.includes(when) ? title : m.notices_line({ title, when }, { locale: said.language })
  return `- ${dated}\n  ${baseUrl}${thing.href}`
}

const subjectOf = ({ things, when }: Digest, said: Said) => {
  const [only] = things
  if (only && things.length === 1) return first(sayTitle(only.kind, valuesOf(only, said), said.language))
  const says = when === 'morning' ? m.notices_subject_morning : m.notices_subject_asked
  return says({ count: things.length }, { locale: said.language })
}

export const saysDigest = (given: Digest, said: Said): { subject: string; body: string } => {
  const { name, things, baseUrl, leaveUrl } = given
  const locale = { locale: said.language }
  const more = things.length - mostLines
  const parts = [
    m.notices_mail_hello({ name }, locale),
    things
      .slice(0, mostLines)
      .map((one) => lineOf(one, baseUrl, said))
      .join('\n'),
    ...(more > 0 ? [m.notices_mail_more({ count: more, link: `${baseUrl}/` }, locale)] : []),
    m.notices_mail_foot({ choose: `${baseUrl}/mig`, stop: leaveUrl }, locale),
  ]
  return { subject: subjectOf(given, said), body: parts.join('\n\n') }
}
