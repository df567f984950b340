import { Button } from '@mantine/core'
import { useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { sayProblem } from '#web/data/notices.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { fieldErrors } from '#web/parts/form-values.ts'
import { useOpened } from '#web/parts/opened.ts'
import { ReadersMark, RestrictedFields, useReaders } from '../restricted-parts/RestrictedFields.tsx'
import { RestrictedPart, type RestrictedPartDraft } from '../restricted-parts/restricted-parts.schema.ts'
import { SensitiveNote, useSensitiveAt } from '../restricted-parts/SensitiveNote.tsx'
import { keepRestrictedPart, removeRestrictedPart, type showVisit } from '../visits/visits.schema.ts'

type Visit = AnswerOf<typeof showVisit>
const draftOf = (part: RestrictedPart | undefined): RestrictedPartDraft => ({
  words: part?.words ?? '',
  readers: part?.readers.map(({ id }) => id) ?? [],
})

/** As it is typed, on the version it was read from; another window's is kept beside it until somebody has chosen. */
const useWriting = (visit: Visit, part: RestrictedPart | undefined, onDone: () => void) => {
  const [value, setValue] = useState(() => draftOf(part))
  const [version, setVersion] = useState(part?.version ?? 0)
  const [other, setOther] = useState<RestrictedPart>()
  const [error, setError] = useState<string>()
  const sensitive = useSensitiveAt(
    visit.companyId,
    [value.words],
    visit.tookPart.map(({ name }) => name),
  )
  const act = useAct(keepRestrictedPart, {
    says: () => m.restricted_parts_kept(),
    onDone,
    onProblem: (problem) => {
      const now = z.safeParse(RestrictedPart, problem.more['now'])
      if (problem.code === 'changed-meanwhile' && now.success) setOther(now.data)
      else {
        const { fields, rest } = fieldErrors(problem, ['words', 'readers'])
        setError(Object.values(fields)[0])
        if (rest) sayProblem(rest)
      }
      return true
    },
  })
  const save = (over = version) => {
    if (!sensitive.stops()) void act.run({ params: { id: visit.id }, body: { ...value, version: over } })
  }
  /** Which of the two stands: the other window's, or this one over it. */
  const choose = (theirs: RestrictedPart, mine: boolean) => {
    setVersion(theirs.version)
    setOther(undefined)
    if (mine) save(theirs.version)
    else setValue(draftOf(theirs))
  }
  return { value, setValue, other, error, sensitive, save, choose, running: act.running }
}

const Writing = ({ visit, part, onDone }: { visit: Visit; part: RestrictedPart | undefined; onDone: () => void }) => {
  const { value, setValue, other, error, sensitive, save, choose, running } = useWriting(visit, part, onDone)
  const { names } = useReaders(value.readers)
  return (
    <div {...useOpened(onDone)}>
      <Card title={m.restricted_parts_title()} right={<ReadersMark names={names} />}>
        {other && (
          <BothVersions
            theirs={other.words}
            mine={value.words}
            onTake={() => choose(other, false)}
            onKeep={() => choose(other, true)}
          />
        )}
        <RestrictedFields value={value} error={error} onChange={setValue} />
        <SensitiveNote of={sensitive} who="named" />
        <div className="reports-acts">
          <Button disabled={running || other !== undefined} onClick={() => save()}>
            {m.restricted_parts_keep()}
          </Button>
          <Button onClick={onDone}>{m.restricted_parts_stop()}</Button>
        </div>
      </Card>
    </div>
  )
}

type ReadingProps = { visit: Visit; part: RestrictedPart; onChange: () => void }
const Reading = ({ visit, part, onChange }: ReadingProps) => {
  const params = { id: visit.id }
  const remove = useAct(removeRestrictedPart, {
    says: () => m.restricted_parts_removed(),
    undo: () => () => call(keepRestrictedPart, { params, body: { ...draftOf(part), version: 0 } }),
  })
  return (
    <Card
      title={m.restricted_parts_title()}
      right={
        <ReadersMark names={part.readers.length === 0 ? [] : [part.by, ...part.readers].map(({ name }) => name)} />
      }
    >
      <p className="visits-text">{part.words}</p>
      <p className="visits-draft">{m.restricted_parts_by({ who: part.by.name, date: saysDate(part.writtenAt) })}</p>
      {part.mine && (
        <div className="reports-acts">
          {visit.can.change && (
            <Button size="compact-sm" onClick={onChange}>
              {m.restricted_parts_change()}
            </Button>
          )}
          <Button size="compact-sm" disabled={remove.running} onClick={() => void remove.run({ params })}>
            {m.restricted_parts_remove()}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Parts of a report that only named colleagues read. For everybody else there is nothing here, and nothing says that there could be. */
export const RestrictedParts = ({ visit }: { visit: Visit }) => {
  const [writing, setWriting] = useState(false)
  const mine = visit.restricted.find((part) => part.mine)
  const shown = visit.restricted.filter((part) => !(writing && part.mine))
  return (
    <>
      {shown.map((part) => (
        <Reading key={part.by.id} visit={visit} part={part} onChange={() => setWriting(true)} />
      ))}
      {writing && <Writing visit={visit} part={mine} onDone={() => setWriting(false)} />}
      {!writing && !mine && visit.can.change && (
        <button type="button" className="tov-text-button" onClick={() => setWriting(true)}>
          {m.restricted_parts_add()}
        </button>
      )}
    </>
  )
}
