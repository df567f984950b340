/** What a contact says, sealed for its school, and the marks by which it is found: nothing of it stands in the database in the open. */
import { createHash, randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Ctx, schoolOf } from '#platform/context'
import { problem } from '#platform/errors'
import type { SchoolSealing } from '#platform/sealing'
import type { Contact } from './contact-row.ts'

export type ContactText = Omit<Contact, 'line'>

/** Null: there is no key (SEALING_KEY), and nothing of the kind is kept. */
export const schoolSealing = (ctx: Ctx): SchoolSealing | null =>
  ctx.house.sealing?.ofSchool(ctx.centreId, schoolOf(ctx)) ?? null
/** Throws contacts-not-kept. */
export const sealingOf = (ctx: Ctx): SchoolSealing => {
  const sealing = schoolSealing(ctx)
  if (!sealing) throw problem('contacts-not-kept')
  return sealing
}

/** What the contact says of who it is, without what we noted: pairs that people spoke of go by it. As it was reckoned in the database before. */
const whatItSays = (text: ContactText): string => {
  const { name, cvr, pNumber, phone, email, street, postalCode, town, contactPerson } = text
  const parts = [name.toLowerCase(), cvr, pNumber, phone, email?.toLowerCase(), street?.toLowerCase(), postalCode]
  const all = [...parts, town?.toLowerCase(), contactPerson?.toLowerCase()].map((part) => part ?? '').join('\x1f')
  return createHash('md5')
    .update(all)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
/** `key`: what was reckoned of it in the open, a UUID. */
export const keyOf = (sealing: SchoolSealing, key: string): string => sealing.mark('contact', key)

const about = (id: string) => `school_contact/${id}`
const textOf = (contact: ContactText): ContactText => ({
  ...{ name: contact.name, cvr: contact.cvr, pNumber: contact.pNumber, phone: contact.phone, email: contact.email },
  ...{ domain: contact.domain, street: contact.street, postalCode: contact.postalCode, town: contact.town },
  ...{ contactPerson: contact.contactPerson, knows: contact.knows, note: contact.note },
})

/** As it lies in the database. `was`: its id and what was reckoned of it, of one that stood there in the open. */
export const sealContact = (sealing: SchoolSealing, contact: ContactText, was?: { id: string; key: string }) => {
  const id = was?.id ?? randomUUID()
  const text = textOf(contact)
  const markOf = (kind: string, value: string | null) => (value === null ? null : sealing.mark(kind, value))
  // Whether it is the same row: the domain follows from the others.
  const { domain, ...said } = text
  return {
    id,
    sealed: sealing.seal(JSON.stringify(text), about(id)).toString('base64'),
    keyMark: sealing.mark('key', ''),
    key: keyOf(sealing, was?.key ?? whatItSays(text)),
    sameMark: sealing.mark('same', JSON.stringify(Object.values(said))),
    ...{ cvrMark: markOf('cvr', text.cvr), pMark: markOf('p-number', text.pNumber) },
    ...{ phoneMark: markOf('phone', text.phone), domainMark: markOf('domain', domain) },
    knowsMark: markOf('knows', text.knows?.toLowerCase() ?? null),
    told: Number(text.contactPerson !== null) + Number(text.note !== null),
  }
}
export type SealedContact = ReturnType<typeof sealContact>

/** Null: it was sealed with another key, or for another. */
export const openContact = (
  sealing: SchoolSealing,
  { id, sealed }: { id: string; sealed: Uint8Array },
): ContactText | null => {
  const text = sealing.unseal(sealed, about(id))
  if (text === null) return null
  const opened: ContactText = JSON.parse(text)
  return opened
}

const slice = 200
/** Of thousands of contacts, each sealed or opened: whoever else asks meanwhile is answered between. */
export const inSlices = async <From, To>(rows: readonly From[], each: (row: From) => To): Promise<To[]> => {
  const done: To[] = []
  for (let from = 0; from < rows.length; from += slice) {
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point
    if (from > 0) await setImmediate()
    done.push(...rows.slice(from, from + slice).map(each))
  }
  return done
}
