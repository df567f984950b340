import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import { useAct } from '#web/data/act.ts'
import { Card } from '#web/parts/Card.tsx'
import { number } from '#web/parts/numbers.ts'
import { HowItIsRead } from '#web/parts/HowItIsRead.tsx'
import type { ImportContract } from './imports.schema.ts'
import type { ByHand } from '#platform/files/reading.schema'
import { FileNotes, type Imported } from './ImportWords.tsx'

export type Work = AnswerOf<ImportContract['show']>
type Mapping = Work['mapping']

/** The field a column holds, or '' for none. */
const fieldAt = (mapping: Mapping, at: number) => Object.keys(mapping).find((field) => mapping[field] === at) ?? ''

/** Gives a column another field; what held the field before holds nothing now. */
const withField = (mapping: Mapping, at: number, field: string): Mapping => {
  const others = Object.entries(mapping).filter(([known, place]) => place !== at && known !== field)
  return Object.fromEntries([...others, ...(field === '' ? [] : [[field, at] as const])])
}

const ColumnRow = ({
  of,
  work,
  at,
  mapping,
  onChange,
}: {
  of: Imported
  work: Work
  at: number
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) => {
  const heading = work.header[at] || m.imports_unnamed({ number: at + 1 })
  const samples = work.sample.map((row) => row[at] ?? '').filter((cell) => cell !== '')
  const options = [
    { value: '', label: m.imports_not_used() },
    ...of.columns.map(({ field, name }) => ({ value: field, label: name })),
  ]
  const field = fieldAt(mapping, at)
  return (
    <tr data-used={field !== '' || undefined}>
      <th scope="row">{heading}</th>
      <td className="imports-samples">
        {samples.slice(0, 3).join(' · ') || <span className="tov-dim">{m.imports_nothing()}</span>}
      </td>
      <td>
        <NativeSelect
          aria-label={m.imports_holds({ column: heading })}
          data={options}
          value={field}
          onChange={(event) => onChange(withField(mapping, at, event.currentTarget.value))}
        />
      </td>
    </tr>
  )
}

const Columns = ({
  of,
  work,
  mapping,
  onChange,
}: {
  of: Imported
  work: Work
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) => (
  <div className="imports-scroll">
    <table className="imports-mapping" data-columns>
      <thead>
        <tr>
          <th scope="col">{m.imports_column()}</th>
          <th scope="col">{m.imports_sample()}</th>
          <th scope="col">{m.imports_holds_short()}</th>
        </tr>
      </thead>
      <tbody>
        {work.header.map((heading, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a column is its place; headings may stand twice
          <ColumnRow key={`${heading}-${at}`} of={of} work={work} at={at} mapping={mapping} onChange={onChange} />
        ))}
      </tbody>
    </table>
  </div>
)

const Sample = ({ work }: { work: Work }) => (
  <div className="imports-scroll">
    <table className="imports-mapping">
      <thead>
        <tr>
          {work.header.map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {work.sample.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, at) => (
              <td key={work.header[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** How the file was read, and the choice of something else; a choice that does not fit is told beside it. */
const Read = ({ of, work }: { of: Imported; work: Work }) => {
  const [refused, setRefused] = useState('')
  const read = useAct(of.contract.read, {
    onProblem: ({ title, status }) => {
      setRefused(title)
      return status < 500
    },
  })
  const choose = (body: ByHand) => {
    setRefused('')
    void read.run({ params: { id: work.id }, body })
  }
  if (!work.reading || !work.can.readAgain) return null
  return <HowItIsRead reading={work.reading} onRead={choose} refused={refused} busy={read.running} />
}

/** What somebody says the columns hold, until the file is read in another way. */
const useMapping = ({ mapping, reading }: Work) => {
  const read = JSON.stringify([reading, mapping])
  const [edited, setEdited] = useState<{ read: string; mapping: Mapping }>()
  return [
    edited?.read === read ? edited.mapping : mapping,
    (changed: Mapping) => setEdited({ read, mapping: changed }),
  ] as const
}

/** What the file's columns hold, as guessed; the dry run is the next thing to do. */
export const ImportMapping = ({ of, work, onTried }: { of: Imported; work: Work; onTried: () => void }) => {
  const [mapping, setMapping] = useMapping(work)
  const [takesHidden, setTakesHidden] = useState(work.hidden?.taken ?? false)
  const params = { id: work.id }
  const trying = useAct(of.contract.attempt, { onDone: onTried })
  const running = useAct(of.contract.run, { onDone: onTried })
  const isList = work.format === 'list'
  const lacks = isList && mapping[of.needs] === undefined
  const body = isList ? { mapping, hidden: takesHidden } : {}
  const busy = trying.running || running.running
  return (
    <Card
      title={work.fileName}
      right={work.rowsTotal === 1 ? m.imports_rows_one() : m.imports_rows({ count: number(work.rowsTotal) })}
    >
      {work.failure && (
        <p className="imports-problem" role="alert">
          {work.failure}
        </p>
      )}
      <p className="imports-lead">{isList ? m.imports_columns_text() : of.words.documents()}</p>
      <FileNotes notes={work.fileNotes} />
      <Read of={of} work={work} />
      {isList ? <Columns of={of} work={work} mapping={mapping} onChange={setMapping} /> : <Sample work={work} />}
      {work.hidden && (
        <Checkbox
          className="imports-hidden"
          label={m.imports_hidden_take({ count: number(work.hidden.count), lines: work.hidden.lines })}
          checked={takesHidden}
          onChange={(event) => setTakesHidden(event.currentTarget.checked)}
        />
      )}
      {lacks && (
        <p className="imports-problem" role="status">
          {of.words.lacks()}
        </p>
      )}
      <div className="imports-buttons">
        <Button variant="filled" disabled={lacks || busy} onClick={() => void trying.run({ params, body })}>
          {m.imports_try()}
        </Button>
        <Button disabled={lacks || busy} onClick={() => void running.run({ params, body })}>
          {m.imports_run_now()}
        </Button>
      </div>
    </Card>
  )
}
