import * as m from '#texts'
import { type SaidIn, waitingTable } from '#platform/waiting.shared'
import { languageName } from '../trade-areas/trade-areas.table.ts'

/** "4 virksomheder venter på en, der taler polsk". */
export const saysWait = ({ count, language }: { count: string | number; language: string }, said?: SaidIn) =>
  String(count) === '1' ? m.queue_wait_one({ language }, said) : m.queue_wait_many({ count, language }, said)

/** What waits in the queue (`queue_waiting`): call-backs whose time has come, lists with somebody to call, and companies that wanted to hear from us again. */
export const queueWaiting = waitingTable(
  ['company', 'list', 'count', 'near', 'since', 'who', 'mine', 'language', 'due', 'callCentre', 'companies'],
  {
    'call-back': {
      icon: 'call-back',
      title: m.queue_waiting_back,
      text: m.queue_waiting_back_text,
      button: m.queue_waiting_button,
      when: ({ days }) => (days < 0 ? 'over' : 'today'),
      href: ({ companyId, values }) => `/ring?liste=${values['listId']}&virksomhed=${companyId}`,
      most: 5,
      for: ['calls', 'visits'],
    },
    'later-over': {
      icon: 'call-back',
      title: m.queue_waiting_later,
      text: (v) =>
        v.mine === '1' || v.who === '' ? m.queue_waiting_later_text() : m.queue_waiting_later_text_of({ who: v.who }),
      button: m.queue_waiting_later_button,
      when: ({ days }) => (days < 0 ? 'over' : 'today'),
      href: ({ companyId }) => `/virksomheder/${companyId}`,
      most: 20,
      for: ['runs', 'visits'],
    },
    'later-ready': {
      icon: 'call-back',
      title: (v, said) => m.queue_waiting_later_ready({ count: v.count }, said),
      text: m.queue_waiting_later_ready_text,
      button: m.queue_waiting_later_ready_button,
      when: () => 'week',
      href: () => '/udtraek',
      for: ['runs'],
    },
    'nobody-speaks': {
      icon: 'call-back',
      title: (v, said) => saysWait({ count: v.count, language: languageName(v.language, said?.locale) }, said),
      text: (v) =>
        [
          v.due === '0' ? m.queue_waiting_speaks_text(v) : m.queue_waiting_speaks_text_due(v),
          v.who === '' ? v.companies : m.queue_waiting_speaks_who(v),
        ].join(' '),
      button: m.queue_waiting_speaks_button,
      when: ({ days }) => (days < 0 ? 'over' : 'today'),
      href: ({ id, values }) => `/callcentre?liste=${id}&sprog=${values['language']}`,
      for: ['runs'],
    },
    'backs-overdue': {
      icon: 'call-back',
      title: (v, said) => (v.count === '1' ? m.queue_waiting_overdue_one(v, said) : m.queue_waiting_overdue(v, said)),
      text: m.queue_waiting_overdue_text,
      button: m.queue_waiting_no_callers_button,
      when: () => 'over',
      href: ({ id }) => `/callcentre?liste=${id}`,
      for: ['runs'],
    },
    'list-without-callers': {
      icon: 'list',
      title: m.queue_waiting_no_callers,
      text: m.queue_waiting_no_callers_text,
      button: m.queue_waiting_no_callers_button,
      when: () => 'today',
      href: ({ id }) => `/callcentre?liste=${id}`,
      for: ['runs'],
    },
    'queue-ready': {
      icon: 'call',
      title: m.queue_waiting_ready,
      text: m.queue_waiting_ready_text,
      button: m.queue_waiting_button,
      tone: 'fri',
      when: () => 'week',
      href: ({ id }) => `/ring?liste=${id}`,
      for: ['calls', 'visits'],
    },
  },
)
