import { type Address, readAddress } from './address.ts'
import { type CompanyName, readName } from './company-name.ts'
import { type Mail, readCvrKey, readMail, readPhoneKey } from './contact-ways.ts'
import { fold } from '#platform/text/fold.shared'

/** A company of the register as it comes in: all that is not known is empty. */
export type RegisterEntry = {
  cvr: string
  pNumber: string
  name: string
  street: string
  house: string
  postalCode: string
  town: string
  phone: string
  email: string
  domain: string
  industry: string
  person: string
  onList: boolean
  /** All that stand under its CVR number are one answer: a company and its workplaces with one leadership. */
  whole?: boolean
}
/** A row of a school's own list as it comes in. */
export type ContactEntry = {
  name: string
  cvr: string
  pNumber: string
  address: string
  postalCode: string
  town: string
  phone: string
  email: string
  website: string
  person: string
  /** What people said of it before: the company it is, and those it is not, by CVR number. */
  confirmed?: string | undefined
  rejected?: readonly string[] | undefined
}

/** What is compared of either. */
export type Read = {
  cvr: number
  name: CompanyName
  address: Address
  phone: number
  mail: Mail
  person: readonly string[]
}
/** `same`: rows that say the same have one text, whatever their order in the file. */
export type Contact = Read & { pNumber: number; confirmed: number; rejected: readonly number[]; same: string }

const titles: ReadonlySet<string> = new Set(['hr', 'fru', 'dir', 'direktoer', 'mester', 'att', 'v'])

/** A person's names in order, folded; hyphens part, titles fall away. */
const readPerson = (text: string): readonly string[] =>
  text === '' ? [] : (fold(text).match(/[a-z0-9]+/g) ?? []).filter((word) => !titles.has(word)).slice(0, 6)

export const pNumberOf = (text: string): number => {
  const digits = text.replaceAll(/\D/g, '')
  return digits.length === 10 ? Number(digits) : 0
}

export const readEntry = (entry: RegisterEntry): Read => ({
  cvr: /^\d{8}$/.test(entry.cvr) ? Number(entry.cvr) : 0,
  name: readName(entry.name),
  address: readAddress(entry.street, entry.house, entry.postalCode, entry.town),
  phone: readPhoneKey(entry.phone),
  mail: readMail(entry.email, entry.domain),
  person: readPerson(entry.person),
})

export const readContact = (entry: ContactEntry): Contact => {
  const read = {
    cvr: readCvrKey(entry.cvr),
    pNumber: pNumberOf(entry.pNumber),
    name: readName(entry.name),
    address: readAddress(entry.address, '', entry.postalCode, entry.town),
    phone: readPhoneKey(entry.phone),
    mail: readMail(entry.email, entry.website),
    person: readPerson(entry.person),
    confirmed: Number(entry.confirmed ?? 0),
    rejected: (entry.rejected ?? []).map(Number).toSorted((a, b) => a - b),
  }
  return { ...read, same: JSON.stringify(read) }
}
