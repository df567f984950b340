import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { number } from '#web/parts/numbers.ts'
import type { showHearing } from '../hearings/hearings.schema.ts'

export type Hearing = AnswerOf<typeof showHearing>

/** Neither to be compared, nor still to be sealed (they are among those that are being compared), nor shut. */
const hasNoContacts = ({ contacts, comparing, locked }: Hearing) => contacts + comparing + locked === 0
const nobodyOf = (hearing: Hearing) => {
  const { comparing, locked } = hearing
  if (hasNoContacts(hearing)) return m.hearings_none_known_upload()
  if (comparing > 0) return m.hearings_none_known_yet()
  return locked > 0 ? m.hearings_none_known_locked() : m.hearings_none_known_text()
}
export const notRecognised = ({ comparing, locked }: Hearing) => {
  if (comparing > 0) return m.hearings_panel_not_compared()
  return locked > 0 ? m.hearings_panel_locked() : m.hearings_panel_unknown()
}

export const subtitle = (hearing: Hearing) =>
  hasNoContacts(hearing)
    ? m.hearings_no_contacts({ total: number(hearing.counts.total) })
    : m.hearings_subtitle({ total: number(hearing.counts.total), known: number(hearing.counts.known) })

/** Why the list is empty: nobody looks alike, nothing was compared yet, or nothing can be read. */
export const Empty = ({ hearing, tab, searching }: { hearing: Hearing; tab: string; searching: boolean }) => {
  if (searching)
    return (
      <EmptyState inCard title={m.lists_nobody()}>
        {m.lists_nobody_text()}
      </EmptyState>
    )
  if (tab === 'unknown')
    return (
      <EmptyState inCard title={m.hearings_all_known()}>
        {m.hearings_all_known_text()}
      </EmptyState>
    )
  return (
    <EmptyState inCard title={m.hearings_none_known()}>
      {nobodyOf(hearing)}
    </EmptyState>
  )
}
