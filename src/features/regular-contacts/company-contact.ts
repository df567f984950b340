/** Who has a company, who is asked, who had it; and the companies that someone has, by name. */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { runsCentre } from '../centre/roles.ts'
import { named, openWith } from './along.ts'
import * as store from './contacts.sql.ts'
import { isTheirs, leftIt, type Shape, shapeOf } from './one-contact.ts'
import type { OfferRow } from './offers.sql.ts'
import * as offers from './offers.sql.ts'
import type { CompanyContact, listRegularContacts as listing } from './regular-contacts.schema.ts'

export type Whole = z.infer<typeof CompanyContact>

const offerShape = async (ctx: Ctx, row: OfferRow, contact: store.ContactRow | undefined): Promise<Whole['offer']> => {
  const open = contact ? await openWith(ctx, contact) : []
  const { followUp: what, followUpOn: dueOn, fromId } = row
  return {
    id: row.id,
    from: fromId === null ? null : { id: fromId, name: row.giver ?? '', school: row.giverSchool },
    to: { id: row.toId, name: row.taker, school: row.takerSchool },
    offeredBy: row.offeredBy,
    offeredAt: row.offeredAt,
    note: row.note,
    followUp: dueOn === null ? null : { what, dueOn },
    along: named(open, row.along),
    can: {
      answer: row.toId === ctx.personId,
      withdraw: runsCentre(ctx) || row.offeredById === ctx.personId || fromId === ctx.personId,
    },
  }
}

/** Who has a company, who is asked, who had it, and what could go along. Throws not-found. */
export const showCompanyContact = async (ctx: Ctx, companyId: number): Promise<Whole> => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  const row = await store.contactOfPlace(ctx, place)
  const offer = await offers.openOfferOfPlace(ctx, place)
  const theirs = row !== undefined && isTheirs(ctx, row)
  return {
    contact: row ? shapeOf(ctx, row, await offers.openClaims(ctx, { contactIds: [row.id] })) : null,
    offer: offer ? await offerShape(ctx, offer, row) : null,
    before: await store.contactsBefore(ctx, place),
    open: theirs ? await openWith(ctx, row) : [],
    can: { take: !row || leftIt(row), propose: !offer && (!row || theirs) },
  }
}

type Query = z.output<NonNullable<(typeof listing)['query']>>
/** Companies that someone has, by name; everyone's are for coordinators. */
export const listRegularContacts = async (
  ctx: Ctx,
  { whose, text, cursor, limit }: Query,
): Promise<{ rows: Shape[]; next: string | null }> => {
  if (whose !== 'mine' && !runsCentre(ctx)) throw problem('not-allowed')
  const keys = readCursor(cursor, 2)
  const after = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await store.contactPage(ctx, { whose, text: text?.trim(), after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const claims = await offers.openClaims(ctx, { contactIds: shown.map(({ id }) => id) })
  const last = shown.at(-1)
  return {
    rows: shown.map((row) =>
      shapeOf(
        ctx,
        row,
        claims.filter(({ contactId }) => contactId === row.id),
      ),
    ),
    next: rows.length > limit && last ? writeCursor([last.company, last.id]) : null,
  }
}
