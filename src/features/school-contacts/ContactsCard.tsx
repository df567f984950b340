import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import type { AnswerOf, InputOf } from '#platform/endpoint'
import { useAct } from '#web/data/act.ts'
import { addressOf } from '#web/data/address.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysNearMoment } from '#web/parts/dates.ts'
import { FilePick } from '#web/parts/FilePick.tsx'
import { number } from '#web/parts/numbers.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { ByHand } from '#platform/files/reading.schema'
import { HowItIsRead } from '#web/parts/HowItIsRead.tsx'
import { type Columns, Errors, FileNotes, type LookedAt, Mapping } from './LookedAtList.tsx'
import {
  deleteSchoolContacts,
  listContactUploads,
  undoContactUpload,
  uploadContacts,
} from './school-contacts.schema.ts'
import './school-contacts.css'

type Query = InputOf<typeof uploadContacts>['query']
type Chosen = { columns?: Columns | undefined; byHand?: ByHand | undefined; hidden: boolean; replace: boolean }
const queryOf = ({ name }: File, { columns, byHand, hidden, replace }: Chosen): Query => ({
  name,
  ...byHand,
  ...(hidden && { hidden: 'true' }),
  ...(columns && { columns: JSON.stringify(columns) }),
  ...(replace && { replace: 'true' }),
})

/** Looks at a file: the same code as taking it in, taken back. What was looked at before stays when a choice does not fit. */
const useLook = (replace: boolean) => {
  const [looked, setLooked] = useState<LookedAt | undefined>()
  const [refused, setRefused] = useState('')
  const [progress, setProgress] = useState<number | undefined>()
  const look = useAct(uploadContacts, {
    onDone: setLooked,
    onProblem: ({ title, status }) => {
      if (looked) setRefused(title)
      return looked !== undefined && status < 500
    },
  })
  const see = (file: File | undefined, chosen: Omit<Chosen, 'replace'>) => {
    setRefused('')
    if (file)
      void look.run(
        { query: { ...queryOf(file, { ...chosen, replace }), dry: 'true' } },
        { file, onProgress: setProgress },
      )
  }
  const forget = () => {
    setLooked(undefined)
    setProgress(undefined)
  }
  return { looked, refused, see, forget, reading: look.running, sent: look.running && !looked ? progress : undefined }
}

/** Look first, then take in what was looked at. */
const useUpload = () => {
  const [file, setFile] = useState<File | undefined>()
  const [replace, setReplace] = useState(true)
  const [hidden, setHidden] = useState(false)
  const { looked, refused, see, forget, reading, sent } = useLook(replace)
  const byHand = looked?.reading?.byHand
  const pick = (given: File | undefined) => {
    setFile(given)
    setHidden(false)
    forget()
    see(given, { hidden: false })
  }
  const take = useAct(uploadContacts, {
    says: (done) => m.school_contacts_upload_done({ created: number(done.created), unchanged: number(done.unchanged) }),
    undo: (done) => (done.id === null ? undefined : () => call(undoContactUpload, { params: { id: done.id ?? 0 } })),
    onDone: () => pick(undefined),
  })
  const again = (columns: Columns) => see(file, { columns, byHand, hidden })
  /** What the columns hold is guessed anew. */
  const read = (chosen: ByHand) => see(file, { byHand: chosen, hidden })
  const turnHidden = () => {
    setHidden(!hidden)
    see(file, { columns: looked?.columns, byHand, hidden: !hidden })
  }
  const takeIn = () => {
    if (file && looked)
      void take.run({ query: queryOf(file, { columns: looked.columns, byHand, hidden, replace }) }, { file })
  }
  const acts = { pick, again, read, turnHidden, takeIn, setReplace }
  return { ...acts, file, looked, replace, hidden, refused, reading, sent, taking: take.running }
}

const Looked = ({ of: up, had }: { of: ReturnType<typeof useUpload>; had: number }) =>
  up.looked ? (
    <div className="lists-stack" aria-live="polite">
      <p>
        {m.school_contacts_upload_looked({
          created: number(up.looked.created),
          unchanged: number(up.looked.unchanged),
        })}
      </p>
      <FileNotes looked={up.looked} hidden={up.hidden} onHidden={up.turnHidden} />
      {up.looked.reading && (
        <HowItIsRead reading={up.looked.reading} onRead={up.read} refused={up.refused} busy={up.reading} />
      )}
      <Mapping looked={up.looked} onChange={up.again} />
      <Errors looked={up.looked} />
      {had > 0 && (
        <NativeSelect
          label={m.school_contacts_upload_how()}
          value={up.replace ? 'replace' : 'append'}
          onChange={(event) => up.setReplace(event.currentTarget.value === 'replace')}
          data={[
            { value: 'replace', label: m.school_contacts_upload_replace() },
            { value: 'append', label: m.school_contacts_upload_append() },
          ]}
        />
      )}
      <div className="lists-buttons">
        <Button aria-disabled={up.taking || undefined} onClick={up.takeIn}>
          {m.school_contacts_upload_take()}
        </Button>
        <Button onClick={() => up.pick(undefined)}>{m.school_contacts_cancel()}</Button>
      </div>
    </div>
  ) : null

const Upload = ({ had }: { had: number }) => {
  const up = useUpload()
  return (
    <>
      <FilePick
        label={had === 0 ? m.school_contacts_upload() : m.school_contacts_upload_new()}
        accept=".csv,.xlsx"
        file={up.file}
        onFile={up.pick}
        progress={up.sent}
        most={200_000_000}
        hint={m.school_contacts_upload_hint()}
        filled={had === 0}
      />
      <Looked of={up} had={had} />
    </>
  )
}

const LastUpload = ({ last }: { last: Uploads['rows'][number] | undefined }) => {
  const undo = useAct(undoContactUpload, { says: () => m.school_contacts_upload_undone() })
  if (!last) return null
  return (
    <p className="tov-dim tov-small">
      {m.school_contacts_upload_last({ file: last.fileName, who: last.by, when: saysNearMoment(last.uploadedAt) })}{' '}
      {last.rejected > 0 && (
        <a href={`${addressOf(listContactUploads)}/${last.id}/errors.csv`} download>
          {m.school_contacts_upload_errors_file({ count: last.rejected })}
        </a>
      )}{' '}
      <button type="button" className="tov-text-button" onClick={() => void undo.run({ params: { id: last.id } })}>
        {m.school_contacts_upload_undo()}
      </button>
    </p>
  )
}

/** What is deleted is gone: it is asked about first. */
const DeleteAll = () => {
  const [asks, setAsks] = useState(false)
  const remove = useAct(deleteSchoolContacts, { says: () => m.school_contacts_deleted() })
  return (
    <>
      <button type="button" className="tov-text-button" onClick={() => setAsks(true)}>
        {m.school_contacts_delete()}
      </button>
      <Ask
        open={asks}
        title={m.school_contacts_delete_title()}
        yes={m.school_contacts_delete_yes()}
        onYes={() => void remove.run({})}
        onClose={() => setAsks(false)}
      >
        <p>{m.school_contacts_delete_text()}</p>
      </Ask>
    </>
  )
}

const Locked = ({ uploads: { locked, possible } }: { uploads: Uploads }) =>
  locked > 0 && (
    <p role="status">
      {possible
        ? m.school_contacts_locked({ count: number(locked) })
        : m.school_contacts_locked_no_key({ count: number(locked) })}
    </p>
  )

type Uploads = AnswerOf<typeof listContactUploads>
/** The school's own contact list: what is compared with the draw, and nobody else's to see. */
export const ContactsCard = () => {
  const { data } = useAnswer(listContactUploads)
  if (!data) return null
  const { contacts, locked, open, possible, rows, can } = data
  return (
    <Card title={m.school_contacts_contacts()} right={<VisibilityMark who="school" />}>
      <div className="lists-stack">
        {(contacts > 0 || (possible && locked + open === 0)) && (
          <p className="tov-dim">
            {contacts === 0 ? m.school_contacts_none() : m.school_contacts_some({ count: number(contacts) })}
          </p>
        )}
        <Locked uploads={data} />
        {open > 0 && <p role="status">{m.school_contacts_open({ count: number(open) })}</p>}
        {possible ? <Upload had={contacts + locked + open} /> : <p>{m.school_contacts_impossible()}</p>}
        <LastUpload last={rows.find((row) => row.can.undo)} />
        {can.delete && <DeleteAll />}
      </div>
    </Card>
  )
}
