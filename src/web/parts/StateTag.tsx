import { IconAlertCircle, IconCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './StateTag.css'

/** fri: open, kept · venter: waits · galt: wrong · sten: plain fact. A tag always has words; the normal case has no tag. */
export type Tone = 'sten' | 'blaa' | 'fri' | 'venter' | 'galt'

const marks: Partial<Record<Tone, typeof IconCheck>> = { fri: IconCheck, venter: IconClock, galt: IconAlertCircle }

export const StateTag = ({
  tone = 'sten',
  mark = true,
  children,
}: {
  tone?: Tone
  mark?: boolean
  children: ReactNode
}) => {
  const Mark = marks[tone]
  return (
    <span className="tov-tag" data-tone={tone}>
      {mark && Mark && <Mark size={13} stroke={2} aria-hidden />}
      {children}
    </span>
  )
}

/** The same state as words without a tag, for rows that have a column of their own for it. */
export const StateWord = ({ tone = 'sten', children }: { tone?: Tone; children: ReactNode }) => (
  <span className="tov-state-word" data-tone={tone}>
    {children}
  </span>
)
