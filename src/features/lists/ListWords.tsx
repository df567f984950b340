import { keysOf } from '#platform/typed.shared'
import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { dashed } from '#web/parts/numbers.ts'
import { type Criteria, showDrawChoices } from './criteria.schema.ts'
import type { listDrawnCompanies } from './draw.schema.ts'
import type { Form } from './list-draft.tsx'
import { stateWords, whyOf } from './list-words.table.ts'

export const saysState = (state: keyof typeof stateWords) => stateWords[state]({})
/** Why a company is on the list or not, as a sentence. */
export const saysWhy = (row: RowOf<typeof listDrawnCompanies>) => whyOf(row, row.untilOn && saysDate(row.untilOn))

export const saysStaff = (employees: number | null) =>
  employees === null ? '' : employees === 1 ? m.lists_staff_one() : m.lists_staff({ count: employees })
/** "Fjordby · 6 ansatte · 297 ansatte i alt" */
export const saysPlace = (row: { town: string | null; employees: number | null; companyEmployees?: number | null }) =>
  [
    row.town,
    saysStaff(row.employees),
    row.companyEmployees !== row.employees &&
      typeof row.companyEmployees === 'number' &&
      m.lists_staff_in_all({ count: row.companyEmployees }),
  ]
    .filter(Boolean)
    .join(' · ')

type Words<Field extends keyof Criteria> = Record<Extract<Criteria[Field], string>, () => string>
export const kindWords: Words<'kind'> = {
  both: m.lists_kind_both,
  workplace: m.lists_kind_workplace,
  company: m.lists_kind_company,
}
export const contactWords: Words<'contact'> = {
  any: m.lists_contact_any,
  never: m.lists_contact_never,
  'not-since': m.lists_contact_not_since,
}
export const waitWords: Words<'waitOver'> = {
  any: m.lists_wait_over_any,
  over: m.lists_wait_over_over,
  later: m.lists_wait_over_later,
}
export const saysSize = (size: Criteria['sizes'][number]) =>
  size === 'unknown' ? m.lists_size_unknown() : m.lists_size({ size: dashed(size) })

/** Criteria that are others than those beside them, each by its name. */
const SaysCriteria = ({ of, beside }: { of: Criteria; beside: Criteria }) => {
  const { data } = useAnswer(showDrawChoices)
  const named = (codes: readonly (string | number)[], known: { code: string; name: string }[] = []) =>
    codes.map((code) => known.find((one) => one.code === String(code))?.name ?? String(code)).join(', ')
  const yes = (is: boolean) => (is ? m.lists_says_yes() : m.lists_says_no())
  const says: { [Field in keyof Criteria]: [string, string] } = {
    kind: [m.lists_kind(), kindWords[of.kind]()],
    municipalities: [m.lists_municipalities(), named(of.municipalities, data?.municipalities)],
    industries: [m.lists_industries(), named(of.industries, data?.industries)],
    sizes: [m.lists_sizes(), of.sizes.map(saysSize).join(', ')],
    employeesFrom: [m.lists_says_from(), String(of.employeesFrom ?? '')],
    employeesTo: [m.lists_says_to(), String(of.employeesTo ?? '')],
    forms: [m.lists_forms(), named(of.forms, data?.forms)],
    contact: [m.lists_contact(), contactWords[of.contact]()],
    contactSince: [m.lists_contact_date(), of.contactSince ? saysDate(of.contactSince) : ''],
    visitedSince: [m.lists_visited_since(), of.visitedSince ? saysDate(of.visitedSince) : ''],
    waitOver: [m.lists_wait_over(), waitWords[of.waitOver]()],
    withNumber: [m.lists_with_number(), yes(of.withNumber)],
    limit: [m.lists_limit(), of.limit === null ? '' : String(of.limit)],
    random: [m.lists_random(), yes(of.random)],
  }
  return keysOf(says)
    .filter((field) => JSON.stringify(of[field]) !== JSON.stringify(beside[field]))
    .map((field) => <p key={field}>{`${says[field][0]}: ${says[field][1] || m.lists_says_nothing()}`}</p>)
}

/** What stands otherwise than beside it: words as they are, criteria by their card. */
export const SaysDraft = ({ of, beside }: { of: Form; beside: Form }) => (
  <>
    {of.name !== beside.name && <p>{of.name}</p>}
    {of.goal !== beside.goal && <p>{of.goal}</p>}
    <SaysCriteria of={of.criteria} beside={beside.criteria} />
  </>
)
