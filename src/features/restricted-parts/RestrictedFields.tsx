import { Textarea } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { PickMany } from '#web/parts/Filters.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listReportReaders, mostReaders, type RestrictedPartDraft } from './restricted-parts.schema.ts'
import './restricted-parts.css'

/** Who reads it: those named, else its writer alone. */
export const ReadersMark = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? <VisibilityMark who="personal" /> : <VisibilityMark who="group" names={names} />

/** Names of these people, as far as they are here. */
export const useReaders = (ids: readonly number[]) => {
  const people = useAnswer(listReportReaders).data?.rows ?? []
  return { people, names: people.filter(({ id }) => ids.includes(id)).map(({ name }) => name) }
}

type Props = {
  value: RestrictedPartDraft
  error: string | undefined
  onChange: (value: RestrictedPartDraft) => void
}
/** What only named colleagues are to read, and who they are. */
export const RestrictedFields = ({ value, error, onChange }: Props) => {
  const { people, names } = useReaders(value.readers)
  return (
    <>
      <p className="tov-dim tov-small">{m.restricted_parts_hint()}</p>
      <Textarea
        aria-label={m.restricted_parts_title()}
        value={value.words}
        maxLength={8000}
        autosize
        minRows={3}
        error={error}
        onChange={(event) => onChange({ ...value, words: event.currentTarget.value })}
      />
      <div className="restricted-parts-readers">
        <PickMany
          label={m.restricted_parts_readers()}
          options={people.map(({ id, name, school }) => ({
            value: String(id),
            label: name,
            note: school ?? undefined,
          }))}
          value={value.readers.map(String)}
          onChange={(ids) => onChange({ ...value, readers: ids.map(Number).slice(0, mostReaders) })}
        />
        <span className="tov-dim tov-small">
          {names.length === 0 ? m.restricted_parts_only_me() : m.restricted_parts_read_by({ names: names.join(', ') })}
        </span>
      </div>
    </>
  )
}
