/** One company's contact: as it is shown, locked for whoever changes it, marked for who judges contact, and told. */
import * as m from '#texts'
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, staff } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { dropMark, lockCompanies, setMark } from '../may-contact/may-contact.ts'
import * as store from './contacts.sql.ts'
import type { ClaimRow } from './offers.sql.ts'
import * as offers from './offers.sql.ts'
import { regularContactsEvents } from './regular-contacts-events.table.ts'
import type { RegularContact } from './regular-contacts.schema.ts'

const record = recorder(regularContactsEvents)

export type Shape = z.infer<typeof RegularContact>
const topics = ['regular-contacts', 'regular-contact-offers', 'regular-contact-claims', 'follow-ups', 'companies']

type Happened = { verb: keyof typeof regularContactsEvents.regular_contact; before?: unknown; after?: unknown }
type At = { companyId: number; cvr: string }
/** What happened to who has a company, for the trail, the thread and open pages. */
export const tell = (ctx: Ctx, id: number | null, { companyId, cvr }: At, happened: Happened) =>
  record(ctx, { ...happened, subject: 'regular_contact', subjectId: id, companyId, cvr, topics })

/** The place, its company locked: of two who act at once, the second sees what the first did. Throws not-found. */
export const lockPlace = async (ctx: Ctx, companyId: number) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  await lockCompanies(ctx, [place.cvr])
  // One leadership, one contact; where it is shared, each workplace has its own.
  return { ...place, whole: !(await isShared(ctx, place.cvr)) }
}
export type Locked = Awaited<ReturnType<typeof lockPlace>>

export const leftIt = ({ releasedAt, leftAt }: Pick<store.ContactRow, 'releasedAt' | 'leftAt'>) =>
  releasedAt !== null || leftAt !== null
/** Whose it is to say what becomes of it: who has it, and the coordinators. */
export const isTheirs = (ctx: Ctx, row: store.ContactRow) =>
  runsCentre(ctx) || (row.personId === ctx.personId && !leftIt(row))

/** The contact, its company locked. Throws not-found, and not-allowed for anyone but who has it and the coordinators. */
export const lockContact = async (ctx: Ctx, id: number) => {
  const seen = await store.contactById(ctx, id)
  if (!seen) throw problem('not-found')
  await lockCompanies(ctx, [seen.cvr])
  const row = await store.contactById(ctx, id)
  if (!row) throw problem('not-found')
  if (!isTheirs(ctx, row)) throw problem('not-allowed')
  return row
}

/** What hangs on who has the company hears of it. */
const tellHouse = async (ctx: Ctx, place: At, personId: number | null) => {
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { contactChanged } of ctx.house.rooms) await contactChanged?.(ctx, place, personId)
}

/** Somebody is on it: nobody else draws or calls the company. Without a person the coordinators are asked. */
export const markContact = async (
  ctx: Ctx,
  id: number,
  place: Omit<store.Place, 'company'>,
  personId: number | null,
) => {
  await setMark(ctx, {
    ...{ kind: 'regular-contact', sourceId: id, companyId: place.companyId, cvr: place.cvr },
    // Of a workplace alone only where it was taken so; else as far as one leadership reaches.
    whole: place.whole ? null : false,
    ...{ since: ctx.at, endsAt: null, personId },
  })
  await tellHouse(ctx, place, personId)
}

/** It ends, and with it what was agreed to follow, the questions and the claims. */
export const endContact = async (ctx: Ctx, id: number, how: store.Had, why: string) => {
  const ended = await store.markEnded(ctx, id, how, why)
  if (!ended) throw problem('not-found')
  await offers.withdrawClaimsOn(ctx, id)
  for (const offer of await offers.openOffers(ctx, { contactId: id }))
    await offers.answerOffer(ctx, offer.id, { withdrawnAt: ctx.at })
  await dropMark(ctx, 'regular-contact', id)
  await tellHouse(ctx, ended, null)
}

/** A company is had by one of the schools' or the centre's own people who is still here. */
export const mayHave = async (ctx: Ctx, personId: number, pointer: string) => {
  const member = await memberNow(ctx, personId)
  if (member && isOneOf(staff, member.role)) return member
  throw problemAt('wrong-input', pointer, m.regular_contacts_not_a_member({}, { locale: ctx.language }), 'not-a-member')
}

const daysPast = (ctx: Ctx, day: string) =>
  Math.max(0, Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(ctx.today)).days)

export const shapeOf = (ctx: Ctx, row: store.ContactRow, claims: readonly ClaimRow[] = []): Shape => {
  const theirs = isTheirs(ctx, row)
  const { followUpId, followUp: what, followUpOn: dueOn, deputyId, personId } = row
  const claimed = claims.some((claim) => claim.personId === ctx.personId)
  return {
    id: row.id,
    companyId: row.companyId,
    cvr: row.cvr,
    company: row.company,
    whole: row.whole,
    person: { id: personId, name: row.name, school: row.school },
    left: leftIt(row),
    deputy: deputyId === null ? null : { id: deputyId, name: row.deputy ?? '', school: row.deputySchool },
    since: row.since,
    followUp:
      followUpId === null || what === null || dueOn === null
        ? null
        : {
            id: followUpId,
            what,
            dueOn,
            daysLate: daysPast(ctx, dueOn),
            can: { do: theirs || deputyId === ctx.personId },
          },
    lastContactAt: row.lastContactAt,
    lapsesOn: row.lapsesOn,
    lapsesSoon: !leftIt(row) && row.warnedOn <= ctx.today,
    claims: claims.map((claim) => ({
      id: claim.id,
      person: { id: claim.personId, name: claim.name, school: claim.school },
      why: claim.why,
      claimedAt: claim.claimedAt,
      can: { decide: runsCentre(ctx), withdraw: claim.personId === ctx.personId },
    })),
    can: {
      handOver: theirs,
      change: theirs,
      claim: isOneOf(staff, ctx.role) && personId !== ctx.personId && !leftIt(row) && !claimed,
    },
  }
}

/** One contact as it stands. Throws not-found. */
export const showContact = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.contactById(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row, await offers.openClaims(ctx, { contactIds: [id] }))
}
