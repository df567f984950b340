/** One tip: as it is shown, who may do something about it, its row for whoever changes it, and how it is told. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { runsCentre } from '../centre/roles.ts'
import { mayContact } from '../may-contact/may-contact.ts'
import { proposeFor } from './proposing.ts'
import { tipsEvents } from './tips-events.table.ts'
import type * as contract from './tips.schema.ts'
import * as store from './tips.sql.ts'

const record = recorder(tipsEvents)
export type Shape = z.infer<typeof contract.Tip>
export type Whole = z.infer<(typeof contract.showTip)['answer']>
const topics = ['tips', 'my-partner', 'waiting'] as const

/** On nobody's thread: who told of a company stands with the tip alone. */
export const tell = (ctx: Ctx, id: number, verb: keyof typeof tipsEvents.tip, after: Record<string, unknown> = {}) =>
  record(ctx, { verb, subject: 'tip', subjectId: id, after, topics })

/** As far as it is, of what has happened. */
export const reachedOf = ({ seen, visited, led, ended }: Pick<store.TipRow, 'seen' | 'visited' | 'led' | 'ended'>) => {
  if (!seen) return 'received'
  if (led) return 'led'
  if (ended) return 'not-now'
  return visited ? 'visited' : 'looking'
}

const personOf = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
const abilities = (ctx: Ctx, row: store.TipRow): Shape['can'] => {
  const open = row.endedAt === null
  const runs = open && runsCentre(ctx)
  const free = row.joinedTo === null && row.ownerId === null && row.enquiryId === null
  return {
    read: runs && row.seenAt === null,
    ask: runs && free,
    answer: open && row.askedId !== null && row.askedId === ctx.personId,
    giveBack: open && row.ownerId !== null && row.ownerId === ctx.personId,
    end: open && row.joinedTo === null && (runs || row.ownerId === ctx.personId),
    name: runs && free && row.askedId === null,
    register: runs && row.ownerId === null && row.enquiryId === null && row.askedOn !== null,
  }
}

export const shapeOf = (ctx: Ctx, row: store.TipRow): Shape => ({
  id: row.id,
  partner: row.mayName || runsCentre(ctx) ? { id: row.partnerId, name: row.partner, kind: row.kind } : null,
  ...{ mayName: row.mayName, givenOn: row.givenOn, company: row.company, town: row.town, companyId: row.companyId },
  ...{ words: row.words, urgent: row.urgent, joinedTo: row.joinedTo, seen: row.seen },
  asked: row.askedOn === null ? null : { by: row.askedBy, on: row.askedOn },
  askedWhom: personOf(row.askedId, row.askedName),
  owner: personOf(row.ownerId, row.ownerName),
  ...{ acceptedAt: row.acceptedAt, enquiryId: row.enquiryId, note: row.note },
  ...{ reached: reachedOf(row), endedOn: row.endedOn, endedWhy: row.endedWhy, can: abilities(ctx, row) },
})

/** Who runs the centre sees all, everyone else what he is asked about or goes on with. */
const sees = (ctx: Ctx, { askedId, ownerId }: store.TipRow) =>
  runsCentre(ctx) || (ctx.personId !== null && [askedId, ownerId].includes(ctx.personId))

/** Why the company may not be visited by this person now; null: nothing speaks against it. */
export const hinderedFor = async (ctx: Ctx, { companyId }: store.TipRow, visitorId: number | null) =>
  companyId === null
    ? null
    : (await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'visit', visitorId })).because

export const showTip = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await store.tipById(ctx, id)
  if (!row || !sees(ctx, row)) throw problem('not-found')
  const shape = shapeOf(ctx, row)
  const proposed = shape.can.ask ? await proposeFor(ctx, row) : []
  const because =
    row.endedAt === null ? await hinderedFor(ctx, row, row.ownerId ?? row.askedId ?? proposed[0]?.id ?? null) : null
  const joined = runsCentre(ctx) ? await store.joinedTo(ctx, id) : []
  return {
    ...shape,
    because: because?.sentence ?? null,
    proposed,
    joined: joined.map(({ id: other, words, givenOn, seenAt }) => ({
      id: other,
      words,
      givenOn,
      seen: seenAt !== null,
    })),
  }
}

/** Its row locked. Throws not-found, tip-ended. */
export const lockSeen = async (ctx: Ctx, id: number) => {
  await store.lockTip(ctx, id)
  const row = await store.tipById(ctx, id)
  if (!row || !sees(ctx, row)) throw problem('not-found')
  if (row.endedAt !== null) throw problem('tip-ended')
  return row
}
