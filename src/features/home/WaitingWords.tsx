import {
  IconCalendarPlus,
  IconClipboardText,
  IconEar,
  IconHeartHandshake,
  IconListDetails,
  IconMailOff,
  IconPhone,
  IconPhoneIncoming,
  IconTransfer,
  IconUserCheck,
  IconUsersPlus,
} from '@tabler/icons-react'
import type { AnswerOf } from '#platform/endpoint'
import type { WaitingKind, waitingIcons } from '#platform/waiting.shared'
import { first, saysDate, saysNear, saysNearMoment } from '#web/parts/dates.ts'
import type { Tone } from '#web/parts/StateTag.tsx'
import type { listWaiting } from './home.schema.ts'
import { waitingKinds, waitingNames } from './waiting-kinds.table.ts'

export type WaitingRow = AnswerOf<typeof listWaiting>['rows'][number]

const icons: Record<(typeof waitingIcons)[number], typeof IconEar> = {
  call: IconPhone,
  'call-back': IconPhoneIncoming,
  class: IconUsersPlus,
  handover: IconTransfer,
  hearing: IconEar,
  list: IconListDetails,
  mail: IconMailOff,
  meeting: IconCalendarPlus,
  member: IconUserCheck,
  promise: IconHeartHandshake,
  report: IconClipboardText,
}

/** The row's values as words, with its date said; a missing one is left out rather than shown as "undefined". */
const valuesOf = ({ values, date }: Pick<WaitingRow, 'values' | 'date'>) => {
  const near = date?.includes('T') ? saysNearMoment : saysNear
  const since = values['since']
  const given: Partial<Record<string, string | number>> = {
    ...values,
    ...(typeof since === 'string' && { since: saysDate(since) }),
    ...(date && { date: saysDate(date), near: near(date) }),
  }
  return Object.fromEntries(waitingNames.map((name) => [name, String(given[name] ?? '')]))
}

const toneOf = ({ when }: WaitingRow): Tone => {
  if (when === 'over') return 'galt'
  return when === 'later' ? 'sten' : 'venter'
}

/** What the other rooms have to add of the same thing. */
const added = ({ also, date }: WaitingRow) =>
  also.flatMap(({ kind, values }) => {
    const of: WaitingKind = waitingKinds[kind]
    return of.adds ? [first(of.adds(valuesOf({ values, date })))] : []
  })

/** One waiting thing in the words of the room it belongs to. */
export const saysWaiting = (row: WaitingRow) => {
  const said: WaitingKind = waitingKinds[row.kind]
  const values = valuesOf(row)
  return {
    icon: icons[said.icon],
    title: first(said.title(values)),
    text: [first(said.text(values)), ...added(row)].join(' '),
    button: said.button(),
    tone: said.tone ?? toneOf(row),
  }
}
