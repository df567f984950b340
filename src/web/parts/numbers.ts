import * as m from '#texts'

const format = (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(m.platform_locale(), options)

/** "1.234,5" */
export const number = (value: number, decimals = 1) => format({ maximumFractionDigits: decimals }).format(value)
/** "9,50": an amount to the øre. */
export const toTheOre = (value: number) => format({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
/** "+6,3", "−0,6": what adds up, each to as many decimals. */
export const signed = (value: number, decimals = 1) =>
  format({ minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−')
/** 0.31 becomes "31 %" */
export const percent = (part: number, decimals = 0) =>
  format({ style: 'percent', maximumFractionDigits: decimals }).format(part)
/** "1.450 kr." */
export const kroner = (value: number) => m.web_kroner({ amount: number(value, 0) })

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
/** A file's size: "12,4 MB" */
export const bytes = (size: number) => {
  const step = Math.min(units.length - 1, size < 1 ? 0 : Math.floor(Math.log(size) / Math.log(1000)))
  const decimals = step > 1 ? 1 : 0
  const unit = units[step] ?? 'byte'
  const said = format({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: decimals })
  // Intl writes an ordinary space, at which a line may break between the number and its unit.
  return said.format(size / 1000 ** step).replace(' ', '\u00a0')
}
/** "5–9" of a band that is written `5-9` in an address or a table; others stay as they are. */
export const dashed = (band: string) => band.replace(/(\d)-(?=\d)/g, '$1–')
/** Eight digits in pairs, a phone or a CVR number: "30 11 24 57". Others, a foreign phone say, stay as they are. */
export const inPairs = (digits: string) => (/^\d{8}$/.test(digits) ? digits.replace(/(\d\d)(?=\d)/g, '$1 ') : digits)
/** What someone typed: "1.234,5" or "1234.5"; undefined when it is no number. */
export const readNumber = (text: string) => {
  const danish = /^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/.test(text.trim())
  const plain = danish ? text.trim().replaceAll('.', '').replace(',', '.') : text.trim()
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}
