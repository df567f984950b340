import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { Whole } from './leaving-words.tsx'

const NothingLeft = ({ whole: { leaving, settled, open } }: { whole: Whole }) => (
  <Card title={m.leavings_nothing_left()} right={`${settled} / ${settled + open}`}>
    {/* With nothing to hand out, all of it is settled. */}
    <progress
      className="leavings-nothing-left"
      max={Math.max(1, settled + open)}
      value={settled + open === 0 ? 1 : settled}
      aria-label={m.leavings_group_counts({ settled, total: settled + open })}
    />
    <p className="tov-dim tov-small">
      {leaving.leftAt === null
        ? m.leavings_nothing_left_text({ date: saysDate(leaving.lastDay) })
        : m.leavings_nothing_left_over()}
    </p>
  </Card>
)

const Told = ({ whole: { leaving, mails } }: { whole: Whole }) => (
  <Card title={m.leavings_told()}>
    <p className="tov-dim tov-small">
      {mails ? m.leavings_told_text({ who: leaving.person.name }) : m.leavings_told_no_mail()}
    </p>
  </Card>
)

const kinds: Partial<Record<string, () => string>> = { note: m.leavings_own_note, draft: m.leavings_own_draft }
const Own = ({ whole: { leaving, personal } }: { whole: Whole }) => {
  const date = saysDate(leaving.lastDay)
  if (personal === null)
    return (
      <Card title={m.leavings_own()}>
        <p className="tov-dim tov-small">
          {leaving.leftAt === null
            ? m.leavings_own_others({ who: leaving.person.name, date })
            : m.leavings_own_others_left({ who: leaving.person.name })}
        </p>
      </Card>
    )
  return (
    <Card title={m.leavings_own()} right={<VisibilityMark who="personal" />}>
      <p className="tov-dim tov-small">
        {personal.length === 0 ? m.leavings_own_none() : m.leavings_own_text({ date })}
      </p>
      <ul className="leavings-own">
        {personal.map(({ kind, company, since }) => (
          <li key={`${kind} ${company.id} ${since}`}>
            <Go className="tov-link" to={`/virksomheder/${company.id}`}>
              {company.name}
            </Go>{' '}
            <span className="tov-dim tov-small">
              {kinds[kind]?.()}, {saysDate(since)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How much is settled, what the companies are told, and what is the leaver's alone. */
export const LeavingBeside = ({ whole }: { whole: Whole }) => (
  <>
    <NothingLeft whole={whole} />
    <Told whole={whole} />
    <Own whole={whole} />
  </>
)
