import { type Role, roles } from '../../src/features/centre/roles.ts'
import { isOneOf } from '#platform/typed.shared'
import { centre, type School, type SchoolKey, schools } from './centre.table.ts'
import { slug } from './company-names.ts'
import { staff } from './people.table.ts'
import { cellsOf, linesOf, sure } from './table-text.ts'

export const school = (key: SchoolKey): School =>
  sure(
    `No school »${key}« in centre.table.ts`,
    schools.find((each) => each.key === key),
  )

export type Person = ReturnType<typeof personOf>
const personOf = (at: School | null, line: string) => {
  const [facts = '', odd = ''] = cellsOf(line, '#')
  const [name = '', role = '', title = '', phone = '', knows = ''] = cellsOf(facts)
  if (!isOneOf(roles, role)) throw new Error(`»${role}« is no role`)
  const [first = '', ...others] = slug(name).split('-')
  const domain = /@(\S+)/.exec(odd)?.[1] ?? (at ?? centre).mailDomain
  const [, from = 1, to = 5, opens = '08:00', closes = '15:30'] = /(\d)-(\d) ([\d:]+)-([\d:]+)/.exec(odd) ?? []
  return {
    /** `school` null: employed by the centre, or outside the schools. */
    ...{ name, title, knows, role, school: at?.key ?? null, phone: `7000${phone}` },
    email: `${first}.${others.at(-1)}@${domain}`,
    /** ISO weekdays (1 is Monday) and local time. */
    hours: { days: [1, 2, 3, 4, 5].slice(Number(from) - 1, Number(to)), from: opens, to: closes },
    leftDaysAgo: Number(/^-(\d+)/.exec(odd)?.[1] ?? 0),
  }
}

export const people: readonly Person[] = [
  ...linesOf(staff.centre).map((line) => personOf(null, line)),
  ...schools.flatMap((at) => linesOf(staff[at.key]).map((line) => personOf(at, line))),
]
export const peopleOf = (key: SchoolKey | null): readonly Person[] => people.filter((each) => each.school === key)
export const peopleWith = (role: Role): readonly Person[] => people.filter((each) => each.role === role)
/** By full name, as the stories call them. */
export const person = (name: string): Person =>
  sure(
    `Nobody called »${name}« in people.table.ts`,
    people.find((each) => each.name === name),
  )
