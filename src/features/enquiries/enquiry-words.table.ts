/** Kinds of education, as coarse as it takes to find the school that answers. Dyslexia teaching is never named beside a company: it is `basic`. */
import * as m from '#texts'
import { keysOf } from '#platform/typed.shared'
import { ways, wayWords } from '../guidance/ways.table.ts'

export const fields = {
  'amu-technical': m.enquiries_field_technical,
  'amu-health': m.enquiries_field_health,
  'amu-business': m.enquiries_field_business,
  'amu-food': m.enquiries_field_food,
  'amu-transport': m.enquiries_field_transport,
  basic: m.enquiries_field_basic,
  general: m.enquiries_field_general,
  language: m.enquiries_field_language,
  recognition: m.enquiries_field_recognition,
  apprentices: m.enquiries_field_apprentices,
  academy: m.enquiries_field_academy,
}
export type Field = keyof typeof fields
export const fieldCodes = keysOf(fields)

/** How an enquiry reached us: what a partner passed on came no way of the company's own. */
export const enquiryWays = [...ways, 'tip'] as const
export type EnquiryWay = (typeof enquiryWays)[number]
export const enquiryWayWords: Record<EnquiryWay, () => string> = { ...wayWords, tip: m.enquiries_way_tip }
