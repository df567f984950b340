import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { listPromiseOwners, type reasons } from './promises.schema.ts'
import './promises.css'

type Person = AnswerOf<typeof listPromiseOwners>['rows'][number]
const words: Record<(typeof reasons)[number], () => string> = {
  'regular-contact': m.promises_why_regular_contact,
  deputy: m.promises_why_deputy,
  visited: m.promises_why_visited,
  'same-school': m.promises_why_same_school,
}
const mostFound = 6

const One = ({
  person,
  why,
  chosen,
  onChoose,
}: {
  person: Person
  why?: ReactNode
  chosen: boolean
  onChoose: (id: number) => void
}) => (
  <button type="button" aria-pressed={chosen} onClick={() => onChoose(person.id)}>
    <b>{person.name}</b>
    {person.school && <span className="tov-dim">, {person.school}</span>}
    {why && <span className="promises-why">{why}</span>}
  </button>
)

type Props = {
  /** Without, nobody is proposed. */
  companyId: number | undefined
  chosen: number | undefined
  /** Who has it already. */
  except?: number | undefined
  label?: string
  onChoose: (id: number) => void
}

/** Whom to ask: three who fit, each with the reason; everyone else by name. */
export const WhoTakes = ({ companyId, chosen, except, label = m.promises_to(), onChoose }: Props) => {
  const { data } = useAnswer(listPromiseOwners, { query: companyId === undefined ? {} : { companyId } })
  const [sought, setSought] = useState('')
  const people = (data?.rows ?? []).filter(({ id }) => id !== except)
  const proposed = (data?.proposed ?? []).flatMap(({ id, why }) => {
    const person = people.find((one) => one.id === id)
    return person ? [{ person, why }] : []
  })
  const others = people.filter(({ id }) => !proposed.some(({ person }) => person.id === id))
  const wanted = sought.trim().toLocaleLowerCase()
  const found = wanted
    ? others.filter(({ name, school }) => `${name} ${school ?? ''}`.toLocaleLowerCase().includes(wanted))
    : others.filter(({ id }) => id === chosen)
  return (
    <div className="promises-who" role="group" aria-label={label}>
      <span className="promises-who-label">{label}</span>
      {proposed.map(({ person, why }) => (
        <One
          key={person.id}
          person={person}
          why={why.map((one) => words[one]()).join(', ')}
          chosen={person.id === chosen}
          onChoose={onChoose}
        />
      ))}
      <TextInput
        label={proposed.length > 0 ? m.promises_who_else() : m.promises_who_find()}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {found.slice(0, mostFound).map((person) => (
        <One key={person.id} person={person} chosen={person.id === chosen} onChoose={onChoose} />
      ))}
      {wanted && found.length === 0 && <p className="tov-dim">{m.promises_who_none()}</p>}
      {found.length > mostFound && (
        <p className="tov-dim">{m.promises_who_more({ count: found.length - mostFound })}</p>
      )}
    </div>
  )
}
