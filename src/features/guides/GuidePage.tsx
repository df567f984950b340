import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Page } from '#web/parts/Page.tsx'
import { tradeAreas } from '../trade-areas/trade-areas.table.ts'
import { GuideForm } from './GuideForm.tsx'
import { type Guide, type Question, showGuide } from './guides.schema.ts'
import { occasions, partCodes, parts } from './parts.table.ts'
import './guides.css'

const writtenBy = ({ version, writtenBy: who, writtenAt }: Guide) =>
  who && writtenAt ? m.guides_version_by({ n: version, who, when: saysMoment(writtenAt) }) : m.guides_version_house()

/** For which visits it is; nothing: for every one. */
const isFor = ({ occasion, trade }: Question) =>
  [occasion && occasions[occasion](), trade && tradeAreas[trade]()].filter(Boolean).join(', ')

const Questions = ({ questions }: Pick<Guide, 'questions'>) =>
  partCodes.map((part) => {
    const of = questions.filter((question) => question.part === part)
    return (
      of.length > 0 && (
        <section key={part}>
          <h3>{parts[part]()}</h3>
          <ul className="guides-questions">
            {of.map((question) => (
              <li key={`${question.occasion} ${question.trade} ${question.words}`}>
                {question.words}
                <div className="tov-dim tov-small">{isFor(question)}</div>
              </li>
            ))}
          </ul>
        </section>
      )
    )
  })

const Before = ({ versions }: { versions: readonly Guide[] }) => (
  <Card title={m.guides_before()}>
    {versions.map((version) => (
      <details key={version.version}>
        <summary>{writtenBy(version)}</summary>
        <Questions questions={version.questions} />
      </details>
    ))}
  </Card>
)

/** What we ask at a visit, and its versions. */
export default function GuidePage() {
  const { data, error } = useAnswer(showGuide)
  const [writing, setWriting] = useState(false)
  return (
    <Page
      title={m.guides_title()}
      subtitle={data && writtenBy(data.now)}
      actions={data?.can.write && !writing && <Button onClick={() => setWriting(true)}>{m.guides_write()}</Button>}
    >
      {error && !data && <EmptyState title={error.title}>{error.detail}</EmptyState>}
      {!data && !error && <GreyRows />}
      {data && writing && <GuideForm now={data.now} onDone={() => setWriting(false)} />}
      {data && !writing && (
        <Card title={m.guides_order()}>
          <p className="tov-dim">{m.guides_text()}</p>
          <Questions questions={data.now.questions} />
          <p className="guides-unknown">
            <b>{m.guides_unknown()}:</b> {m.guides_unknown_text()}
          </p>
        </Card>
      )}
      {data && data.before.length > 0 && <Before versions={data.before} />}
    </Page>
  )
}
