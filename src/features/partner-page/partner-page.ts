/** Front door: a partner's own page. What must hold: it sees its own, how far it is, and nothing else. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { myPartner, partnerNow } from '../partners/partners.ts'
import { jointVisitsOfPartner } from '../joint-visits/joint-visits.ts'
import { presenceOfPartner } from '../presence-days/presence-days.ts'
import { tipAddress } from '../mailed-tips/mailed-tips.ts'
import { givenTips } from '../tips/tips.ts'
import type { PartnerPage } from './partner-page.schema.ts'
import * as store from './partner-page.sql.ts'

type Shape = z.infer<typeof PartnerPage>

export const showMyPartner = async (ctx: Ctx): Promise<Shape> => {
  const [centre, partner, mailTo] = [await store.centreName(ctx), await myPartner(ctx), await tipAddress(ctx)]
  if (!partner)
    return { centre, partner: null, tips: [], older: 0, mailTo, presence: { days: [], told: null }, jointVisits: [] }
  const { id: partnerId, name, kind, place } = partner
  const presence = await presenceOfPartner(ctx, partnerId)
  const jointVisits = await jointVisitsOfPartner(ctx, partnerId)
  const given = await givenTips(ctx, { partnerId })
  return { centre, partner: { name, kind, place }, ...given, mailTo, presence, jointVisits }
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
  const [centre, mailTo] = [await store.centreName(ctx), await tipAddress(ctx)]
  return { centre, partner: { name, kind, place }, ...given, mailTo, presence, jointVisits: [] }
}
