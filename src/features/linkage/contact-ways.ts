import { readCvr, readPhone } from '../official-codes/official-codes.ts'
import { sharedDomains } from '../school-contacts/mailbox-domains.table.ts'
import { fold } from '#platform/text/fold.shared'
import { hashOf } from '#platform/hash'
import { commonBoxes } from './name-words.table.ts'

/** Ways to reach a company, as numbers to compare; 0 where there is none. */
export type Mail = {
  address: number
  /** The company's own domain: not one where anybody may have a mailbox. */
  domain: number
  /** The letters before the sign, where they may be a person's name. */
  box: string
}
const noMail: Mail = { address: 0, domain: 0, box: '' }

const plainPhone = /^[2-9]\d{7}$/
/** A phone as it is compared: eight digits, or a number of those of other countries. */
export const readPhoneKey = (text: string): number => {
  if (text === '') return 0
  if (plainPhone.test(text)) return Number(text)
  const read = readPhone(text)
  if (read === null) return 0
  return plainPhone.test(read) ? Number(read) : hashOf(read)
}

/** Eight digits that are a CVR number by its check digit, however it is written; else 0. */
export const readCvrKey = (text: string): number => {
  if (text === '') return 0
  const read = readCvr(text)
  return 'value' in read ? Number(read.value) : 0
}

/** An address of mail; a domain of the register may stand without one. */
export const readMail = (email: string, site = ''): Mail => {
  if (email === '' && site === '') return noMail
  const [box = '', ofMail = ''] = fold(email.trim()).split('@')
  const own = [ofMail, fold(site.trim())].find((one) => one.includes('.') && !sharedDomains.has(one))
  const letters = /^[a-z]*/.exec(box)?.[0] ?? ''
  return {
    address: ofMail === '' ? 0 : hashOf(`${box}@${ofMail}`),
    domain: own === undefined ? 0 : hashOf(own),
    box: letters.length < 2 || commonBoxes.has(letters) ? '' : letters,
  }
}
