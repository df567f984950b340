import { Button } from '@mantine/core'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { number } from '#web/parts/numbers.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { type Heard, isUnsure } from '../hearings/HearingRows.tsx'
import type { Share, Shares } from './shares.tsx'

/** So many one takes at a time: half an hour's work. */
const part = 20

export const AskKey = () => (
  <span>
    <KeyCap>s</KeyCap> {m.hearing_shares_keys_ask()}
  </span>
)

const perPerson = (rows: readonly Share[]) => {
  const people = new Map<number, { name: string; mine: boolean; all: number; answered: number }>()
  for (const { personId, person, mine, answered, back } of rows) {
    if (back && !answered) continue
    const one = people.get(personId) ?? { name: person, mine, all: 0, answered: 0 }
    people.set(personId, { ...one, all: one.all + 1, answered: one.answered + Number(answered) })
  }
  return [...people.entries()]
}

/** Who of the school looks at what; nobody else sees it. */
export const ShareCard = ({ shares, rows }: { shares: Shares; rows: readonly Heard[] }) => {
  const people = perPerson(shares.rows)
  const free = shares.can ? rows.filter((row) => row.decision === null && !shares.of(row)) : []
  const next = free.slice(0, part)
  const unsure = free.filter(isUnsure)
  if (!shares.can && people.length === 0) return null
  return (
    <Card title={m.hearing_shares_title()} right={<VisibilityMark who="school" />}>
      {people.length === 0 && <p className="tov-dim">{m.hearing_shares_nobody()}</p>}
      <ul className="hearing-share-people">
        {people.map(([id, { name, mine, all, answered }]) => (
          <li key={id}>
            <span>{mine ? m.hearing_shares_you() : name}</span>
            <span className="tov-dim">
              {m.hearing_shares_answered({ answered: number(answered), all: number(all) })}
            </span>
          </li>
        ))}
      </ul>
      {(next.length > 0 || unsure.length > 0) && (
        <div className="hearing-buttons">
          {unsure.length > 0 && (
            <Button fullWidth onClick={() => shares.ask(unsure)}>
              {unsure.length === 1
                ? m.hearing_shares_ask_unsure_one()
                : m.hearing_shares_ask_unsure({ count: number(unsure.length) })}
            </Button>
          )}
          {next.length > 0 && (
            <Button fullWidth onClick={() => shares.take(next)}>
              {next.length === 1 ? m.hearing_shares_take_one() : m.hearing_shares_take({ count: number(next.length) })}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

const Words = ({ share }: { share: Share }) => {
  if (share.back)
    return (
      <p>
        {m.hearing_shares_came_back({ who: share.person, date: saysDate(share.back.at) })}
        {share.back.why && ` “${share.back.why}”`}
      </p>
    )
  if (share.mine && share.sentBy)
    return (
      <p>
        {m.hearing_shares_asks_you({ who: share.sentBy, date: saysDate(share.sentAt) })}
        {share.why && ` “${share.why}”`}
      </p>
    )
  return (
    <p className="tov-dim">
      {share.mine ? m.hearing_shares_note_mine() : m.hearing_shares_note_other({ who: share.person })}
      {share.why && ` “${share.why}”`}
    </p>
  )
}

type OnCompany = { row: Heard; shares: Shares }
/** On the chosen company, before what can be decided: who looks at it, and why one is asked. */
export const ShareWords = ({ row, shares }: OnCompany) => {
  const share = shares.of(row)
  return share && !row.decision ? <Words share={share} /> : null
}

/** After what can be decided: whom to ask, or that one does not know it either. */
export const ShareActions = ({ row, shares }: OnCompany) => {
  const share = shares.of(row)
  if (!shares.can || row.decision) return null
  const free = !share || share.back
  const ends = share && !share.back && (share.sentByMe || (share.mine && share.sentBy === null))
  return (
    <div className="hearing-buttons">
      {free && (
        <Button fullWidth justify="space-between" rightSection={<KeyCap>s</KeyCap>} onClick={() => shares.ask([row])}>
          {m.hearing_shares_ask()}
        </Button>
      )}
      {share?.mine && share.sentBy && !share.back && (
        <Button fullWidth onClick={() => shares.giveBack(row)}>
          {m.hearing_shares_do_not_know()}
        </Button>
      )}
      {ends && (
        <button type="button" className="tov-text-button" onClick={() => shares.end(row)}>
          {share.mine ? m.hearing_shares_let_go() : m.hearing_shares_take_back()}
        </button>
      )}
    </div>
  )
}
