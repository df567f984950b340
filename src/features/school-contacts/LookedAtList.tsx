/** A school's list that was looked at: what its columns hold, what was found out about it, what was left out. */
import { Checkbox, NativeSelect } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { number } from '#web/parts/numbers.ts'
import { type ContactField, contactFields, type uploadContacts } from './school-contacts.schema.ts'

export type LookedAt = AnswerOf<typeof uploadContacts>
export type Columns = LookedAt['columns']

const fieldNames: Record<ContactField, () => string> = {
  name: m.school_contacts_name,
  cvr: m.school_contacts_col_cvr,
  pNumber: m.school_contacts_field_p,
  phone: m.school_contacts_field_phone,
  mobile: m.school_contacts_mobile,
  email: m.school_contacts_field_email,
  website: m.school_contacts_website,
  street: m.school_contacts_field_address,
  postalCode: m.school_contacts_postal_code,
  town: m.school_contacts_town,
  contactPerson: m.school_contacts_person,
  lastName: m.school_contacts_last_name,
  knows: m.school_contacts_knows,
  note: m.school_contacts_note,
}

/** What the file holds and we do not take. */
const Unused = ({ looked: { header, columns } }: { looked: LookedAt }) => {
  const used = Object.values(columns)
  const names = header.filter((name, at) => name !== '' && !used.includes(at))
  return names.length === 0 ? null : (
    <p className="tov-dim">{m.school_contacts_unused({ columns: names.join(', ') })}</p>
  )
}

type MappingProps = { looked: LookedAt; onChange: (columns: Columns) => void }
/** Which column holds what: guessed, and every guess can be changed. */
export const Mapping = ({ looked, onChange }: MappingProps) => (
  <details className="contacts-columns" open={Object.keys(looked.columns).length < 2}>
    <summary>{m.school_contacts_mapping({ count: Object.keys(looked.columns).length })}</summary>
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
          { value: '', label: m.school_contacts_mapping_none() },
          ...looked.header.map((name, at) => ({
            value: String(at),
            label: [name || m.school_contacts_mapping_column({ n: at + 1 }), looked.sample[0]?.[at]]
              .filter(Boolean)
              .join(': ')
              .slice(0, 60),
          })),
        ]}
      />
    ))}
    <Unused looked={looked} />
  </details>
)

/** What was found out about the file; what nobody sees in it comes in only when it is said. */
export const FileNotes = ({
  looked,
  hidden,
  onHidden,
}: {
  looked: LookedAt
  hidden: boolean
  onHidden: () => void
}) => (
  <>
    {looked.notes.length > 0 && (
      <ul>
        {looked.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    )}
    {looked.hidden && (
      <Checkbox
        label={m.school_contacts_hidden({ count: number(looked.hidden.count), lines: looked.hidden.lines })}
        checked={hidden}
        onChange={onHidden}
      />
    )}
  </>
)

export const Errors = ({ looked }: { looked: LookedAt }) =>
  looked.errors.length === 0 ? null : (
    <details className="contacts-columns">
      <summary>
        {looked.rejected > 0
          ? m.school_contacts_upload_errors_rejected({ count: looked.errors.length, rejected: looked.rejected })
          : m.school_contacts_upload_errors({ count: looked.errors.length })}
      </summary>
      <ul>
        {looked.errors.slice(0, 50).map((error) => (
          <li key={`${error.line} ${error.column} ${error.reason}`}>
            {error.column === null
              ? m.school_contacts_upload_error({ line: error.line, reason: error.reason })
              : m.school_contacts_upload_error_at({ line: error.line, column: error.column, reason: error.reason })}
          </li>
        ))}
      </ul>
    </details>
  )
