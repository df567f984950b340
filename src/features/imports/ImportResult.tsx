import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { exportsOf } from '#web/data/address.ts'
import { useInfiniteAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysNearMoment } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { number } from '#web/parts/numbers.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { Work } from './ImportMapping.tsx'
import { FileNotes, type Imported } from './ImportWords.tsx'

/** How far it is, kept up to date by live messages. */
export const ImportProgress = ({ work }: { work: Work }) => (
  <Card title={work.fileName}>
    <p role="status">{work.state === 'trying' ? m.imports_trying() : m.imports_running()}</p>
    <progress
      className="imports-progress"
      max={Math.max(1, work.rowsTotal)}
      value={work.rowsDone}
      aria-label={m.imports_progress()}
    />
    <p className="tov-dim">{m.imports_so_far({ done: number(work.rowsDone), total: number(work.rowsTotal) })}</p>
    <p className="tov-dim">{m.imports_leave()}</p>
  </Card>
)

const Count = ({ name, value, tone }: { name: string; value: number; tone?: 'galt' | undefined }) => (
  <div data-tone={value > 0 ? tone : undefined}>
    <dt>{name}</dt>
    <dd className="tov-figures">{number(value)}</dd>
  </div>
)

const Counts = ({ work }: { work: Work }) => {
  const tried = work.state === 'tried'
  return (
    <dl className="imports-counts">
      <Count name={tried ? m.imports_would_create() : m.imports_created()} value={work.created} />
      <Count name={tried ? m.imports_would_update() : m.imports_updated()} value={work.updated} />
      <Count name={m.imports_unchanged()} value={work.unchanged} />
      <Count name={tried ? m.imports_would_reject() : m.imports_rejected()} value={work.rejected} tone="galt" />
    </dl>
  )
}

const Notes = ({ of, work }: { of: Imported; work: Work }) => (
  <>
    {work.warnings.map(({ field, percent }) => (
      <p key={field} className="imports-warning">
        {of.words.warning(of.fieldName(field), percent)}
      </p>
    ))}
    {work.fields.length > 0 && (
      <p>
        {m.imports_fields({
          fields: work.fields
            .map(({ field, count }) => `${of.fieldName(field).toLowerCase()} ${number(count)}`)
            .join(', '),
        })}
      </p>
    )}
    {work.stayed > 0 && <p>{of.words.stayed(work.stayed)}</p>}
    {work.notes > 0 && (
      <p>{work.notes === 1 ? m.imports_notes_one() : m.imports_notes({ count: number(work.notes) })}</p>
    )}
  </>
)

const Errors = ({ of, work }: { of: Imported; work: Work }) => {
  const input = { params: { id: work.id } }
  const list = useInfiniteAnswer(of.contract.errors, { ...input, query: { limit: 50 } })
  const files = exportsOf(of.contract.errors, { ...input, query: {} })
  return (
    <Card
      title={m.imports_errors()}
      right={
        <span className="imports-files">
          <IconDownload size={15} aria-hidden />
          <a href={files.csv} download>
            CSV
          </a>
          <a href={files.xlsx} download>
            Excel
          </a>
        </span>
      }
    >
      {list.error && <ListFailed list={list} />}
      <div className="imports-scroll">
        <table className="imports-mapping">
          <thead>
            <tr>
              <th scope="col">{m.imports_line()}</th>
              <th scope="col">{m.imports_column()}</th>
              <th scope="col">{m.imports_reason()}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.n}>
                <td className="tov-figures">{row.line}</td>
                <td>{row.column ?? ''}</td>
                <td>
                  {row.rejected && <b>{m.imports_row_out()} </b>}
                  {row.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <button type="button" className="tov-text-button" onClick={list.more}>
          {m.imports_more_errors()}
        </button>
      )}
    </Card>
  )
}

const hiddenSaid = ({ hidden, state }: Work): string[] => {
  if (!hidden) return []
  const values = { count: number(hidden.count), lines: hidden.lines }
  if (hidden.taken) return [m.imports_hidden_taken(values)]
  return [state === 'tried' ? m.imports_hidden_choice(values) : m.imports_hidden_left(values)]
}

const title = ({ state }: Work) => {
  if (state === 'tried') return m.imports_tried()
  if (state === 'undone') return m.imports_was_undone()
  return state === 'failed' ? m.imports_failed() : m.imports_done()
}

const Undo = ({ of, work }: { of: Imported; work: Work }) => {
  const [asks, setAsks] = useState(false)
  const undo = useAct(of.contract.undo, { says: () => m.imports_was_undone() })
  return (
    <>
      <Button disabled={undo.running} onClick={() => setAsks(true)}>
        {m.imports_undo()}
      </Button>
      <Ask
        open={asks}
        title={m.imports_undo_title()}
        yes={m.imports_undo()}
        onYes={() => void undo.run({ params: { id: work.id } })}
        onClose={() => setAsks(false)}
      >
        {of.words.undo(work.created, work.updated)}
      </Ask>
    </>
  )
}

/** What it would do, or did; what did not come in and why; and the way back. */
export const ImportResult = ({ of, work, onColumns }: { of: Imported; work: Work; onColumns: () => void }) => {
  const run = useAct(of.contract.run)
  const changes = work.created + work.updated
  return (
    <>
      <Card title={title(work)} right={work.fileName}>
        {work.failure && (
          <p className="imports-problem" role="alert">
            {work.failure}
          </p>
        )}
        {work.state === 'undone' && work.undoneAt && (
          <p>
            <StateTag>{m.imports_undone()}</StateTag>{' '}
            {m.imports_by_on({ who: work.undoneBy ?? '', date: saysNearMoment(work.undoneAt) })}
          </p>
        )}
        {work.state !== 'failed' && <Counts work={work} />}
        <FileNotes notes={[...work.fileNotes, ...hiddenSaid(work)]} />
        <Notes of={of} work={work} />
        <div className="imports-buttons">
          {work.state === 'tried' && (
            <>
              <Button
                variant="filled"
                disabled={changes === 0 || run.running}
                onClick={() => void run.run({ params: { id: work.id }, body: {} })}
              >
                {of.words.run(changes)}
              </Button>
              {work.format === 'list' && <Button onClick={onColumns}>{m.imports_columns()}</Button>}
            </>
          )}
          {work.state === 'done' && (
            <Button variant="filled" component={Go} to={of.back.to}>
              {of.words.see()}
            </Button>
          )}
          {work.can.undo && <Undo of={of} work={work} />}
        </div>
      </Card>
      {work.rejected + work.notes > 0 && <Errors of={of} work={work} />}
    </>
  )
}
