/** A campaign: whom it wants to reach, for which goal, how contact is made, when, and how far it is. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, Words, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'
import { CallLanguage } from '../call-centres/languages.schema.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { listStates } from '../lists/lists.schema.ts'
import { employeeGroups, MixShape, targets } from '../contact-models/models.schema.ts'
import { callingModels } from '../contact-models/models.shared.ts'
import { longestScript } from '../scripts/scripts.schema.ts'

export const CampaignId = z.object({ id: Id })
export const states = ['draft', 'running', 'ended'] as const
export const CampaignSummary = named(
  'CampaignSummary',
  z.object({
    id: z.int(),
    name: z.string(),
    goal: z.nullable(z.string()),
    target: z.enum(targets),
    state: z.enum(states),
    fromOn: z.nullable(CalendarDate),
    toOn: z.nullable(CalendarDate),
    madeBy: z.string(),
    madeAt: Moment,
    /** Companies on its lists, as they were drawn. */
    companies: z.int(),
  }),
)
export const listCampaigns = endpoint({
  name: 'listCampaigns',
  method: 'GET',
  path: '/api/campaigns',
  summary: 'Campaigns, newest first',
  can: staff,
  query: z.object({ ...PageQuery, state: z.optional(z.enum(states)) }),
  answer: Page(CampaignSummary),
})

const CampaignForm = z.object({
  name: Words(120),
  goalId: z.nullable(z.int()),
  target: z.enum(targets),
  employees: z.array(z.enum(employeeGroups)),
  criteria: Criteria,
  mix: MixShape,
  /** Why the mix is another than what was proposed; without it, what stands is kept. */
  why: z.optional(MaybeWords(400)),
  /** What is said on each of its lists to begin with; empty: as on any new list; without it, what stands is kept. */
  script: z.optional(MaybeWords(longestScript)),
  /** For which kind of meeting its lists are called; without it, what stands is kept. */
  offer: z.optional(MeetingForm),
  fromOn: z.nullable(CalendarDate),
  toOn: z.nullable(CalendarDate),
})
export const Campaign = named(
  'Campaign',
  z.object({
    id: z.int(),
    ...CampaignForm.shape,
    why: z.string(),
    script: z.string(),
    offer: MeetingForm,
    /** What will be said in other languages; `older`: the script has changed since it was translated. */
    translations: z.array(z.object({ language: CallLanguage, body: z.string(), older: z.boolean() })),
    /** Into which it may be translated. */
    languages: z.array(CallLanguage),
    goal: z.nullable(z.string()),
    state: z.enum(states),
    version: z.int(),
    madeBy: z.string(),
    madeAt: Moment,
    askedAt: z.nullable(Moment),
    settledAt: z.nullable(Moment),
    settledBy: z.nullable(z.string()),
    endedAt: z.nullable(Moment),
    /** What was proposed on the day its lists were made. */
    proposed: z.nullable(MixShape),
    can: z.object({
      change: z.boolean(),
      ask: z.boolean(),
      answer: z.boolean(),
      settle: z.boolean(),
      offer: z.boolean(),
      end: z.boolean(),
    }),
  }),
)
export const startCampaign = endpoint({
  name: 'startCampaign',
  method: 'POST',
  path: '/api/campaigns',
  summary: 'Begin a campaign; `like`: with the target group and contact models of an earlier one',
  can: coordinators,
  status: 201,
  body: z.object({ name: Words(120), like: z.optional(z.nullable(Id)) }),
  answer: Campaign,
})
export const showCampaign = endpoint({
  name: 'showCampaign',
  method: 'GET',
  path: '/api/campaigns/{id}',
  summary: 'A campaign',
  can: staff,
  params: CampaignId,
  answer: Campaign,
})
export const changeCampaign = endpoint({
  name: 'changeCampaign',
  method: 'PUT',
  path: '/api/campaigns/{id}',
  summary: 'Change a campaign whose lists are not made yet; `version` is the one that was seen',
  can: coordinators,
  params: CampaignId,
  body: z.object({ ...CampaignForm.shape, version: z.int() }),
  answer: Campaign,
  problems: ['changed-meanwhile', 'campaign-settled'],
})
export const translateCampaign = endpoint({
  name: 'translateCampaign',
  method: 'PUT',
  path: '/api/campaigns/{id}/translations',
  within: showCampaign,
  summary:
    'What will be said in another language on the lists that a campaign makes, as it fits the script now; null: nothing in that language',
  can: coordinators,
  params: CampaignId,
  body: z.object({ language: CallLanguage, body: z.nullable(Words(longestScript)), version: z.int() }),
  answer: Campaign,
  problems: ['not-found', 'changed-meanwhile', 'campaign-settled', 'wrong-input'],
})
export const settleCampaign = endpoint({
  name: 'settleCampaign',
  method: 'POST',
  path: '/api/campaigns/{id}/lists',
  summary: 'Settle on the contact models: a call list is drawn for each that calls',
  can: coordinators,
  status: 201,
  params: CampaignId,
  body: z.object({ version: z.int() }),
  answer: Campaign,
  problems: ['changed-meanwhile', 'campaign-settled', 'mix-incomplete', 'mix-why', 'mix-calls-nobody', 'list-empty'],
})
export const changeCampaignOffer = endpoint({
  name: 'changeCampaignOffer',
  method: 'PUT',
  path: '/api/campaigns/{id}/offer',
  within: showCampaign,
  summary: 'What all lists of a campaign that are not closed are called for, from the next call on',
  can: coordinators,
  params: CampaignId,
  body: z.object({ form: MeetingForm }),
  answer: Campaign,
  problems: ['not-found', 'campaign-over'],
})
export const CampaignList = named(
  'CampaignList',
  z.object({
    id: z.int(),
    name: z.string(),
    model: z.enum(callingModels),
    /** What it is called for, its own where that was changed. */
    form: MeetingForm,
    state: z.enum(listStates),
    /** Companies on it; of them sorted out (null until its hearing has ended), called, spoken with, who wanted contact, with a meeting. */
    companies: z.int(),
    sortedOut: z.nullable(z.int()),
    called: z.int(),
    talked: z.int(),
    wants: z.int(),
    meetings: z.int(),
  }),
)
export const showCampaignProgress = endpoint({
  name: 'showCampaignProgress',
  method: 'GET',
  path: '/api/campaigns/{id}/progress',
  within: showCampaign,
  summary: 'How far a campaign is: its lists, from companies drawn to meetings',
  can: staff,
  params: CampaignId,
  answer: z.object({ rows: z.array(CampaignList) }),
})
export const endCampaign = endpoint({
  name: 'endCampaign',
  method: 'POST',
  path: '/api/campaigns/{id}/endings',
  summary: 'End a campaign whose lists are closed: what was left went on to somebody as each list closed',
  can: coordinators,
  status: 201,
  params: CampaignId,
  answer: Campaign,
  problems: ['campaign-lists-open'],
})
