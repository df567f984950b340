/** One tip: as it is shown, who may do something about it, its row for whoever changes it, and how it is told. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce, announceTo, recorder } from '#platform/events'
import { runsCentre, visitors } from '../centre/roles.ts'
import { mayContact } from '../may-contact/may-contact.ts'
import { proposeFor } from './proposing.ts'
import { peopleOfPartner } from '../partners/partners.ts'
import { tipsEvents } from './tips-events.table.ts'
import type * as contract from './tips.schema.ts'
import * as store from './tips.sql.ts'

const record = recorder(tipsEvents)
export type Shape = z.infer<typeof contract.Tip>
export type Whole = z.infer<(typeof contract.showTip)['answer']>

/** On nobody's thread: who told of a company stands with the tip alone. */
export const tell = async (
  ctx: Ctx,
  id: number,
  verb: keyof typeof tipsEvents.tip,
  after: Record<string, unknown> = {},
) => {
  await record(ctx, { verb, subject: 'tip', subjectId: id, after })
  // Open pages of partners hear of their own tips alone: else they could count the others'.
  announce(ctx, ['tips'], 'centre', visitors)
}

/** Says to the partners whose tips stand otherwise now, and to no other, that they do. */
export const tellingPartners =
  <Rest extends unknown[], Answer>(work: (ctx: Ctx, id: number, ...rest: Rest) => Promise<Answer>) =>
  async (ctx: Ctx, id: number, ...rest: Rest): Promise<Answer> => {
    const shown = async (ids: readonly number[]) =>
      new Map((await store.shownOf(ctx, ids)).map((row) => [row.id, [row.partnerId, reachedOf(row), row.visited]]))
    const before = await shown(await store.familyOf(ctx, id))
    const answer = await work(ctx, id, ...rest)
    const after = await shown([...before.keys()])
    const changed = [...before].filter(([one, was]) => String(after.get(one)) !== String(was))
    for (const partnerId of new Set(changed.map(([, [partner]]) => Number(partner))))
      announceTo(ctx, ['my-partner'], await peopleOfPartner(ctx, partnerId))
    return answer
  }

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
  const named = row.companyId !== null
  return {
    read: runs && row.seenAt === null,
    ask: runs && free && named,
    answer: open && named && row.askedId !== null && row.askedId === ctx.personId,
    giveBack: open && row.ownerId !== null && row.ownerId === ctx.personId,
    seeVisit: open && row.ownerId !== null && row.ownerId === ctx.personId,
    end: open && row.joinedTo === null && (runs || row.ownerId === ctx.personId),
    name: runs && !named,
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
  const joined = runsCentre(ctx) || row.ownerId === ctx.personId ? await store.joinedTo(ctx, id) : []
  return {
    ...shape,
    because: because?.sentence ?? null,
    visit: (await store.visitNews(ctx, id)) ?? null,
    proposed,
    joinedMore: (joined[0]?.count ?? 0) - joined.length,
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
