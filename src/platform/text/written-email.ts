/** Addresses of mail as people and programs write them: in a cell, in a field. Letters beyond a-z may stand on both sides (RFC 6531, IDN). */
const atom = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
/** Whether a text is one address and nothing else. */
export const emailPattern = new RegExp(
  `^(?=.{6,200}$)(?=[^@]{1,64}@)${atom}(?:\\.${atom})*@(?:${label}\\.)+(?:\\p{L}{2,63}|xn--[a-z0-9-]{2,59})$`,
  'u',
)

/** `rest`: what else stood there, but for how such an address is wrapped. */
export type WrittenEmails = { addresses: string[]; rest: string }

const wraps = /^(?:mailto|e-?mail|mail|og|eller|and|or)$/i
const bare = (word: string) =>
  word
    .replace(/^['"’«»:.]+|['"’«»:.]+$/g, '')
    .replace(/^(?:mailto|e-?mail|mail):/i, '')
    .replace(/(@[^?]*)\?.*$/, '$1')
    .toLowerCase()

/** The addresses in a text in their order, in lower case: `mailto:`, `Bo Holm <bo@holm.dk>`, several with any sign between. Nothing is mended. */
export const readWrittenEmails = (text: string): WrittenEmails => {
  const words = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .split(/[\s,;<>()[\]"|]+/)
    // A slash may stand in an address; between two it parts them.
    .flatMap((word) => (word.split('@').length > 2 ? word.split('/') : [word]))
  const addresses: string[] = []
  const rest: string[] = []
  for (const word of words) {
    const address = bare(word)
    if (emailPattern.test(address)) addresses.push(address)
    else if (/[\p{L}\p{N}@]/u.test(address) && !wraps.test(address)) rest.push(word)
  }
  return { addresses: [...new Set(addresses)], rest: rest.join(' ') }
}

/** What somebody wrote in a field for one address: that address, or the text as it stands when it is none, or several. */
export const tidyEmail = (text: string): string => {
  const { addresses, rest } = readWrittenEmails(text)
  const named = /^[^@]*<[^<>@\s]+@[^<>@\s]+>\s*$/.test(text)
  return addresses.length === 1 && addresses[0] !== undefined && (rest === '' || named) ? addresses[0] : text.trim()
}
