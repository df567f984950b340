/**
 * Front door: the number to call. What must hold: a number that a person found goes before files and register until it is taken back, what was said
 * on the old one still holds there, and of two who write at once the second is told.
 */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { houseLanguage } from '#platform/text/language'
import { endWrongNumber, lockCompanies, reopenWrongNumber } from '../may-contact/may-contact.ts'
import { sayPhone } from '../register/register.ts'
import { phoneNumbersEvents } from './phone-numbers-events.table.ts'
import type { PhoneNumber } from './phone-numbers.schema.ts'
import * as store from './phone-numbers.sql.ts'
import { readNumber } from './read-number.ts'

export { readNumber } from './read-number.ts'

const record = recorder(phoneNumbersEvents)
/** Answers that another number makes stale. */
const topics = ['companies', 'calls', 'contact-lists', 'waiting-periods']

type Shape = z.infer<typeof PhoneNumber>

const placeOf = async (ctx: Ctx, companyId: number): Promise<store.PlaceRow> => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  return place
}

export const showNumber = async (ctx: Ctx, companyId: number): Promise<Shape> => {
  const { phone } = await placeOf(ctx, companyId)
  const found = (await store.numbersOf(ctx, companyId)).map(({ id: _, ...one }) => one)
  return { companyId, phone, own: found.find(({ endedAt }) => endedAt === null) ?? null, found }
}

/** The place under its lock, as it is now: what was read before may have changed. */
const lockPlace = async (ctx: Ctx, companyId: number) => {
  await lockCompanies(ctx, [(await placeOf(ctx, companyId)).cvr])
  return placeOf(ctx, companyId)
}

export type FoundNumber = {
  phone: string
  source: store.Source
  saidOn?: string | null | undefined
  /** The number that stood there for whoever writes; null: none. */
  instead: string | null
}
/**
 * From now on this is called. A wrong number that somebody met there is over; a stop keeps the number that it was said on. Throws wrong-input, and
 * number-changed when another number came meanwhile.
 */
export const setNumber = async (ctx: Ctx, companyId: number, written: FoundNumber): Promise<Shape> => {
  const place = await lockPlace(ctx, companyId)
  const phone = readNumber(ctx, written.phone, '/body/phone')
  if (place.phone !== written.instead && place.phone !== phone) throw await changed(ctx, place)
  const standing = (await store.numbersOf(ctx, companyId)).find(({ endedAt }) => endedAt === null)
  if (standing?.phone === phone) return showNumber(ctx, companyId)
  const { cvr } = place
  if (place.phone !== phone)
    await endWrongNumber(ctx, { companyId, cvr }, m.phone_numbers_wrong_is_over({}, { locale: houseLanguage }))
  await sayPhone(ctx, place, phone)
  await store.endNumber(ctx, companyId)
  const saidOn = written.saidOn && written.saidOn <= ctx.today ? written.saidOn : ctx.today
  const { source } = written
  const { id } = await store.insertNumber(ctx, { companyId, cvr, phone, source, saidOn, instead: place.phone })
  await record(ctx, {
    verb: place.phone === null ? 'found' : 'corrected',
    subject: 'own_number',
    subjectId: id,
    ...{ cvr, companyId },
    before: { phone: place.phone },
    after: { what: phone, phone, source, saidOn },
    topics,
  })
  return showNumber(ctx, companyId)
}

const changed = async (ctx: Ctx, { id, phone }: store.PlaceRow) => {
  const { own } = await showNumber(ctx, id)
  return problem('number-changed', { number: phone ?? '–', who: own?.who ?? 'Tovholder' })
}

/** What files and register say counts again, and what somebody met on that number. Taking back what nobody found is no error. */
export const takeNumberBack = async (ctx: Ctx, companyId: number): Promise<Shape> => {
  const place = await lockPlace(ctx, companyId)
  const { cvr } = place
  await sayPhone(ctx, place, null)
  const ended = await store.endNumber(ctx, companyId)
  if (!ended) return showNumber(ctx, companyId)
  const after = await placeOf(ctx, companyId)
  const written = (await store.numbersOf(ctx, companyId)).filter(({ instead }) => instead === after.phone)
  if (after.phone !== null && written.length > 0)
    await reopenWrongNumber(
      ctx,
      companyId,
      written.map(({ setAt }) => setAt),
    )
  await record(ctx, {
    verb: 'taken-back',
    subject: 'own_number',
    subjectId: ended.id,
    ...{ cvr, companyId },
    before: { phone: ended.phone },
    after: { what: ended.phone, phone: after.phone },
    topics,
  })
  return showNumber(ctx, companyId)
}
