/** What someone at a company must be told of what we keep of him (GDPR articles 13 and 14): said to him, or at the foot of a mail that goes to him anyway. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { houseLanguage } from '#platform/text/language'
import * as store from './company-people.sql.ts'
import { sourceSays } from './people-words.table.ts'

/** The notice for the foot of the first mail that goes to him; empty when he has been told, or nobody knows him. */
export const noticeFor = async (ctx: Ctx, id: number): Promise<string> => {
  const person = await store.personById(ctx, id)
  if (!person || person.toldOn !== null) return ''
  const place = await store.placeById(ctx, person.companyId)
  const locale = houseLanguage
  return m.company_people_notice(
    { centre: place?.centre ?? '', source: sourceSays(person.source, { locale }) },
    { locale },
  )
}
