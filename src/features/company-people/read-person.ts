import type { Ctx } from '#platform/context'
import { readNumber } from '../phone-numbers/phone-numbers.ts'
import type { Person, PersonWritten } from './company-people.schema.ts'
import type * as store from './company-people.sql.ts'
import { refuseUnionWords } from './union-words.ts'

const saidOnOf = (ctx: Ctx, { saidOn }: PersonWritten) => (saidOn && saidOn <= ctx.today ? saidOn : ctx.today)

/** Who says that he may be reached so, and when: of what is new in it; what stood before keeps its own. */
const channelOf = (
  ctx: Ctx,
  written: PersonWritten,
  { value, allowed }: { value: string | null; allowed: boolean },
  was: Pick<Person['phone'], 'value' | 'allowed' | 'source' | 'on'> | undefined,
) => {
  if (was && was.value === value && was.allowed === allowed) return { source: was.source, on: was.on }
  const says = value !== null || !allowed
  return { source: says ? written.source : null, on: says ? saidOnOf(ctx, written) : null }
}

/** What is written, judged and with its sources; `before`: what stood. Throws wrong-input, union-title. */
export const readPerson = (ctx: Ctx, written: PersonWritten, before?: Person): store.Written => {
  const { name, title, note, speaksForAll, phoneAllowed, mailAllowed } = written
  refuseUnionWords([title, note, name])
  const phone = written.phone === '' ? null : readNumber(ctx, written.phone, '/body/phone')
  const email = written.email || null
  const byPhone = channelOf(ctx, written, { value: phone, allowed: phoneAllowed }, before?.phone)
  const byMail = channelOf(ctx, written, { value: email, allowed: mailAllowed }, before?.mail)
  return {
    ...{ name, title, note, speaksForAll, phone, phoneAllowed, email, mailAllowed },
    ...{ phoneSource: byPhone.source, phoneOn: byPhone.on, mailSource: byMail.source, mailOn: byMail.on },
    source: before?.source ?? written.source,
    saidOn: before?.saidOn ?? saidOnOf(ctx, written),
  }
}
