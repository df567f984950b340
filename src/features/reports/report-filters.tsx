import { useSearch } from '@tanstack/react-router'
import { z } from '#platform/endpoint'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { dashed } from '#web/parts/numbers.ts'
import type { Option } from '#web/parts/Filters.tsx'
import { showRegisterChoices, sizes } from '../companies/companies.schema.ts'
import { topicName } from '../visits/visits.schema.ts'
import { obstacleCodes, taskCodes } from '../visits/topics.table.ts'
import { educations, filterKeys, ReportFilter } from './reports.schema.ts'

export type Key = (typeof filterKeys)[number]
/** As it stands in the address: words, whatever the contract makes of them. */
export type Chosen = Partial<Record<Key, string>>

/** What the address asks for; what nobody can be asked is left out rather than refused. */
export const useChosen = (): { chosen: Chosen; gemt: number | undefined } => {
  const { gemt, ...search } = useSearch({ from: '/signed-in/framed/besoegsrapporter' })
  const asked = filterKeys.flatMap((key) => {
    const value = search[key]
    return value && z.safeParse(ReportFilter[key], value).success ? [[key, value] as const] : []
  })
  return { chosen: Object.fromEntries(asked), gemt }
}
/** The same for the server. */
export const queryOf = (chosen: Chosen) => {
  const read = z.safeParse(z.strictObject(ReportFilter), chosen)
  return read.success ? read.data : {}
}
export const addressOfSearch = (chosen: Chosen, gemt: number) =>
  `/besoegsrapporter?${new URLSearchParams({ ...chosen, gemt: String(gemt) }).toString()}` as const
export const noneChosen: Partial<Record<Key, undefined>> = Object.fromEntries(filterKeys.map((key) => [key, undefined]))

const saysSize = (size: string) =>
  size === 'unknown' ? m.companies_size_unknown() : m.companies_size({ size: dashed(size) })
const named = (code: string) => topicName(code, getLocale())
const topicOptions = (codes: readonly string[]) => codes.map((code) => ({ value: code, label: named(code) }))

/** The choices of each question that has some, and how what was chosen is said: on its chip, and in the sentence over the list. */
export const useFilterWords = () => {
  const { data } = useAnswer(showRegisterChoices)
  const options: Partial<Record<Key, { label: string; options: Option[] }>> = {
    industry: {
      label: m.companies_industry(),
      options: (data?.industries ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    municipality: {
      label: m.companies_municipality(),
      options: (data?.municipalities ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    size: { label: m.companies_size_group(), options: sizes.map((value) => ({ value, label: saysSize(value) })) },
    education: { label: m.reports_education(), options: topicOptions(educations) },
    topic: { label: m.reports_topic(), options: topicOptions(taskCodes) },
    obstacle: { label: m.reports_obstacle(), options: topicOptions(obstacleCodes) },
    needs: { label: m.reports_needs(), options: [{ value: 'open', label: m.reports_needs_open() }] },
    whose: { label: m.reports_whose(), options: [{ value: 'mine', label: m.reports_whose_mine() }] },
  }
  const nameOf = (key: Key, value: string) => options[key]?.options.find((one) => one.value === value)?.label ?? value
  const chips: Partial<Record<Key, (value: string) => string>> = {
    text: (value) => m.reports_chip_text({ text: value }),
    from: (value) => m.reports_chip_from({ date: saysDate(value) }),
    to: (value) => m.reports_chip_to({ date: saysDate(value) }),
  }
  const sentences: Partial<Record<Key, (value: string) => string>> = {
    text: (text) => m.reports_says_text({ text }),
    industry: (value) => m.reports_says_industry({ name: nameOf('industry', value) }),
    municipality: (value) => m.reports_says_municipality({ name: nameOf('municipality', value) }),
    size: (value) => m.reports_says_size({ size: nameOf('size', value) }),
    education: (value) => m.reports_says_topic({ name: named(value) }),
    topic: (value) => m.reports_says_topic({ name: named(value) }),
    obstacle: (value) => m.reports_says_obstacle({ name: named(value) }),
    needs: () => m.reports_says_needs(),
    from: (value) => m.reports_says_from({ date: saysDate(value) }),
    to: (value) => m.reports_says_to({ date: saysDate(value) }),
    whose: () => m.reports_says_mine(),
  }
  return {
    options,
    chip: (key: Key, value: string) => chips[key]?.(value) ?? nameOf(key, value),
    says: (chosen: Chosen) =>
      filterKeys.flatMap((key) => (chosen[key] ? [sentences[key]?.(chosen[key]) ?? ''] : [])).join(', '),
  }
}
export type FilterWords = ReturnType<typeof useFilterWords>
