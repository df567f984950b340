import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listNotes, readers, removeNote, writeNote } from './notes.schema.ts'

type Reader = (typeof readers)[number]
const words: Record<Reader, { label: () => string; says: () => string }> = {
  centre: { label: m.web_sees_centre, says: m.notes_reads_centre },
  school: { label: m.web_sees_school, says: m.notes_reads_school },
  personal: { label: m.web_sees_personal, says: m.notes_reads_personal },
}
export const notesOf = (companyId: number) => ({ query: { companyId } }) as const

/** The words, and who reads them: said before they are written. */
export const NoteDialog = ({ companyId, onClose }: { companyId: number; onClose: () => void }) => {
  const { data } = useAnswer(listNotes, notesOf(companyId))
  const [visibility, setVisibility] = useState<Reader>('centre')
  const form = useContractForm(writeNote, {
    initial: { companyId, words: '', visibility: 'centre' },
    says: () => m.notes_said_written(),
    onDone: onClose,
  })
  return (
    <Dialog title={m.notes_write()} onClose={onClose}>
      <ContractForm of={form}>
        <Choices
          label={m.web_sees()}
          value={visibility}
          options={(data?.readers ?? ['centre', 'personal']).map((value) => ({ value, label: words[value].label() }))}
          onChange={(value) => {
            setVisibility(value)
            form.set('visibility', value)
          }}
        />
        <Textarea
          label={m.notes_words()}
          description={words[visibility].says()}
          data-autofocus
          autosize
          minRows={3}
          maxLength={2000}
          {...form.field('words')}
        />
        <div className="tov-form-foot">
          <VisibilityMark who={visibility} />
          <SendButton of={form}>{m.notes_save()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

/** Mine alone: gone with its words. */
export const RemoveNote = ({ note }: { note: RowOf<typeof listNotes> }) => {
  const [sure, setSure] = useState(false)
  const remove = useAct(removeNote, { says: () => m.notes_said_removed() })
  if (!note.can.remove) return null
  if (!sure)
    return (
      <button type="button" className="tov-text-button" onClick={() => setSure(true)}>
        {m.notes_remove()}
      </button>
    )
  return (
    <>
      <Button size="compact-sm" onClick={() => void remove.run({ params: { id: note.id } })}>
        {m.notes_remove_sure()}
      </Button>{' '}
      <button type="button" className="tov-text-button" onClick={() => setSure(false)}>
        {m.web_no_thanks()}
      </button>
    </>
  )
}
