import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { FilePick } from '#web/parts/FilePick.tsx'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { EarlierImports } from './EarlierImports.tsx'
import { ImportMapping } from './ImportMapping.tsx'
import { ImportProgress, ImportResult } from './ImportResult.tsx'
import type { Imported } from './ImportWords.tsx'
import './imports.css'

type Which = { nr: number; kolonner: 'ja' }
type SetWhich = (change: { [Key in keyof Which]?: Which[Key] | undefined }) => void
const mostBytes = 200_000_000

const ChooseFile = ({ of, onTaken }: { of: Imported; onTaken: (id: number) => void }) => {
  const [file, setFile] = useState<File>()
  const [progress, setProgress] = useState<number>()
  const [refused, setRefused] = useState('')
  const upload = useAct(of.contract.upload, {
    onDone: ({ id }) => onTaken(id),
    onProblem: (problem) => {
      setRefused(problem.title)
      return problem.status < 500
    },
  })
  const send = async () => {
    setRefused('')
    setProgress(0)
    if (file) await upload.run({ query: { name: file.name } }, { file, onProgress: setProgress })
    setProgress(undefined)
  }
  const choose = (given: File | undefined) => {
    setFile(given)
    setRefused('')
  }
  return (
    <Card title={m.imports_choose()}>
      <p className="imports-lead">{of.words.choose()}</p>
      <FilePick
        label={of.words.file()}
        accept={of.accept}
        most={mostBytes}
        file={file}
        onFile={choose}
        progress={progress}
      />
      {refused && (
        <p className="imports-problem" role="alert">
          {refused}
        </p>
      )}
      <div className="imports-buttons">
        <Button
          variant="filled"
          disabled={!file}
          aria-disabled={upload.running || undefined}
          onClick={() => void (upload.running || send())}
        >
          {upload.running ? m.imports_reading() : m.imports_read()}
        </Button>
      </div>
    </Card>
  )
}

/** One import, in the step it is in. */
const OneImport = ({ of, id, columns, set }: { of: Imported; id: number; columns: boolean; set: SetWhich }) => {
  const { data, error } = useAnswer(of.contract.show, { params: { id } })
  if (error) return <EmptyState title={error.title}>{m.imports_gone()}</EmptyState>
  if (!data) return <GreyRows />
  const working = data.state === 'trying' || data.state === 'running'
  if (working) return <ImportProgress work={data} />
  const mapping = data.can.run && (data.state !== 'tried' || columns)
  if (mapping) return <ImportMapping of={of} work={data} key={data.id} onTried={() => set({ kolonner: undefined })} />
  return <ImportResult of={of} work={data} onColumns={() => set({ kolonner: 'ja' })} />
}

/** From a file to what it holds: choose, see what the columns hold, try, run, and undo when it was wrong. */
export const ImportPage = ({ of }: { of: Imported }) => {
  const { nr: id = 0, kolonner } = useSearch({ from: '/signed-in/framed/import' })
  const change = useChangeSearch<Which>()
  const show: SetWhich = (which) => change(which, { history: true })
  return (
    <Page
      title={of.words.title()}
      subtitle={of.words.subtitle()}
      up={of.back}
      actions={
        id > 0 && <Button onClick={() => show({ nr: undefined, kolonner: undefined })}>{m.imports_other()}</Button>
      }
    >
      {id > 0 ? (
        <OneImport of={of} id={id} columns={kolonner === 'ja'} set={show} />
      ) : (
        <>
          <ChooseFile of={of} onTaken={(taken) => show({ nr: taken })} />
          <EarlierImports of={of} onOpen={(one) => show({ nr: one })} />
        </>
      )}
    </Page>
  )
}
