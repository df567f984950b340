import * as m from '#texts'
import type { Language } from '#platform/text/language'
import { type Person, personSources } from './company-people.schema.ts'

type Options = { locale?: Language }
type Source = (typeof personSources)[number]
const sources: Record<Source, (values?: object, options?: Options) => string> = {
  asked: m.company_people_source_asked,
  said: m.company_people_source_said,
  colleague: m.company_people_source_colleague,
  'own-page': m.company_people_source_own_page,
  mail: m.company_people_source_mail,
  school: m.company_people_source_school,
}
/** Where something of him comes from: "bad om det selv". */
export const sourceSays = (source: Source, options?: Options) => sources[source]({}, options)
export const sourceOptions = () => personSources.map((value) => ({ value, label: sourceSays(value) }))

/** The ways he may be reached, or may not: "Telefon", "ingen e-mail"; none known: nothing. */
export const waysOf = ({ phone, mail }: Pick<Person, 'phone' | 'mail'>) => {
  const [byPhone, byMail] = [phone.value !== null && phone.allowed, mail.value !== null && mail.allowed]
  return [
    byPhone && {
      way: 'phone' as const,
      allowed: true,
      says: byMail || !mail.allowed ? m.company_people_phone() : m.company_people_only_phone(),
    },
    !phone.allowed && { way: 'phone' as const, allowed: false, says: m.company_people_no_phone() },
    byMail && {
      way: 'mail' as const,
      allowed: true,
      says: byPhone || !phone.allowed ? m.company_people_mail() : m.company_people_only_mail(),
    },
    !mail.allowed && { way: 'mail' as const, allowed: false, says: m.company_people_no_mail() },
  ].filter((one) => one !== false)
}
