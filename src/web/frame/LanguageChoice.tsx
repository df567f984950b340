import * as m from '#texts'
import { getLocale, locales } from '#texts/runtime'
import { chooseLanguage } from './language.ts'

/** The other languages, each named in its own words; for pages without sign-in. */
export const LanguageChoice = () =>
  locales
    .filter((other) => other !== getLocale())
    .map((other) => (
      <button
        key={other}
        type="button"
        lang={other}
        className="tov-text-button"
        title={m.web_language()}
        onClick={() => void chooseLanguage(other, false)}
      >
        {m.web_language_in({}, { locale: other })}
      </button>
    ))
