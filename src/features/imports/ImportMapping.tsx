import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import { useAct } from '#web/data/act.ts'
import { Card } from '#web/parts/Card.tsx'
import { number } from '#web/parts/numbers.ts'
import { columnFields, type ColumnField, runImport, type showImport, tryImport } from './imports.schema.ts'
import { columnName } from './ImportWords.tsx'

export type Work = AnswerOf<typeof showImport>
type Mapping = Work['mapping']

/** The field a column holds, or '' for none. */
const fieldAt = (mapping: Mapping, at: number) => columnFields.find((field) => mapping[field] === at) ?? ''

/** Gives a column another field; what held the field before holds nothing now. */
const withField = (mapping: Mapping, at: number, field: string): Mapping => {
  const others = Object.entries(mapping).filter(([known, place]) => place !== at && known !== field)
  return Object.fromEntries([...others, ...(field === '' ? [] : [[field as ColumnField, at] as const])]) as Mapping
}

const ColumnRow = ({
  work,
  at,
  mapping,
  onChange,
}: {
  work: Work
  at: number
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) => {
  const heading = work.header[at] || m.imports_unnamed({ number: at + 1 })
  const samples = work.sample.map((row) => row[at] ?? '').filter((cell) => cell !== '')
  const options = [
    { value: '', label: m.imports_not_used() },
    ...columnFields.map((field) => ({ value: field, label: columnName(field) })),
  ]
  const field = fieldAt(mapping, at)
  return (
    <tr data-used={field !== '' || undefined}>
      <th scope="row">{heading}</th>
      <td className="companies-samples">
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
  work,
  mapping,
  onChange,
}: {
  work: Work
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) => (
  <div className="companies-scroll">
    <table className="companies-mapping">
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
          <ColumnRow key={`${heading}-${at}`} work={work} at={at} mapping={mapping} onChange={onChange} />
        ))}
      </tbody>
    </table>
  </div>
)

const Sample = ({ work }: { work: Work }) => (
  <div className="companies-scroll">
    <table className="companies-mapping">
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

/** What the file's columns hold, as guessed; the dry run is the next thing to do. */
export const ImportMapping = ({ work, onTried }: { work: Work; onTried: () => void }) => {
  const [mapping, setMapping] = useState(work.mapping)
  const params = { id: work.id }
  const trying = useAct(tryImport, { onDone: onTried })
  const running = useAct(runImport, { onDone: onTried })
  const isList = work.format === 'list'
  const lacks = isList && mapping.cvr === undefined
  const body = isList ? { mapping } : {}
  const busy = trying.running || running.running
  return (
    <Card
      title={work.fileName}
      right={work.rowsTotal === 1 ? m.imports_rows_one() : m.imports_rows({ count: number(work.rowsTotal) })}
    >
      {work.failure && (
        <p className="companies-problem" role="alert">
          {work.failure}
        </p>
      )}
      <p className="companies-lead">{isList ? m.imports_columns_text() : m.imports_register_text()}</p>
      {work.fileNotes.length > 0 && (
        <ul className="companies-filenotes">
          {work.fileNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {isList ? <Columns work={work} mapping={mapping} onChange={setMapping} /> : <Sample work={work} />}
      {lacks && (
        <p className="companies-problem" role="status">
          {m.imports_lacks_cvr()}
        </p>
      )}
      <div className="companies-buttons">
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
