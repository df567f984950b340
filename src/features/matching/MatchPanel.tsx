import type { ReactNode } from 'react'
import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { inPairs, percent } from '#web/parts/numbers.ts'
import { MailAddress } from '#web/parts/MailAddress.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { saysStaff } from '../lists/ListWords.tsx'
import { saysMatch } from './match-words.shared.ts'
import { MatchWeights } from './MatchWeights.tsx'
import type { MatchedCompany } from './matching.schema.ts'
import './matching.css'

type Matched = z.infer<typeof MatchedCompany>
type Contact = NonNullable<Matched['contact']>
const address = (of: { street: string | null; postalCode: string | null; town: string | null }) =>
  [of.street, [of.postalCode, of.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** Field by field, what the list and the own contact say; what is the same is marked with a word. */
const lines = (row: Matched, ours: Contact) => {
  const has = (by: string) => row.reasons.some((reason) => reason.by === by)
  return [
    {
      field: m.matching_field_name(),
      theirs: row.name,
      mine: ours.name,
      same: row.name.toLocaleLowerCase() === ours.name.toLocaleLowerCase(),
    },
    {
      field: m.matching_field_cvr(),
      theirs: inPairs(row.cvr),
      mine: ours.cvr && inPairs(ours.cvr),
      same: has('cvr'),
    },
    ...(row.pNumber || ours.pNumber
      ? [{ field: m.school_contacts_field_p(), theirs: row.pNumber, mine: ours.pNumber, same: has('p-number') }]
      : []),
    {
      field: m.school_contacts_field_phone(),
      theirs: row.phone && inPairs(row.phone),
      mine: ours.phone && inPairs(ours.phone),
      same: has('phone'),
    },
    { field: m.school_contacts_field_email(), theirs: row.email, mine: ours.email, same: has('domain') },
    { field: m.school_contacts_field_address(), theirs: address(row), mine: address(ours), same: false },
  ]
}

/** A number stays on its line, an address of mail breaks where it may. */
const Said = ({ of }: { of: string }) => {
  if (of.includes('@')) return <MailAddress of={of} />
  return /^[\d ]+$/.test(of) ? <span className="match-number">{of}</span> : of
}

const Comparison = ({ row, ours }: { row: Matched; ours: Contact }) => (
  <table className="match-table">
    <thead>
      <tr>
        <th>
          <span className="tov-only-read">{m.matching_field()}</span>
        </th>
        <th>{m.matching_in_draw()}</th>
        <th>{m.matching_at_yours()}</th>
        <th>{m.matching_same_col()}</th>
      </tr>
    </thead>
    <tbody>
      {lines(row, ours).map(({ field, theirs, mine, same }) => (
        <tr key={field}>
          <th scope="row">{field}</th>
          <td>{(theirs && <Said of={theirs} />) || <span className="tov-dim">{m.matching_missing_value()}</span>}</td>
          <td>{(mine && <Said of={mine} />) || <span className="tov-dim">{m.matching_missing_value()}</span>}</td>
          <td>{same && <b>{m.matching_same()}</b>}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const OwnContact = ({ ours, more }: { ours: Contact; more: number }) => (
  <div className="match-contact">
    <div>
      <b>{m.matching_your_contact()}</b>
      <VisibilityMark who="school" />
    </div>
    <p>
      {[ours.contactPerson, ours.knows && m.matching_known_by({ who: ours.knows }), ours.note]
        .flatMap((part) => part || [])
        .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
        .join(' ') || m.matching_contact_bare()}
      {more > 0 && (
        <span className="tov-dim">
          {' '}
          {more === 1 ? m.matching_more_contacts_one() : m.matching_more_contacts({ count: more })}
        </span>
      )}
    </p>
  </div>
)

const says = (row: Matched, nobody: string) => {
  if (row.reasons.length === 0) return nobody
  const match = saysMatch(row)
  const why = match.charAt(0).toLocaleLowerCase() + match.slice(1)
  if (row.likely !== null && !row.certain) return m.matching_panel_weighed({ percent: percent(row.likely), why })
  return row.certain ? m.matching_panel_certain({ why }) : m.matching_panel_likely({ why })
}

type Panel = { row: Matched; nobody: string; why: boolean; onWhy: (open: boolean) => void; children: ReactNode }
/** The chosen company: what is the same, and whose contact it is here. `nobody`: what is said when nobody is like it; inside, what to do with it. */
export const MatchPanel = ({ row, nobody, why, onWhy, children }: Panel) => (
  <section className="match tov-card" aria-label={row.name}>
    <h2>{row.name}</h2>
    <p className="tov-dim tov-small">
      {[`CVR ${inPairs(row.cvr)}`, row.industryText, saysStaff(row.employees)].filter(Boolean).join(' · ')}
    </p>
    {row.protected && <StateTag tone="venter">{m.matching_protected()}</StateTag>}
    <p>{says(row, nobody)}</p>
    {row.contact && <Comparison row={row} ours={row.contact} />}
    {row.contact && <OwnContact ours={row.contact} more={row.moreContacts} />}
    {children}
    {row.weights.length > 0 && <MatchWeights row={row} open={why} onOpen={onWhy} />}
  </section>
)
