import { NativeSelect } from '@mantine/core'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import type { listReferralReceivers } from './referrals.schema.ts'

export type To = { toId: number | null; schoolId: number | null }
export const nobody: To = { toId: null, schoolId: null }
export const isSomebody = ({ toId, schoolId }: To) => toId !== null || schoolId !== null

type Props = {
  among: Pick<AnswerOf<typeof listReferralReceivers>, 'people' | 'schools'>
  chosen: To
  onChoose: (to: To) => void
  label?: string
  /** What stands there when nobody is chosen. */
  none?: string
  /** Whom it is at: not asked again. */
  except?: number | undefined
  error?: React.ReactNode
}
const valueOf = ({ toId, schoolId }: To) => (toId ? `person-${toId}` : schoolId ? `school-${schoolId}` : '')
const read = (value: string): To => {
  const [kind, id] = value.split('-')
  return { toId: kind === 'person' ? Number(id) : null, schoolId: kind === 'school' ? Number(id) : null }
}

/** A person, or anyone of a school. */
export const ReceiverPick = ({ among, chosen, onChoose, label, none, except, error }: Props) => (
  <NativeSelect
    label={label ?? m.referrals_to_label()}
    value={valueOf(chosen)}
    error={error}
    data={[
      { value: '', label: none ?? m.referrals_to_choose() },
      {
        group: m.referrals_to_schools(),
        items: among.schools.map(({ id, name }) => ({ value: `school-${id}`, label: name })),
      },
      {
        group: m.referrals_to_people(),
        items: among.people
          .filter(({ id }) => id !== except)
          .map(({ id, name, school }) => ({ value: `person-${id}`, label: school ? `${name}, ${school}` : name })),
      },
    ]}
    onChange={(event) => onChoose(read(event.currentTarget.value))}
  />
)
