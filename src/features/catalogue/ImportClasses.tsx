import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { FilePick } from '#web/parts/FilePick.tsx'
import { number } from '#web/parts/numbers.ts'
import { sentenceOf } from '#web/data/problem.ts'
import type { AnswerOf } from '#platform/endpoint'
import { EarlierClassImports } from './EarlierClassImports.tsx'
import type { ByHand } from '#platform/files/reading.schema'
import { HowItIsRead } from '#web/parts/HowItIsRead.tsx'
import { importClassFile, undoClassImport } from './catalogue.schema.ts'

type Result = AnswerOf<typeof importClassFile>
const most = 64 * 1024 * 1024

/** "128 nye hold, 0 ændret, 0 som før, 2 rækker kan ikke læses." */
const Counts = ({ of: result }: { of: Result }) => (
  <p className="catalogue-import-result" role="status">
    <b>
      {result.created === 1 ? m.catalogue_result_one_new() : m.catalogue_result_new({ count: number(result.created) })}
    </b>
    , {m.catalogue_result_changed({ count: number(result.updated) })},{' '}
    {m.catalogue_result_same({ count: number(result.unchanged) })}.{' '}
    {result.newProviders > 0 && m.catalogue_result_providers({ count: number(result.newProviders) })}{' '}
    {result.rejected > 0 && (
      <b>
        {result.rejected === 1
          ? m.catalogue_result_one_rejected()
          : m.catalogue_result_rejected({ count: number(result.rejected) })}
      </b>
    )}
  </p>
)

const Errors = ({ of: { errors, notes } }: { of: Result }) => (
  <>
    {notes.map((note) => (
      <p key={note} className="catalogue-import-result">
        {note}
      </p>
    ))}
    {errors.length > 0 && (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
      <div className="catalogue-errors" tabIndex={0} role="region" aria-label={m.catalogue_errors()}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.catalogue_line()}</th>
              <th scope="col">{m.catalogue_column()}</th>
              <th scope="col">{m.catalogue_reason()}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <tr key={`${error.line} ${error.column} ${error.reason}`}>
                <td>{error.line}</td>
                <td>{error.column}</td>
                <td>
                  {error.rejected && <b>{m.imports_row_out()} </b>}
                  {error.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
)

const titleOf = ({ created, updated }: Result) =>
  created + updated === 1 ? m.catalogue_import_run_one() : m.catalogue_import_run({ count: number(created + updated) })

const useImport = (onClose: () => void) => {
  const [file, setFile] = useState<File>()
  const [progress, setProgress] = useState<number>()
  const [tried, setTried] = useState<Result>()
  const [refused, setRefused] = useState('')
  const attempt = useAct(importClassFile, {
    onProblem: (problem) => {
      setRefused(sentenceOf(problem, m.web_failed()))
      return true
    },
  })
  const done = useAct(importClassFile, {
    says: (answer) => m.catalogue_imported({ count: number(answer.created + answer.updated) }),
    undo: (answer) => {
      const id = answer.importId
      return id === null ? undefined : () => call(undoClassImport, { params: { id } })
    },
    onDone: (answer) => {
      setTried(undefined)
      setFile(undefined)
      if (answer.rejected === 0) onClose()
      else setTried(answer)
    },
  })
  const take = async (given: File | undefined) => {
    setFile(given)
    setTried(undefined)
    setRefused('')
    if (!given) return
    setProgress(0)
    setTried(
      await attempt.run({ query: { name: given.name, dryRun: 'true' } }, { file: given, onProgress: setProgress }),
    )
    setProgress(undefined)
  }
  const read = async (byHand: ByHand) => {
    setRefused('')
    const again = file && (await attempt.run({ query: { name: file.name, dryRun: 'true', ...byHand } }, { file }))
    if (again) setTried(again)
  }
  const run = () => file && done.run({ query: { name: file.name, ...tried?.reading?.byHand } }, { file })
  return { ...{ file, progress, tried, refused, take, read, run }, running: done.running, reading: attempt.running }
}

/** File, then a dry run that tells what would happen, then the import itself, which can be undone. */
export const ImportClasses = ({ onClose }: { onClose: () => void }) => {
  const { file, progress, tried, refused, take, read, run, running, reading } = useImport(onClose)
  const isTried = tried && tried.importId === null
  return (
    <Card title={m.catalogue_import_title()}>
      <div className="catalogue-import">
        <FilePick
          label={m.catalogue_import_file()}
          accept=".csv,.xlsx"
          file={file}
          onFile={(given) => void take(given)}
          most={most}
          progress={progress}
          hint={m.catalogue_import_hint()}
        />
        {refused && !isTried && (
          <p className="tov-form-problem" role="alert">
            {refused}
          </p>
        )}
        {tried && (
          <>
            <Counts of={tried} />
            {isTried && tried.reading && (
              <HowItIsRead
                reading={tried.reading}
                onRead={(byHand) => void read(byHand)}
                refused={refused}
                busy={reading}
              />
            )}
            <Errors of={tried} />
          </>
        )}
        <div className="catalogue-import-buttons">
          {isTried && tried.created + tried.updated > 0 && (
            <Button variant="filled" loading={running} onClick={() => void run()}>
              {titleOf(tried)}
            </Button>
          )}
          {isTried && tried.created + tried.updated === 0 && <span>{m.catalogue_import_nothing()}</span>}
          <Button onClick={onClose}>{m.web_close()}</Button>
        </div>
        <EarlierClassImports />
      </div>
    </Card>
  )
}
