import * as m from '#texts'
import { locales, setLocale } from '#texts/runtime'
import { changeMyLanguage } from '../../features/members/members.schema.ts'
import { call } from '#web/data/api.ts'

/** The languages, each in its own word. */
export const languages = locales.map((locale) => ({ value: locale, label: m.web_language_name({}, { locale }) }))

/** Changes the language here and, when signed in, on the person: mails come in it too. The page is loaded anew. */
export const chooseLanguage = async (language: (typeof locales)[number], signedIn = true) => {
  if (signedIn) await call(changeMyLanguage, { body: { language } }).catch(() => undefined)
  await setLocale(language)
}
