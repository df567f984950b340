import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { listCompanyPeople, type TookPart as Taking } from './company-people.schema.ts'
import './company-people.css'

type One = z.output<typeof Taking>
type Props = { companyId: number; value: readonly One[]; error: string | undefined; onChange: (value: One[]) => void }

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

/** Someone whom we do not know there: a press writes him down, too. */
const Typed = ({ one, onChange, onDrop }: { one: One; onChange: (one: One) => void; onDrop: () => void }) => (
  <li>
    <b>{one.name}</b>
    <Checkbox
      label={m.company_people_took_part_add()}
      checked={one.add}
      onChange={(event) => onChange({ ...one, add: event.currentTarget.checked })}
    />
    <ActionIcon size={40} aria-label={m.company_people_took_part_drop({ name: one.name })} onClick={onDrop}>
      <IconX size={18} aria-hidden />
    </ActionIcon>
  </li>
)

/** Who of the company took part: some of those we know there, and names that are typed. */
export const TookPart = ({ companyId, value, error, onChange }: Props) => {
  const { data } = useAnswer(listCompanyPeople, { params: { companyId } })
  const [name, setName] = useState('')
  const has = (id: number) => value.some(({ personId }) => personId === id)
  const people = (data?.rows ?? []).filter(({ id, leftOn }) => leftOn === null || has(id))
  const toggle = (id: number) =>
    onChange(
      has(id) ? value.filter(({ personId }) => personId !== id) : [...value, { personId: id, name: '', add: false }],
    )
  const type = () => {
    const known = people.find((one) => sameName(one.name, name))
    setName('')
    if (known) return has(known.id) ? undefined : toggle(known.id)
    if (name.trim() === '' || value.some((one) => sameName(one.name, name))) return undefined
    return onChange([...value, { personId: null, name: name.trim(), add: false }])
  }
  return (
    <div className="company-people-took">
      {people.length > 0 && (
        <div className="company-people-known" role="group" aria-label={m.company_people_title()}>
          {people.map((one) => (
            <button key={one.id} type="button" aria-pressed={has(one.id)} onClick={() => toggle(one.id)}>
              {[one.name, one.title].filter(Boolean).join(', ')}
            </button>
          ))}
        </div>
      )}
      <ul className="company-people-typed">
        {value.map((one, at) =>
          one.personId === null ? (
            <Typed
              key={one.name}
              one={one}
              onChange={(next) => onChange(value.map((each, place) => (place === at ? next : each)))}
              onDrop={() => onChange(value.filter((_, place) => place !== at))}
            />
          ) : null,
        )}
      </ul>
      <div className="company-people-another">
        <TextInput
          label={m.company_people_took_part_other()}
          description={m.company_people_private_hint()}
          value={name}
          maxLength={120}
          autoComplete="off"
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return
            event.preventDefault()
            type()
          }}
          onBlur={type}
        />
        <Button onClick={type}>{m.company_people_took_part_more()}</Button>
      </div>
    </div>
  )
}
