import * as m from '#texts'
import { numberSources } from './phone-numbers.schema.ts'

const words: Record<(typeof numberSources)[number], () => string> = {
  said: m.phone_numbers_source_said,
  'own-page': m.phone_numbers_source_own_page,
  directory: m.phone_numbers_source_directory,
  mail: m.phone_numbers_source_mail,
  school: m.phone_numbers_source_school,
}
/** Where a number was found, in words. */
export const sourceSays = (source: (typeof numberSources)[number]) => words[source]()
export const sourceOptions = () => numberSources.map((value) => ({ value, label: sourceSays(value) }))
