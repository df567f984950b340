/** Seals what stands in the open, of before contacts were sealed as they came in. */
import { type Ctx, schoolOf } from '#platform/context'
import { type ContactText, sealContact, sealingOf } from './contact-sealing.ts'
import { closeContacts, openContacts } from './seal-contacts.sql.ts'

const portion = 500

/** A portion of the own school's contacts; false when none stands in the open any more. */
export const sealOpenContacts = async (ctx: Ctx): Promise<boolean> => {
  const schoolId = schoolOf(ctx)
  const sealing = sealingOf(ctx)
  const rows = await openContacts(ctx, schoolId, portion)
  if (rows.length === 0) return false
  const sealed = rows.map(({ id, key, name, ...rest }) => {
    const text: ContactText = { name: name ?? '', ...rest }
    return sealContact(sealing, text, { id, key })
  })
  await closeContacts(ctx, schoolId, sealed)
  return true
}
