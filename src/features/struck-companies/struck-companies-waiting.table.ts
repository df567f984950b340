import * as m from '#texts'
import { byDay, type SaidIn, waitingTable } from '#platform/waiting.shared'

type Struck = { count: string; list: string; company: string; who: string; mine: string }
const title = (v: Struck, locale?: SaidIn) => {
  const one = v.count === '1'
  if (v.mine === '1')
    return one ? m.struck_companies_waiting_one(v, locale) : m.struck_companies_waiting_many(v, locale)
  const said = { ...v, who: v.who || m.struck_companies_waiting_left({}, locale) }
  return one ? m.struck_companies_waiting_one_of(said, locale) : m.struck_companies_waiting_many_of(said, locale)
}
const knownTitle = (v: Struck & { knows: string }, locale?: SaidIn) => {
  const one = v.count === '1'
  const said = { ...v, who: v.who || m.struck_companies_waiting_left({}, locale) }
  if (v.mine === '1')
    return one
      ? m.struck_companies_waiting_known_you(said, locale)
      : m.struck_companies_waiting_known_you_many(said, locale)
  return one ? m.struck_companies_waiting_known(said, locale) : m.struck_companies_waiting_known_many(said, locale)
}
/** What waits of struck companies (`struck_companies_waiting`): whoever struck them is asked to go on with them. */
export const struckCompaniesWaiting = waitingTable(
  ['count', 'list', 'company', 'who', 'mine', 'knows', 'what', 'near'],
  {
    'struck-yours': {
      icon: 'handover',
      title,
      text: m.struck_companies_waiting_text,
      button: m.struck_companies_waiting_button,
      when: () => 'week',
      href: () => '/sorteret-fra',
      for: ['hears'],
      othersWhenAsked: true,
    },
    'struck-known': {
      icon: 'handover',
      title: knownTitle,
      text: m.struck_companies_waiting_text,
      button: m.struck_companies_waiting_button,
      when: () => 'week',
      href: () => '/sorteret-fra',
      for: ['hears'],
      othersWhenAsked: true,
    },
    'struck-planned': {
      icon: 'call',
      title: m.struck_companies_waiting_planned,
      text: (v) => v.what || m.struck_companies_waiting_text(v),
      button: m.struck_companies_waiting_see,
      when: byDay(),
      href: () => '/sorteret-fra',
      for: ['hears'],
      othersWhenAsked: true,
    },
  },
)
