import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { Heard } from '../hearings/HearingRows.tsx'
import type { showHearing } from '../hearings/hearings.schema.ts'
import { saysNumber, saysStaff } from '../lists/ListWords.tsx'
import { saysMatch } from './match-words.shared.ts'

type Contact = NonNullable<Heard['contact']>
const address = (of: { street: string | null; postalCode: string | null; town: string | null }) =>
  [of.street, [of.postalCode, of.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** Field by field, what the list and the own contact say; what is the same is marked with a word. */
const lines = (row: Heard, ours: Contact) => {
  const has = (by: string) => row.reasons.some((reason) => reason.by === by)
  return [
    {
      field: m.hearings_field_name(),
      theirs: row.name,
      mine: ours.name,
      same: row.name.toLocaleLowerCase() === ours.name.toLocaleLowerCase(),
    },
    {
      field: m.hearings_field_cvr(),
      theirs: saysNumber(row.cvr),
      mine: ours.cvr && saysNumber(ours.cvr),
      same: has('cvr'),
    },
    ...(row.pNumber || ours.pNumber
      ? [{ field: m.school_contacts_field_p(), theirs: row.pNumber, mine: ours.pNumber, same: has('p-number') }]
      : []),
    {
      field: m.school_contacts_field_phone(),
      theirs: row.phone && saysNumber(row.phone),
      mine: ours.phone && saysNumber(ours.phone),
      same: has('phone'),
    },
    { field: m.school_contacts_field_email(), theirs: row.email, mine: ours.email, same: has('domain') },
    { field: m.school_contacts_field_address(), theirs: address(row), mine: address(ours), same: false },
  ]
}

const Comparison = ({ row, ours }: { row: Heard; ours: Contact }) => (
  <table className="match-table">
    <thead>
      <tr>
        <th>
          <span className="tov-only-read">{m.hearings_field()}</span>
        </th>
        <th>{m.hearings_in_draw()}</th>
        <th>{m.hearings_at_yours()}</th>
        <th>
          <span className="tov-only-read">{m.hearings_same()}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {lines(row, ours).map(({ field, theirs, mine, same }) => (
        <tr key={field}>
          <th scope="row">{field}</th>
          <td>{theirs || <span className="tov-dim">{m.hearings_missing_value()}</span>}</td>
          <td>{mine || <span className="tov-dim">{m.hearings_missing_value()}</span>}</td>
          <td>{same && <b>{m.hearings_same()}</b>}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const OwnContact = ({ ours, more }: { ours: Contact; more: number }) => (
  <div className="match-contact">
    <div>
      <b>{m.hearings_your_contact()}</b>
      <VisibilityMark who="school" />
    </div>
    <p>
      {[ours.contactPerson, ours.knows && m.hearings_known_by({ who: ours.knows }), ours.note]
        .flatMap((part) => part || [])
        .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
        .join(' ') || m.hearings_contact_bare()}
      {more > 0 && (
        <span className="tov-dim">
          {' '}
          {more === 1 ? m.hearings_more_contacts_one() : m.hearings_more_contacts({ count: more })}
        </span>
      )}
    </p>
  </div>
)

type Props = {
  row: Heard
  hearing: AnswerOf<typeof showHearing>
  onStrike: () => void
  onKeep: () => void
  onUndo: () => void
}

const Buttons = ({ row, hearing, onStrike, onKeep, onUndo }: Props) => {
  if (!hearing.can.strike) return null
  if (row.decision)
    return (
      <Button fullWidth justify="space-between" rightSection={<KeyCap>z</KeyCap>} onClick={onUndo}>
        {row.decision === 'struck' ? m.hearings_undo_strike() : m.hearings_undo_keep()}
      </Button>
    )
  const knows = row.contact?.knows?.split(/\s+/)[0]
  return (
    <div className="match-buttons">
      <Button
        variant={hearing.counts.knownLeft === 0 ? 'default' : 'filled'}
        fullWidth
        justify="space-between"
        rightSection={<KeyCap>x</KeyCap>}
        onClick={onStrike}
      >
        {knows ? m.hearings_strike_takes({ who: knows }) : m.hearings_strike()}
      </Button>
      <Button fullWidth justify="space-between" rightSection={<KeyCap>b</KeyCap>} onClick={onKeep}>
        {m.hearings_keep()}
      </Button>
    </div>
  )
}

const says = (row: Heard) => {
  if (row.reasons.length === 0) return m.hearings_panel_unknown()
  const match = saysMatch(row.reasons)
  const why = match.charAt(0).toLocaleLowerCase() + match.slice(1)
  return row.certain ? m.hearings_panel_certain({ why }) : m.hearings_panel_likely({ why })
}

/** The chosen company: what is the same, whose contact it is here, and what to do with it. */
export const MatchPanel = (props: Props) => {
  const { row, hearing } = props
  return (
    <section className="match tov-card" aria-label={row.name}>
      <h2>{row.name}</h2>
      <p className="tov-dim tov-small">
        {[`CVR ${saysNumber(row.cvr)}`, row.industryText, saysStaff(row.employees)].filter(Boolean).join(' · ')}
      </p>
      {row.protected && <StateTag tone="venter">{m.hearings_protected()}</StateTag>}
      <p>{says(row)}</p>
      {row.contact && <Comparison row={row} ours={row.contact} />}
      {row.contact && <OwnContact ours={row.contact} more={row.moreContacts} />}
      {row.decision && row.decidedBy && row.decidedAt && (
        <p className="tov-dim">
          {row.decision === 'struck'
            ? m.hearings_decided_struck({
                who: row.decidedBy,
                when: saysDate(row.decidedAt),
                until: saysDate(row.untilOn ?? hearing.strikeUntil),
              })
            : m.hearings_decided_kept({ who: row.decidedBy, when: saysDate(row.decidedAt) })}
        </p>
      )}
      <Buttons {...props} />
      {hearing.can.strike && !row.decision && (
        <p className="tov-dim tov-small">{m.hearings_strike_until({ date: saysDate(hearing.strikeUntil) })}</p>
      )}
    </section>
  )
}
