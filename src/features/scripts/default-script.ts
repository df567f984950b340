import { houseLanguage, type Language } from '#platform/text/language'
import * as m from '#texts'

/**
 * What a new list's callers say until someone writes something better. `{caller}` and `{centre}` are filled in at the call;
 * `**bold**` is what matters most; a line that begins with `? ` is a question companies ask, the lines after it the answer.
 */
export const houseScript = (locale: Language): string =>
  m.scripts_default_script({ caller: '{caller}', centre: '{centre}' }, { locale })
export const defaultScript = houseScript(houseLanguage)
