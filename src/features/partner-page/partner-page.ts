/** Front door: a partner's own page. What must hold: it sees its own, how far it is, and nothing else. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { myPartner, partnerNow } from '../partners/partners.ts'
import { jointVisitsOfPartner } from '../joint-visits/joint-visits.ts'
import { presenceOfPartner } from '../presence-days/presence-days.ts'
import { tipAddress, tipAddressNewOn } from '../mailed-tips/mailed-tips.ts'
import { givenTips } from '../tips/tips.ts'
import type { PartnerPage } from './partner-page.schema.ts'
import * as store from './partner-page.sql.ts'

type Shape = z.infer<typeof PartnerPage>

/** Whose page it is, and where a tip can be written to in a mail. */
const saidToAll = async (ctx: Ctx) => {
  const mailTo = await tipAddress(ctx)
  return { centre: await store.centreName(ctx), mailTo, mailToNewOn: mailTo && (await tipAddressNewOn(ctx)) }
}

export const showMyPartner = async (ctx: Ctx): Promise<Shape> => {
  const [said, partner] = [await saidToAll(ctx), await myPartner(ctx)]
  if (!partner)
    return { ...said, partner: null, tips: [], older: 0, presence: { days: [], told: null }, jointVisits: [] }
  const { id: partnerId, name, kind, place } = partner
  const presence = await presenceOfPartner(ctx, partnerId)
  const jointVisits = await jointVisitsOfPartner(ctx, partnerId)
  const given = await givenTips(ctx, { partnerId })
  return { ...said, partner: { name, kind, place }, ...given, presence, jointVisits }
}

type Guest = { linkId: number; subjectId: number }
/** Throws link-revoked when we work with the partner no more. */
export const partnerOfGuest = async (ctx: Ctx, { subjectId }: Guest) => {
  const partner = await partnerNow(ctx, subjectId)
  if (!partner) throw problem('link-revoked')
  return partner
}
/** Who comes by a link sees what he told himself, and the partner's regular days. */
export const showPartnerPage = async (ctx: Ctx, guest: Guest): Promise<Shape> => {
  const { id, name, kind, place } = await partnerOfGuest(ctx, guest)
  const given = await givenTips(ctx, { linkId: guest.linkId })
  const presence = await presenceOfPartner(ctx, id)
  return { ...(await saidToAll(ctx)), partner: { name, kind, place }, ...given, presence, jointVisits: [] }
}
