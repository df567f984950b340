import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { chooseLanguage } from './language.ts'

/** The other language, named in its own words; for pages without sign-in. */
export const LanguageChoice = () => {
  const other = getLocale() === 'da' ? 'en' : 'da'
  return (
    <button
      type="button"
      lang={other}
      className="tov-text-button"
      title={m.web_language()}
      onClick={() => void chooseLanguage(other, false)}
    >
      {other === 'en' ? 'In English' : 'På dansk'}
    </button>
  )
}
