import type { Role } from '../../src/features/centre/roles.ts'
import { centre, type School, type SchoolKey, schools } from './centre.table.ts'
import { slug } from './company-names.ts'
import { moreOf, staff } from './people.table.ts'

export type Person = {
  name: string
  email: string
  role: Role
  /** null: employed by the centre, or outside the schools. */
  school: SchoolKey | null
  title: string
  phone: string
  knows: string
  generalist: boolean
  hours: { days: readonly number[]; from: string; to: string }
  leftDaysAgo: number | null
}

export const school = (key: SchoolKey): School => {
  const found = schools.find((each) => each.key === key)
  if (!found) throw new Error(`No school »${key}« in centre.table.ts`)
  return found
}

/** `1-5 08:00-15:30` */
const hoursOf = (text: string): Person['hours'] => {
  const [days = '', times = ''] = text.split(' ')
  const [first = 0, last = 0] = days.split('-').map(Number)
  const [from = '', to = ''] = times.split('-')
  return { days: [1, 2, 3, 4, 5, 6, 7].slice(first - 1, last), from, to }
}
const mailbox = (name: string) => {
  const parts = slug(name).split('-')
  return `${parts[0]}.${parts.at(-1)}`
}

export const people: readonly Person[] = Object.entries(staff).flatMap(([key, rows]) =>
  rows.map(([name, role, title, phone, knows]): Person => {
    const at = key === 'centre' ? null : school(key as SchoolKey)
    const { hours = '1-5 08:00-15:30', mailDomain = (at ?? centre).mailDomain, ...more } = moreOf[name] ?? {}
    return {
      ...{ name, role, title, knows, school: at?.key ?? null, phone: `7000${phone}` },
      email: `${mailbox(name)}@${mailDomain}`,
      generalist: more.generalist ?? false,
      hours: hoursOf(hours),
      leftDaysAgo: more.leftDaysAgo ?? null,
    }
  }),
)

export const peopleOf = (key: SchoolKey | null): readonly Person[] => people.filter((each) => each.school === key)
export const peopleWith = (role: Role): readonly Person[] => people.filter((each) => each.role === role)

/** By full name, as the stories call them. */
export const person = (name: string): Person => {
  const found = people.find((each) => each.name === name)
  if (!found) throw new Error(`Nobody called »${name}« in people.table.ts`)
  return found
}
