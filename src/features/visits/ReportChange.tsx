import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAct } from '#web/data/act.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import { fieldErrors } from '#web/parts/form-values.ts'
import type { Path } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { sayProblem } from '#web/data/notices.ts'
import { Page } from '#web/parts/Page.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { SensitiveNote, useSensitiveAt } from '../restricted-parts/SensitiveNote.tsx'
import { namesIn, toldIn, type Written } from './ReportDraft.tsx'
import { NeedsCard, TookPartCard, TopicsCard } from './ReportParts.tsx'
import * as contract from './visits.schema.ts'

type Visit = AnswerOf<typeof contract.showVisit>
type Part = Pick<Written, 'about' | 'needs' | 'topics' | 'tookPart'>
const partOf = (visit: Visit): Part => ({
  about: visit.about,
  needs: visit.needs.map((need) => ({
    ...need,
    education: contract.educationCodes.find((code) => code === need.education) ?? null,
  })),
  // By number who is known: a name that stands there may be mended on the card.
  tookPart: visit.tookPart.map(({ personId, name }) => ({ personId, name: personId === null ? name : '', add: false })),
  topics: contract.topicCodes.filter((code) => visit.topics.includes(code)),
})

/** One of the two versions, in a glance. */
const Version = ({ about, needs, topics }: Part) => (
  <>
    {about}
    {needs
      .filter(({ words }) => words.trim() !== '')
      .map(({ words }) => (
        <p key={words} className="tov-dim">
          “{words}”
        </p>
      ))}
    {topics.length > 0 && (
      <p className="tov-dim tov-small">{topics.map((code) => contract.topicName(code, getLocale())).join(', ')}</p>
    )}
  </>
)

/** A change as it is typed, on the version it was read from; a version that came in between is kept beside it. */
const useChange = (visit: Visit, onDone: () => void) => {
  const [written, setWritten] = useState(() => partOf(visit))
  const [version, setVersion] = useState(visit.version)
  const [theirs, setTheirs] = useState<Visit>()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const act = useAct(contract.changeVisit, {
    says: () => m.visits_changed(),
    onDone,
    onProblem: (problem) => {
      const now = z.safeParse(contract.Visit, problem.more['now'])
      if (problem.code === 'changed-meanwhile' && now.success) {
        setTheirs(now.data)
        return true
      }
      const { fields, rest } = fieldErrors(problem, ['about', 'tookPart', 'needs', 'topics'])
      setErrors(fields)
      if (rest) sayProblem(rest)
      return true
    },
  })
  const sensitive = useSensitiveAt(visit.companyId, toldIn(written), namesIn(written))
  const save = (over = version) => {
    if (sensitive.stops()) return
    const needs = written.needs.filter(({ words }) => words.trim() !== '')
    void act.run({ params: { id: visit.id }, body: { ...written, needs, version: over } })
  }
  /** Which of the two stands: theirs, or mine over theirs. */
  const choose = (other: Visit, mine: boolean) => {
    setVersion(other.version)
    setTheirs(undefined)
    if (mine) save(other.version)
    else setWritten(partOf(other))
  }
  return {
    written,
    theirs,
    errors,
    sensitive,
    save,
    choose,
    change: (part: Partial<Part>) => setWritten({ ...written, ...part }),
  }
}

/** Mends a report that has been sent; the old text stays in the history. */
export const ReportChange = ({
  visit,
  up,
  onDone,
}: {
  visit: Visit
  up: { to: Path; text: string }
  onDone: () => void
}) => {
  const { written, theirs, errors, sensitive, save, choose, change } = useChange(visit, onDone)
  useKeys([{ key: 'ctrl+enter', says: m.visits_change_save(), run: () => save() }])
  const buttons = (
    <>
      <Button onClick={onDone}>{m.visits_change_stop()}</Button>
      <Button variant={theirs ? 'default' : 'filled'} disabled={theirs !== undefined} onClick={() => save()}>
        {m.visits_change_save()} <KeyCap>Ctrl ↵</KeyCap>
      </Button>
    </>
  )
  return (
    <Page
      title={m.visits_change_title()}
      up={up}
      subtitle={`${visit.company}, ${saysMoment(visit.visitedAt)}`}
      actions={buttons}
      foot={buttons}
      asideWidth={420}
      aside={<TopicsCard topics={written.topics} onChange={(topics) => change({ topics })} />}
    >
      {theirs && (
        <BothVersions
          theirs={<Version {...partOf(theirs)} />}
          mine={<Version {...written} />}
          onTake={() => choose(theirs, false)}
          onKeep={() => choose(theirs, true)}
        />
      )}
      <Card title={m.visits_about()} right={<VisibilityMark who={whoReads.report} />}>
        <Textarea
          className="visits-about"
          aria-label={m.visits_about()}
          value={written.about}
          maxLength={8000}
          autosize
          minRows={5}
          error={errors['about']}
          onChange={(event) => change({ about: event.currentTarget.value })}
        />
        <SensitiveNote of={sensitive} who="all" />
      </Card>
      <TookPartCard
        companyId={visit.companyId}
        value={written.tookPart}
        errors={errors}
        onChange={(tookPart) => change({ tookPart })}
      />
      <NeedsCard needs={written.needs} errors={errors} onChange={(needs) => change({ needs })} />
    </Page>
  )
}
