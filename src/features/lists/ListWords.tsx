import * as m from '#texts'
import type { RowOf } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import type { listDrawnCompanies } from './draw.schema.ts'
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
