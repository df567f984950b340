import { type Role, roles } from '../../src/features/centre/roles.ts'
import { isOneOf } from '#platform/typed.shared'
import { centre, type School, type SchoolKey, schools } from './centre.table.ts'
import { slug } from './company-names.ts'
import { staff } from './people.table.ts'

export type Person = {
  name: string
  email: string
  role: Role
  /** null: employed by the centre, or outside the schools. */
  school: SchoolKey | null
  title: string
  phone: string
  knows: string
  /** ISO weekdays (1 is Monday) and local time. */
  hours: { days: readonly number[]; from: string; to: string }
  leftDaysAgo: number | null
}

export const school = (key: SchoolKey): School => {
  const found = schools.find((each) => each.key === key)
  if (!found) throw new Error(`No school »${key}« in centre.table.ts`)
  return found
}

const roleOf = (text: string): Role => {
  if (!isOneOf(roles, text)) throw new Error(`»${text}« is no role`)
  return text
}

const personOf = (at: School | null, line: string): Person => {
  const [facts = '', odd = ''] = line.split('#').map((part) => part.trim())
  const [name = '', role = '', title = '', phone = '', knows = ''] = facts.split('|').map((part) => part.trim())
  const [first = '', ...others] = slug(name).split('-')
  const domain = /@(\S+)/.exec(odd)?.[1] ?? (at ?? centre).mailDomain
  const [, from = 1, to = 5, opens = '08:00', closes = '15:30'] = /(\d)-(\d) ([\d:]+)-([\d:]+)/.exec(odd) ?? []
  const left = /^-(\d+)/.exec(odd)?.[1]
  return {
    ...{ name, title, knows, role: roleOf(role), school: at?.key ?? null, phone: `7000${phone}` },
    email: `${first}.${others.at(-1)}@${domain}`,
    hours: { days: [1, 2, 3, 4, 5].slice(Number(from) - 1, Number(to)), from: opens, to: closes },
    leftDaysAgo: left === undefined ? null : Number(left),
  }
}
const linesOf = (text: string) => text.trim().split('\n')

export const people: readonly Person[] = [
  ...linesOf(staff.centre).map((line) => personOf(null, line)),
  ...schools.flatMap((at) => linesOf(staff[at.key]).map((line) => personOf(at, line))),
]

export const peopleOf = (key: SchoolKey | null): readonly Person[] => people.filter((each) => each.school === key)
export const peopleWith = (role: Role): readonly Person[] => people.filter((each) => each.role === role)

/** By full name, as the stories call them. */
export const person = (name: string): Person => {
  const found = people.find((each) => each.name === name)
  if (!found) throw new Error(`Nobody called »${name}« in people.table.ts`)
  return found
}
