import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { addressOf } from '#web/address.ts'
import { useAnswer } from '#web/answers.ts'
import { call } from '#web/api.ts'
import { Card } from '#web/Card.tsx'
import { saysNearMoment } from '#web/dates.ts'
import { FilePick } from '#web/FilePick.tsx'
import { number } from '#web/numbers.ts'
import { VisibilityMark } from '#web/VisibilityMark.tsx'
import {
  type ContactField,
  contactFields,
  listContactUploads,
  undoContactUpload,
  uploadContacts,
} from './contacts.schema.ts'
import type { showHearing } from './hearing.schema.ts'

type LookedAt = AnswerOf<typeof uploadContacts>
type Columns = LookedAt['columns']

const fieldNames: Record<ContactField, () => string> = {
  name: m.lists_contact_name,
  cvr: m.lists_col_cvr,
  pNumber: m.lists_field_p,
  phone: m.lists_field_phone,
  mobile: m.lists_contact_mobile,
  email: m.lists_field_email,
  website: m.lists_contact_website,
  street: m.lists_field_address,
  postalCode: m.lists_contact_postal_code,
  town: m.lists_contact_town,
  contactPerson: m.lists_contact_person,
  knows: m.lists_contact_knows,
  note: m.lists_contact_note,
}

type MappingProps = { looked: LookedAt; onChange: (columns: Columns) => void }
/** Which column holds what: guessed, and every guess can be changed. */
const Mapping = ({ looked, onChange }: MappingProps) => (
  <details className="contacts-mapping" open={Object.keys(looked.columns).length < 2}>
    <summary>{m.lists_mapping({ count: Object.keys(looked.columns).length })}</summary>
    {contactFields.map((field) => (
      <NativeSelect
        key={field}
        size="sm"
        label={fieldNames[field]()}
        value={String(looked.columns[field] ?? '')}
        onChange={(event) => {
          const { [field]: _, ...rest } = looked.columns
          onChange(event.currentTarget.value === '' ? rest : { ...rest, [field]: Number(event.currentTarget.value) })
        }}
        data={[
          { value: '', label: m.lists_mapping_none() },
          ...looked.header.map((name, at) => ({
            value: String(at),
            label: [name || m.lists_mapping_column({ n: at + 1 }), looked.sample[0]?.[at]]
              .filter(Boolean)
              .join(': ')
              .slice(0, 60),
          })),
        ]}
      />
    ))}
  </details>
)

const Errors = ({ looked }: { looked: LookedAt }) =>
  looked.errors.length === 0 ? null : (
    <details className="contacts-mapping">
      <summary>
        {looked.rejected > 0
          ? m.lists_upload_errors_rejected({ count: looked.errors.length, rejected: looked.rejected })
          : m.lists_upload_errors({ count: looked.errors.length })}
      </summary>
      <ul>
        {looked.errors.slice(0, 50).map((error) => (
          <li key={`${error.line} ${error.column} ${error.reason}`}>
            {m.lists_upload_error({ line: error.line, reason: error.reason })}
          </li>
        ))}
      </ul>
    </details>
  )

/** Look first (the same code, taken back), then take in what was looked at. */
const useUpload = () => {
  const [file, setFile] = useState<File | undefined>()
  const [looked, setLooked] = useState<LookedAt | undefined>()
  const [replace, setReplace] = useState(true)
  const [progress, setProgress] = useState<number | undefined>()
  const query = (given: File, columns?: Columns) => ({
    name: given.name,
    ...(columns && { columns: JSON.stringify(columns) }),
    ...(replace && { replace: 'true' as const }),
  })
  const look = useAct(uploadContacts, { onDone: setLooked })
  const pick = (given: File | undefined) => {
    setFile(given)
    setLooked(undefined)
    setProgress(undefined)
    if (given) void look.run({ query: { ...query(given), dry: 'true' } }, { file: given, onProgress: setProgress })
  }
  const take = useAct(uploadContacts, {
    says: (done) => m.lists_upload_done({ created: number(done.created), unchanged: number(done.unchanged) }),
    undo: (done) => (done.id === null ? undefined : () => call(undoContactUpload, { params: { id: done.id ?? 0 } })),
    onDone: () => pick(undefined),
  })
  const again = (columns: Columns) => {
    if (file) void look.run({ query: { ...query(file, columns), dry: 'true' } }, { file })
  }
  const takeIn = () => {
    if (file && looked) void take.run({ query: query(file, looked.columns) }, { file })
  }
  const sent = look.running ? progress : undefined
  return { file, looked, replace, setReplace, pick, again, takeIn, taking: take.running, sent }
}

const Looked = ({ of: up, had }: { of: ReturnType<typeof useUpload>; had: number }) =>
  up.looked ? (
    <div className="lists-stack" aria-live="polite">
      <p>{m.lists_upload_looked({ created: number(up.looked.created), unchanged: number(up.looked.unchanged) })}</p>
      <Mapping looked={up.looked} onChange={up.again} />
      <Errors looked={up.looked} />
      {had > 0 && (
        <NativeSelect
          label={m.lists_upload_how()}
          value={up.replace ? 'replace' : 'append'}
          onChange={(event) => up.setReplace(event.currentTarget.value === 'replace')}
          data={[
            { value: 'replace', label: m.lists_upload_replace() },
            { value: 'append', label: m.lists_upload_append() },
          ]}
        />
      )}
      <div className="lists-buttons">
        <Button aria-disabled={up.taking || undefined} onClick={up.takeIn}>
          {m.lists_upload_take()}
        </Button>
        <Button onClick={() => up.pick(undefined)}>{m.lists_cancel()}</Button>
      </div>
    </div>
  ) : null

const Upload = ({ had }: { had: number }) => {
  const up = useUpload()
  return (
    <>
      <FilePick
        label={had === 0 ? m.lists_upload() : m.lists_upload_new()}
        accept=".csv,.xlsx"
        file={up.file}
        onFile={up.pick}
        progress={up.sent}
        most={200_000_000}
        hint={m.lists_upload_hint()}
      />
      <Looked of={up} had={had} />
    </>
  )
}

const LastUpload = () => {
  const { data } = useAnswer(listContactUploads)
  const undo = useAct(undoContactUpload, { says: () => m.lists_upload_undone() })
  const last = data?.rows.find((row) => row.can.undo)
  if (!last) return null
  return (
    <p className="tov-dim tov-small">
      {m.lists_upload_last({ file: last.fileName, who: last.by, when: saysNearMoment(last.uploadedAt) })}{' '}
      {last.rejected > 0 && (
        <a href={`${addressOf(listContactUploads)}/${last.id}/errors.csv`} download>
          {m.lists_upload_errors_file({ count: last.rejected })}
        </a>
      )}{' '}
      <button type="button" className="tov-text-button" onClick={() => void undo.run({ params: { id: last.id } })}>
        {m.lists_upload_undo()}
      </button>
    </p>
  )
}

/** The school's own contact list: what is compared with the draw, and nobody else's to see. */
export const ContactsCard = ({ hearing }: { hearing: AnswerOf<typeof showHearing> }) => (
  <Card title={m.lists_contacts()} right={<VisibilityMark who="school" />}>
    <div className="lists-stack">
      <p className="tov-dim">
        {hearing.contacts === 0 ? m.lists_contacts_none() : m.lists_contacts_some({ count: number(hearing.contacts) })}
      </p>
      {hearing.can.upload && <Upload had={hearing.contacts} />}
      <LastUpload />
    </div>
  </Card>
)
