/**
 * Front door: campaigns. What must hold: its lists are made once, of a mix that is all of 100 and has a reason where it is another than what was proposed;
 * what a consultant answered has no name, and no two figures differ by one person; of two who change it at once none is overwritten.
 */
import { type AnswerOf, z } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import * as m from '#texts'
import { runsCentre, visitsFirst } from '../centre/roles.ts'
import { goalThatStands } from '../goals/goals.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { campaignsEvents } from './campaigns-events.table.ts'
import type { Campaign, listCampaigns } from './campaigns.schema.ts'
import * as store from './campaigns.sql.ts'
import { noMix } from '../contact-models/models.shared.ts'
import { refuseLost, translatable } from '../scripts/scripts.ts'

export { answerCampaign, askConsultants, weighTargetGroup } from './asking.ts'
export { changeOffer, settleCampaign } from './settling.ts'

export const record = recorder(campaignsEvents)
type Shape = z.infer<typeof Campaign>
/** Answers that a change of a campaign makes stale. */
export const topics = ['campaigns', 'campaign-calendar', 'waiting'] as const

export const listAll = async (
  ctx: Ctx,
  { cursor, limit, state }: { cursor?: string | undefined; limit: number; state?: Shape['state'] | undefined },
): Promise<AnswerOf<typeof listCampaigns>> => {
  const [key] = readCursor(cursor, 1) ?? []
  const rows = await store.pageOfCampaigns(ctx, { before: key === undefined ? undefined : Number(key), limit, state })
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? writeCursor([page.at(-1)?.id ?? 0]) : null }
}

const shapeOf = async (ctx: Ctx, { answered, criteria, translations, ...row }: store.CampaignRow): Promise<Shape> => {
  const runs = runsCentre(ctx)
  const draft = row.state === 'draft'
  const visits = visitsFirst.some((role) => role === ctx.role)
  return {
    ...row,
    criteria: z.parse(Criteria, criteria),
    translations: translations.map(({ ofScript, ...one }) => ({ ...one, older: ofScript !== row.script })),
    languages: await translatable(ctx, translations),
    can: {
      change: runs && draft,
      settle: runs && draft,
      offer: runs && row.state === 'running',
      ask: runs && draft && row.askedAt === null,
      answer: visits && draft && row.askedAt !== null && !answered,
      end: runs && row.state !== 'ended',
    },
  }
}

export const showCampaign = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.campaignById(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}

export const showProgress = async (ctx: Ctx, id: number) => ({ rows: await store.listsOf(ctx, id) })

const everyone: Criteria = z.parse(Criteria, {})
/** Begins with nothing chosen, or with what an earlier one chose: its dates are its own. */
export const startCampaign = async (
  ctx: Ctx,
  { name, like }: { name: string; like?: number | null | undefined },
): Promise<Shape> => {
  const earlier = like ? await store.campaignById(ctx, like) : undefined
  if (like && !earlier) throw problem('not-found')
  const { id } = await store.insertCampaign(ctx, {
    ...{ name, goalId: null, why: '', fromOn: null, toOn: null },
    target: earlier?.target ?? 'companies',
    employees: earlier?.employees ?? [],
    script: earlier?.script ?? '',
    offer: earlier?.offer ?? 'visit',
    criteria: earlier ? z.parse(Criteria, earlier.criteria) : everyone,
    mix: earlier?.mix ?? noMix,
  })
  for (const row of earlier?.translations ?? []) await store.writeTranslation(ctx, id, row)
  await record(ctx, {
    verb: 'begun',
    subject: 'campaign',
    subjectId: id,
    after: { what: name, like: like ?? null },
    topics,
  })
  return showCampaign(ctx, id)
}

/** The campaign, locked, as long as nothing was made of it. Throws not-found, campaign-settled. */
export const lockDraft = async (ctx: Ctx, id: number) => {
  const campaign = await store.lockCampaign(ctx, id)
  if (!campaign) throw problem('not-found')
  if (campaign.settledAt !== null || campaign.endedAt !== null) throw problem('campaign-settled')
  return campaign
}

const refuseBadDates = (ctx: Ctx, { fromOn, toOn }: store.Form) => {
  if (fromOn === null || toOn === null || toOn >= fromOn) return
  throw problemAt('wrong-input', '/body/toOn', m.campaigns_problem_dates({}, { locale: ctx.language }), 'before-start')
}
const refuseGoneGoal = async (ctx: Ctx, { goalId }: store.Form, was: number | null) => {
  if (goalId === null || goalId === was || (await goalThatStands(ctx, goalId))) return
  throw problemAt('wrong-input', '/body/goalId', m.campaigns_problem_goal({}, { locale: ctx.language }), 'gone')
}

/** What is left out of them stays as it is. */
type Kept = 'script' | 'why' | 'offer'
type Maybe<Of> = { [Key in keyof Of]?: Of[Key] | undefined }
export const changeCampaign = async (
  ctx: Ctx,
  id: number,
  { version, ...wanted }: Omit<store.Form, Kept> & Maybe<Pick<store.Form, Kept>> & { version: number },
): Promise<Shape> => {
  const { version: now } = await lockDraft(ctx, id)
  const was = await showCampaign(ctx, id)
  if (now !== version) throw problem('changed-meanwhile', {}, { theirs: was, yours: wanted })
  const form = {
    ...wanted,
    ...{ script: wanted.script ?? was.script, why: wanted.why ?? was.why, offer: wanted.offer ?? was.offer },
  }
  refuseBadDates(ctx, form)
  refuseLost(ctx, form.script, '/body/script')
  await refuseGoneGoal(ctx, form, was.goalId)
  await store.updateForm(ctx, id, form)
  const { name, goalId, target, employees, criteria, mix, why, script, offer, fromOn, toOn } = was
  const before = { name, goalId, target, employees, criteria, mix, why, script, offer, fromOn, toOn }
  await record(ctx, {
    verb: 'changed',
    subject: 'campaign',
    subjectId: id,
    before,
    after: { what: form.name, ...form },
    topics,
  })
  return showCampaign(ctx, id)
}

type Translated = { language: store.Translation['language']; body: string | null; version: number }
/** What will be said in another language: of the script as it is now, which who writes it has seen. Throws as changing it does; wrong-input where there is no script of its own. */
export const translateCampaign = async (
  ctx: Ctx,
  id: number,
  { language, body, version }: Translated,
): Promise<Shape> => {
  const { version: now } = await lockDraft(ctx, id)
  const was = await showCampaign(ctx, id)
  if (now !== version) throw problem('changed-meanwhile', {}, { theirs: was, yours: { body } })
  if (body === null) {
    if (!was.translations.some((one) => one.language === language)) return was
    await store.dropTranslation(ctx, id, language)
  } else {
    refuseLost(ctx, body, '/body/body')
    if (was.script === '')
      throw problemAt(
        'wrong-input',
        '/body/body',
        m.campaigns_problem_no_script({}, { locale: ctx.language }),
        'custom',
      )
    await store.writeTranslation(ctx, id, { language, body, ofScript: was.script })
  }
  await store.countUp(ctx, id)
  const verb = body === null ? 'translation-away' : 'translated'
  await record(ctx, { verb, subject: 'campaign', subjectId: id, after: { language }, topics })
  return showCampaign(ctx, id)
}

/** Each list hands on what it left as it closes; so none is left open behind a campaign that has ended. Ending twice changes nothing. */
export const endCampaign = async (ctx: Ctx, id: number): Promise<Shape> => {
  const campaign = await store.lockCampaign(ctx, id)
  if (!campaign) throw problem('not-found')
  if (campaign.endedAt !== null) return showCampaign(ctx, id)
  const open = (await store.listsOf(ctx, id)).filter(({ state }) => state !== 'closed')
  if (open.length > 0) throw problem('campaign-lists-open', { lists: open.map(({ name }) => name).join(', ') })
  await store.mark(ctx, id, { endedAt: ctx.at, endedBy: personOf(ctx) })
  await record(ctx, { verb: 'ended', subject: 'campaign', subjectId: id, topics })
  return showCampaign(ctx, id)
}
