/** How to reach somebody, from the cells of a row: one parser for every kind of file. */
import type { Reason } from '#platform/reason'
import { readEmail } from './read-email.ts'
import { readPhones } from './read-phone.ts'
import { reasons } from './reasons.ts'

type WayField = 'phone' | 'mobile' | 'email'
export type ContactWays = {
  phone: string | null
  email: string | null
  notes: { field: WayField; reason: Reason }[]
}

/** A dash, a dot or one nought is how people leave a cell empty. */
const isBlank = (text: string) => /^[-–—./\s]*0?$/.test(text)

/** The first number and the first address; what could not be read, or stood beside them, in `notes`. A mobile number only without another. */
export const readContactWays = (cell: (field: WayField) => string): ContactWays => {
  const notes: ContactWays['notes'] = []
  const numberIn = (field: 'phone' | 'mobile') => {
    const text = cell(field)
    if (isBlank(text)) return null
    const { value, rest } = readPhones(text)
    if (value === null) notes.push({ field, reason: reasons.phone(text) })
    else if (rest !== '') notes.push({ field, reason: reasons.phoneRest(rest) })
    return value
  }
  const emailIn = () => {
    const text = cell('email')
    if (isBlank(text)) return null
    const { value, rest } = readEmail(text)
    if (value === null) notes.push({ field: 'email', reason: reasons.email(text) })
    else if (rest !== '') notes.push({ field: 'email', reason: reasons.emailRest(rest) })
    return value
  }
  return { phone: numberIn('phone') ?? numberIn('mobile'), email: emailIn(), notes }
}
