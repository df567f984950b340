import { NativeSelect } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { listCompanyPeople, type Person } from './company-people.schema.ts'

type Props = {
  companyId: number
  label?: string
  /** What stands for nobody of them; "another" without. */
  other?: string
  value: number | null
  onChange: (person: Person | null) => void
  /** Only who may be written to. */
  byMail?: boolean
}

/** One of the people we know there, or somebody else; nothing where nobody is known. */
export const PersonPick = ({ companyId, label, other, value, onChange, byMail = false }: Props) => {
  const { data } = useAnswer(listCompanyPeople, { params: { companyId } })
  const people = (data?.rows ?? []).filter(
    ({ leftOn, mail }) => leftOn === null && (!byMail || (mail.value !== null && mail.allowed)),
  )
  if (people.length === 0) return null
  return (
    <NativeSelect
      label={label ?? m.company_people_pick()}
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: other ?? m.company_people_pick_other() },
        ...people.map(({ id, name, title }) => ({
          value: String(id),
          label: [name, title].filter(Boolean).join(', '),
        })),
      ]}
      onChange={(event) => onChange(people.find(({ id }) => String(id) === event.currentTarget.value) ?? null)}
    />
  )
}
