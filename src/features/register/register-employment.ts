import type { Facts } from './company-facts.ts'
import { isObject, type Json, objects } from './register-periods.ts'

export type Employment = Pick<Facts, 'employees' | 'employeesFrom' | 'employeesTo'>

/** The four series, the most precise first: it wins where two end in the same month. */
const series = [
  'erstMaanedsbeskaeftigelse',
  'maanedsbeskaeftigelse',
  'kvartalsbeskaeftigelse',
  'aarsbeskaeftigelse',
] as const

const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000_000 ? value : null

/** The ends of an interval code such as `ANTAL_20_49`; `ANTAL_1000_999999` and `ANTAL_1000_` have no upper end. */
export const intervalOf = (code: unknown): { from: number; to: number | null } | null => {
  const found = /^ANTAL_(\d+)_(\d*)$/.exec(typeof code === 'string' ? code : '')
  if (!found) return null
  const to = found[2] === '' || found[2] === '999999' ? null : Number(found[2])
  return { from: Number(found[1]), to }
}

/** Last month the figure covers, as year * 12 + month, so that the freshest can be told. */
const monthOf = (row: Json) =>
  (whole(row['aar']) ?? 0) * 12 + (whole(row['maaned']) ?? (whole(row['kvartal']) ?? 4) * 3)

const isTold = (row: Json) =>
  whole(row['antalAnsatte']) !== null || intervalOf(row['intervalKodeAntalAnsatte']) !== null

/** Number of employees from the freshest of the four series; often only its interval is told. Undefined when nothing is. */
export const readEmployment = (unit: Json): Employment | undefined => {
  const rows = series.flatMap((name) => objects(unit[name]).concat(isObject(unit[name]) ? [unit[name]] : []))
  let freshest: Json | undefined
  for (const row of rows.filter(isTold)) if (!freshest || monthOf(row) > monthOf(freshest)) freshest = row
  if (!freshest) return undefined
  const interval = intervalOf(freshest['intervalKodeAntalAnsatte'])
  return {
    employees: whole(freshest['antalAnsatte']),
    employeesFrom: interval?.from ?? null,
    employeesTo: interval?.to ?? null,
  }
}
