/** Passwords that anybody would try: the common ones, one's own name or address, the centre's name. */
import { readFileSync } from 'node:fs'
import { type Language, problemAt } from '#platform/errors'
import * as m from '#texts'

const common: ReadonlySet<string> = new Set(
  readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# ')),
)

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
/** What is left when figures and signs behind (and before) it are taken off: `Sommer2026!` is `sommer`. */
const bare = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const wordsOf = (texts: readonly string[]) =>
  texts
    .flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
    .toSorted((a, b) => b.length - a.length)

/** Of one's own words, nothing but a few letters more. */
const isOwn = (password: string, about: readonly string[]) => {
  const rest = wordsOf([...about, 'tovholder']).reduce((left, word) => left.replaceAll(word, ''), password)
  return rest !== password && rest.replace(/[^\p{L}]/gu, '').length < 4
}

/** Refuses what is guessed first; `about`: the person's name and address, the centre's name. Throws wrong-input at the field. */
export const refuseWeakPassword = (password: string, about: readonly string[], language: Language) => {
  const said = plain(password)
  const weak = common.has(said) || common.has(bare(said)) || new Set(said).size < 4 || isOwn(said, about)
  if (!weak) return
  const detail = m.sign_in_password_common({}, { locale: language })
  throw problemAt('wrong-input', '/body/password', detail, 'common')
}
