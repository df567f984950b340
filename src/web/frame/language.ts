import * as m from '#texts'
import { extractLocaleFromCookie, getLocale, locales, setLocale } from '#texts/runtime'
import { changeMyLanguage } from '../../features/members/members.schema.ts'
import { call } from '#web/data/api.ts'
import type { Me } from './me.ts'

/** The languages, each in its own word. */
export const languages = locales.map((locale) => ({ value: locale, label: m.web_language_name({}, { locale }) }))

/** Changes the language here and, when signed in, on the person: mails come in it too. The page is loaded anew. */
export const chooseLanguage = async (language: (typeof locales)[number], signedIn = true) => {
  if (signedIn) await call(changeMyLanguage, { body: { language } }).catch(() => undefined)
  await setLocale(language)
}

/** Whoever chose a language elsewhere reads it here too: the server's sentences come in it, and the page speaks one language. */
export const followLanguage = ({ person }: Pick<Me, 'person'>): void => {
  if (person.language === getLocale()) return
  void setLocale(person.language, { reload: false })
  // Where a browser keeps nothing the page stays as it is, rather than loading for ever.
  if (extractLocaleFromCookie() === person.language) location.reload()
}
