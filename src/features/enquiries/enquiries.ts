/** Front door: companies that turn to us themselves. One way in, whoever was reached; somebody answers within a working day. */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import { listSchools } from '../centre/centre.ts'
import { staff } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { readCvr, readPhones } from '../official-codes/official-codes.ts'
import type * as contract from './enquiries.schema.ts'
import * as store from './enquiries.sql.ts'
import type { EnquiryWay } from './enquiry-words.table.ts'
import { confirm, tellContact, tellOwner } from './enquiry-mail.ts'
import { openFor, type Shape, shapeOf, tell } from './one-enquiry.ts'
import { routeOf } from './routing.ts'

export { answerEnquiry, passEnquiryOn, takeEnquiry } from './answering.ts'
export { changeSchoolReach, listSchoolReach } from './reach.ts'
export { reaches } from './reach.sql.ts'
export { showEnquiry } from './one-enquiry.ts'

type Written = z.output<NonNullable<(typeof contract.registerEnquiry)['body']>>
/** What someone else passed on has a way that nobody chooses in the form. */
type Form = Omit<Written, 'way'> & { way: EnquiryWay }
type Receipt = z.infer<(typeof contract.registerEnquiry)['answer']>

/** Who knows companies may have found it; for everyone it is whoever has the number alone. */
const placeOf = async (ctx: Ctx, { companyId, number, phone }: Form) => {
  if (companyId && isOneOf(staff, ctx.role)) {
    const place = await store.placeById(ctx, companyId)
    if (!place) throw problemAt('wrong-input', '/body/companyId', String(companyId), 'unknown')
    return place
  }
  for (const said of [number, phone]) {
    const cvr = readCvr(said)
    const read = readPhones(said).value ?? ('value' in cvr ? cvr.value : null)
    const found = read === null ? undefined : await store.placeByNumber(ctx, read)
    if (found) return found
  }
  return undefined
}

const schoolNamed = async (ctx: Ctx, schoolId: number | null) => {
  const { rows } = await listSchools(ctx)
  const found = rows.find(({ id }) => id === schoolId)
  if (schoolId !== null && !found) throw problemAt('wrong-input', '/body/schoolId', String(schoolId), 'unknown')
  return found
}

/** Who has the company hears that a colleague answered it. */
const tellContactOf = async (
  ctx: Ctx,
  place: { cvr: string; companyId: number },
  said: { company: string; matter: string; who: string },
) => {
  const has = await contactOf(ctx, place)
  const contact = has && has.personId !== ctx.personId ? await memberNow(ctx, has.personId) : undefined
  if (contact) await tellContact(ctx, contact, said)
}

/**
 * Writes it down, gives it to who has the company, else to a school, else to the coordinators; opens contact for its owner and that matter,
 * and confirms it where there is an address.
 */
export const registerEnquiry = async (ctx: Ctx, form: Form): Promise<Receipt> => {
  const place = await placeOf(ctx, form)
  await schoolNamed(ctx, form.schoolId ?? null)
  const { field = null, matter } = form
  const mine = form.mine === true && isOneOf(staff, ctx.role)
  const route = await routeOf(ctx, { place, field, wantedSchoolId: form.schoolId ?? null, mine })
  const { ownerId, schoolId } = route
  const company = place?.name ?? form.company
  const at = { companyId: place?.companyId ?? null, cvr: place?.cvr ?? null }
  const dueOn = (await workingTimeNow(ctx)).workdayAfter(ctx.today, 1)
  const { id } = await store.insertEnquiry(ctx, {
    ...{ ...at, way: form.way, receivedAt: form.receivedAt ?? ctx.at, companySaid: company, numberSaid: form.number },
    ...{ name: form.name, phone: form.phone, email: form.email, matter, field, wanted: form.wanted },
    ...{ routedBy: route.by, schoolId, ownerId, dueOn },
  })
  await openFor(ctx, id, at, ownerId)
  const owner = ownerId === null ? undefined : await memberNow(ctx, ownerId)
  const school = await schoolNamed(ctx, schoolId)
  const to = owner?.name ?? school?.name ?? ''
  await tell(ctx, id, at, { verb: 'received', after: { what: to, words: matter, way: form.way, by: route.by } })
  if (owner && ownerId !== ctx.personId) await tellOwner(ctx, owner, { company, matter, dueOn })
  if (mine && place) await tellContactOf(ctx, place, { company, matter, who: to })
  // Whom a partner spoke with has not written to us: nobody else there is told of it.
  const ownAddress = form.way === 'tip' ? null : (place?.email ?? null)
  // What a stranger types is no address to write to: he has seen that it arrived.
  const confirmed =
    ctx.personId !== null &&
    (await confirm(ctx, form.email || ownAddress, {
      ...{ name: form.name, company, matter, dueOn },
      who: owner?.name ?? school?.name ?? null,
    }))
  return { id, to: { kind: owner ? 'person' : school ? 'school' : 'centre', name: to }, dueOn, confirmed }
}

export const findEnquirers = async (ctx: Ctx, q: string) => ({ rows: await store.findPlaces(ctx, q) })

type Query = z.output<NonNullable<(typeof contract.listEnquiries)['query']>>
export const listEnquiries = async (
  ctx: Ctx,
  { cursor, limit, ...sought }: Query,
): Promise<{ rows: Shape[]; next: string | null }> => {
  const [before] = readCursor(cursor, 1) ?? []
  const asked = { ...sought, text: sought.text?.trim(), before: before ? Number(before) : undefined }
  const rows = await store.enquiryPage(ctx, { ...asked, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => shapeOf(ctx, row)),
    next: rows.length > limit && last ? writeCursor([last.id]) : null,
  }
}
