import { Button, Textarea } from '@mantine/core'
import { IconFileUpload, IconListCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { FilePick } from '#web/parts/FilePick.tsx'
import { keepDraft, readDraft } from '#web/data/drafts.ts'
import { FromContacts } from './FromContacts.tsx'
import { addHandInFile, addHandInLines } from './hand-in.schema.ts'

const FromFile = ({ onDone }: { onDone: () => void }) => {
  const [file, setFile] = useState<File | undefined>()
  const [progress, setProgress] = useState<number | undefined>()
  const add = useAct(addHandInFile, { says: () => m.hand_in_said_added(), onDone })
  const send = () => {
    if (file) void add.run({ query: { name: file.name } }, { file, onProgress: setProgress })
  }
  return (
    <Dialog title={m.hand_in_from_file()} onClose={onDone}>
      <FilePick
        label={m.hand_in_file_label()}
        hint={m.hand_in_file_hint()}
        accept=".csv,.xlsx,.txt"
        most={10_000_000}
        file={file}
        onFile={setFile}
        progress={add.running ? progress : undefined}
      />
      <div className="tov-dialog-foot">
        <Button variant="filled" aria-disabled={!file || add.running || undefined} onClick={send}>
          {m.hand_in_file_read()}
        </Button>
      </div>
    </Dialog>
  )
}

const key = 'hand-in-lines'
/** What is typed and not looked up yet survives a closed tab; what is looked up is on the server. */
const useTyped = () => {
  const [text, put] = useState(() => readDraft<{ text: string }>(key)?.values.text ?? '')
  const setText = (next: string) => {
    put(next)
    keepDraft(key, { text: next })
  }
  return { text, setText }
}

/** Lines as the school has them: typed or pasted, from a file, from the own contacts. */
export const WriteLines = ({ empty }: { empty: boolean }) => {
  const { text, setText } = useTyped()
  const [open, setOpen] = useState<'file' | 'contacts' | undefined>()
  const add = useAct(addHandInLines, { onDone: () => setText('') })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const send = () => {
    if (lines.length > 0 && !add.running) void add.run({ body: { lines } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || lines.length === 0) return
    event.stopPropagation()
    event.preventDefault()
    send()
  }
  const close = () => setOpen(undefined)
  return (
    <div className="hand-in-write" data-empty={empty || undefined}>
      {empty && (
        <>
          <h2>{m.hand_in_put_in()}</h2>
          <p>{m.hand_in_put_in_text()}</p>
        </>
      )}
      <Textarea
        aria-label={m.hand_in_lines()}
        placeholder={empty ? m.hand_in_put_in_example() : m.hand_in_more_lines()}
        autosize
        minRows={empty ? 8 : 1}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className="hand-in-buttons">
        <Button leftSection={<IconListCheck size={18} aria-hidden />} onClick={() => setOpen('contacts')}>
          {m.hand_in_from_contacts()}
        </Button>
        <Button leftSection={<IconFileUpload size={18} aria-hidden />} onClick={() => setOpen('file')}>
          {m.hand_in_from_file()}
        </Button>
        {(empty || lines.length > 0) && (
          <Button
            className="hand-in-look-up"
            variant={empty ? 'filled' : 'default'}
            aria-disabled={lines.length === 0 || add.running || undefined}
            onClick={send}
          >
            {m.hand_in_look_up()}
          </Button>
        )}
      </div>
      {empty && <p className="hand-in-private tov-dim">{m.hand_in_private()}</p>}
      {open === 'file' && <FromFile onDone={close} />}
      {open === 'contacts' && <FromContacts onDone={close} />}
    </div>
  )
}
