/** A campaign's lists are made: one for each contact model that calls, drawn at once, so that no company stands on two. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import * as m from '#texts'
import { modelWords } from '../contact-models/model-words.table.ts'
import { offerLists } from '../capacity/capacity.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { freezeDraw, makeList } from '../lists/lists.ts'
import { giveScript } from '../scripts/scripts.ts'
import { weighTargetGroup } from './asking.ts'
import { lockDraft, record, showCampaign, topics } from './campaigns.ts'
import * as store from './campaigns.sql.ts'
import { callingModels, mixOf, sameMix, sharedOut, sumOf } from '../contact-models/models.shared.ts'

/**
 * Settles on the contact models. Own consultants' list is drawn first. Throws changed-meanwhile, campaign-settled, mix-incomplete (not all of 100), mix-why (another
 * than proposed, without a reason), mix-calls-nobody, list-empty.
 */
export const settleCampaign = async (ctx: Ctx, id: number, version: number) => {
  const locked = await lockDraft(ctx, id)
  const campaign = await showCampaign(ctx, id)
  if (locked.version !== version) throw problem('changed-meanwhile', {}, { theirs: campaign, yours: {} })
  const { name, criteria, mix, target, why } = campaign
  const translations = (await store.campaignById(ctx, id))?.translations ?? []
  const missing = 100 - sumOf(mix)
  if (missing !== 0) throw problem('mix-incomplete', { missing: String(Math.abs(missing)) })
  const { proposal, reachable } = await weighTargetGroup(ctx, id, { target, criteria })
  const proposed = mixOf(proposal)
  if (!sameMix(mix, proposed) && why === '') throw problem('mix-why')
  if (reachable === 0) throw problem('list-empty')
  const shares = sharedOut(reachable, mix)
  if (callingModels.every((model) => shares[model] === 0)) throw problem('mix-calls-nobody')
  for (const model of callingModels) {
    if (shares[model] === 0) continue
    const said = { locale: ctx.language }
    const listName = m.campaigns_list_name({ campaign: name.slice(0, 90), model: modelWords[model]({}, said) }, said)
    const list = await makeList(ctx, {
      name: listName,
      goal: campaign.goal ?? '',
      criteria: { ...criteria, limit: shares[model], withNumber: true },
      byVisitors: model === 'own-consultants',
    })
    await store.insertList(ctx, { campaignId: id, listId: list.id, model })
    await offerLists(ctx, [list.id], campaign.offer)
    if (campaign.script !== '') await giveScript(ctx, list.id, campaign.script, translations)
    await freezeDraw(ctx, list.id)
  }
  await store.mark(ctx, id, { settledAt: ctx.at, settledBy: personOf(ctx), proposed: JSON.stringify(proposed) })
  const after = { what: name, mix, proposed, why }
  await record(ctx, {
    verb: 'settled',
    subject: 'campaign',
    subjectId: id,
    after,
    topics: [...topics, 'contact-lists'],
  })
  return showCampaign(ctx, id)
}

/** For all its lists, those too that are called for something of their own; what was closed stays as it was called. Throws not-found, campaign-over. */
export const changeOffer = async (ctx: Ctx, id: number, form: MeetingForm) => {
  const campaign = await store.lockCampaign(ctx, id)
  if (!campaign) throw problem('not-found')
  if (campaign.settledAt === null || campaign.endedAt !== null) throw problem('campaign-over')
  const before = { form: (await showCampaign(ctx, id)).offer }
  const open = (await store.listsOf(ctx, id)).filter(({ state }) => state !== 'closed')
  await offerLists(
    ctx,
    open.map((list) => list.id),
    form,
  )
  // Said again it is said already; what a list had of its own is told of that list.
  if (before.form === form) return showCampaign(ctx, id)
  await store.mark(ctx, id, { offer: form })
  await record(ctx, { verb: 'offered', subject: 'campaign', subjectId: id, before, after: { form }, topics })
  return showCampaign(ctx, id)
}
