import { setLocale } from '#texts/runtime'
import { changeMyLanguage } from '../../features/members/access.schema.ts'
import { call } from '#web/data/api.ts'

/** The languages, each in its own word. */
export const languages = [
  { value: 'da', label: 'Dansk' },
  { value: 'en', label: 'English' },
] as const

/** Changes the language here and, when signed in, on the person: mails come in it too. The page is loaded anew. */
export const chooseLanguage = async (language: 'da' | 'en', signedIn = true) => {
  if (signedIn) await call(changeMyLanguage, { body: { language } }).catch(() => undefined)
  await setLocale(language)
}
