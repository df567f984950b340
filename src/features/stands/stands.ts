/** Front door: a stand's own address. What must hold: what a company writes is an enquiry like any other, and the answer is the same whatever we know of it. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { LinkKind } from '#platform/room'
import { centreName } from '../centre/centre.ts'
import { registerEnquiry } from '../enquiries/enquiries.ts'
import { gatheringById, type GatheringRow, mustBeGathering, runsGathering } from '../gatherings/gatherings.ts'
import { type Guest, linksOf, makeLink, revokeLink } from '../links/links.ts'
import { fewestLeads, type writeFromStand as contract } from './stands.schema.ts'
import * as store from './stands.sql.ts'

/** This room keeps it: it stands in no list of companies' links. */
export const standLink = {
  ...{ kind: 'stand', path: '/stand/', endsAfterDays: null, keptApart: true, uses: null },
} as const satisfies LinkKind

/** Who read it on the day may write until so many days after. */
const daysAfterwards = 14
const isOpen = (ctx: Ctx, { kind, calledOffAt, endsAt }: GatheringRow) =>
  kind === 'stand' &&
  calledOffAt === null &&
  ctx.now.epochMilliseconds < Date.parse(endsAt) + daysAfterwards * 24 * 3_600_000

export const endStandLinks = async (ctx: Ctx, id: number) => {
  for (const link of await linksOf(ctx, standLink.kind, id)) await revokeLink(ctx, link.id)
}
export const makeStandLink = async (ctx: Ctx, id: number): Promise<{ url: string }> => {
  const row = await mustBeGathering(ctx, id)
  if (!runsGathering(ctx, row)) throw problem('not-allowed')
  if (!isOpen(ctx, row)) throw problem('gathering-over')
  await endStandLinks(ctx, id)
  const { url } = await makeLink(ctx, { kind: standLink.kind, subjectId: id, company: null })
  return { url }
}
export const showStandLink = async (ctx: Ctx, id: number) => {
  const row = await mustBeGathering(ctx, id)
  const [links, leads] = await Promise.all([linksOf(ctx, standLink.kind, id), store.leadsSince(ctx, id, null)])
  const open = isOpen(ctx, row)
  return {
    title: row.title,
    works: open && links.length > 0,
    leads: leads < fewestLeads ? null : leads,
    can: { make: open && runsGathering(ctx, row) },
  }
}

const standOf = async (ctx: Ctx, { subjectId }: Guest): Promise<GatheringRow> => {
  const row = await gatheringById(ctx, subjectId)
  if (!row || !isOpen(ctx, row)) throw problem('link-revoked')
  return row
}
export const showStand = async (ctx: Ctx, guest: Guest) => {
  const { title } = await standOf(ctx, guest)
  return { centre: await centreName(ctx), title }
}
/** So many in an hour no stand gets: who has copied the address fills nobody's page. */
const mostInAnHour = 60
type Form = z.output<NonNullable<(typeof contract)['body']>>
export const writeFromStand = async (ctx: Ctx, guest: Guest, form: Form): Promise<Record<string, never>> => {
  const { id } = await standOf(ctx, guest)
  const since = ctx.now.subtract({ hours: 1 }).toString({ fractionalSecondDigits: 3 })
  if ((await store.leadsSince(ctx, id, since)) >= mostInAnHour) throw problem('too-many-tries', { minutes: 60 })
  const enquiry = await registerEnquiry(ctx, { ...form, way: 'stand', wanted: '' })
  await store.insertLead(ctx, id, enquiry.id)
  return {}
}
