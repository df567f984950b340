import { getLocale, overwriteGetLocale } from '#texts/runtime'

/** A page speaks one language until it is loaded anew: each text asks for it, and reading the cookie for each takes a tenth of a second in a page. */
const language = getLocale()
overwriteGetLocale(() => language)
