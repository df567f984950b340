/** Reading the cells of the catalogue portal's file: what stands there, as values, or why it cannot be read. */
import { readWrittenDate } from '#platform/text/written-date'
import type { Reason } from '../imports/imports.ts'
import { reasons } from './reasons.ts'

export type Read<T> = { value: T } | { wrong: Reason }

const maxInt = 100_000
/** Whole numbers from 0; `8`, `8.0`. Empty is null. */
export const readCount = (text: string): Read<number | null> => {
  if (text === '') return { value: null }
  const digits = /^(\d{1,6})(?:[.,]0+)?$/.exec(text)?.[1]
  return digits !== undefined && Number(digits) <= maxInt ? { value: Number(digits) } : { wrong: reasons.count(text) }
}

/** Kroner or days: `436`, `436.50`, `1.136,00`, `0,5`. Empty is null. */
export const readAmount = (text: string): Read<number | null> => {
  if (text === '') return { value: null }
  const danish = /^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+,\d+$/.test(text)
  const plain = danish ? text.replaceAll('.', '').replace(',', '.') : text
  return /^\d{1,7}(\.\d+)?$/.test(plain)
    ? { value: Math.round(Number(plain) * 100) / 100 }
    : { wrong: reasons.amount(text) }
}

/** The portal writes a list as Python would: `[340, 360]`. Its sum; empty is null. */
export const readAmounts = (text: string): Read<number | null> => {
  const inside = /^\[(.*)\]$/s.exec(text)?.[1]
  if (inside === undefined) return readAmount(text)
  const parts = inside
    .split(',')
    .map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'))
    .filter((part) => part !== '' && part !== 'None')
  let sum = 0
  for (const part of parts) {
    const read = readAmount(part)
    if ('wrong' in read) return { wrong: reasons.amount(text) }
    sum += read.value ?? 0
  }
  return { value: parts.length === 0 ? null : sum }
}

const yes = ['true', 'ja', '1', 'sand']
const no = ['false', 'nej', '0', 'falsk', '']
export const readYesNo = (text: string): Read<boolean> => {
  const word = text.toLowerCase()
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : { wrong: reasons.yesNo(text) }
}

/** A day of this century, also with a time after it. Empty is null. */
export const readDay = (text: string): Read<string | null> => {
  if (text === '') return { value: null }
  const date = readWrittenDate(text)
  // Years far away are a slip of the keyboard, and would stand last in every list for ever.
  return date && date.year >= 2000 && date.year <= 2100 ? { value: date.toString() } : { wrong: reasons.date(text) }
}

/** `08:00 - 15:24`, `8.00-15.24`, `08:00 til 15:24` and `kl. 08.00 - 15.30` are one form; words stay as they stand. */
export const readHours = (text: string): string | null => {
  const found = /^(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})\s*(?:-|–|til)\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})\s*$/i.exec(text)
  if (!found) return text === '' ? null : text.slice(0, 100)
  const [, fromHour = '', fromMinute, toHour = '', toMinute] = found
  return `${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`
}

/** A web address that may stand in a link; the file has `www.rts.dk` and `http:\\www.rybners.dk` too. Null when it is none. */
export const readAddress = (text: string): string | null => {
  const tidy = text.replaceAll('\\', '/').replace(/^(https?):\/*/i, '$1://')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(tidy) ? tidy : `https://${tidy}`)
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href.slice(0, 500) : null
}
