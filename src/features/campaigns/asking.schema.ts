/** What a target group is weighed by, live; and what only consultants know, asked without names. */
import { endpoint, Nothing, z } from '#platform/endpoint'
import { coordinators, staff, visitsFirst } from '../centre/roles.ts'
import { TargetGroup, targets } from '../contact-models/models.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { CampaignId, showCampaign } from './campaigns.schema.ts'

/** Answers are shown so many at a time: no two figures differ by fewer people (algorithms.md, E, R6). */
export const atATime = 5

export const weighModels = endpoint({
  name: 'weighModels',
  method: 'POST',
  path: '/api/campaigns/{id}/weighings',
  within: showCampaign,
  summary: 'How many a target group is, who can be reached, and which contact models are proposed, with reasons',
  can: staff,
  params: CampaignId,
  body: z.object({ target: z.enum(targets), criteria: Criteria }),
  answer: TargetGroup,
  problems: ['not-found'],
})
export const askConsultants = endpoint({
  name: 'askConsultants',
  method: 'POST',
  path: '/api/campaigns/{id}/questions',
  within: showCampaign,
  summary: 'Ask who visits two questions about a target group, answered without a name',
  can: coordinators,
  status: 201,
  params: CampaignId,
  answer: Nothing,
  problems: ['not-found', 'campaign-settled'],
})
export const answerCampaign = endpoint({
  name: 'answerCampaign',
  method: 'POST',
  path: '/api/campaigns/{id}/answers',
  within: showCampaign,
  summary: 'Answer the two questions: that one has answered is kept, what one answered has no name',
  can: visitsFirst,
  status: 201,
  params: CampaignId,
  body: z.object({ wanted: z.enum(['overview', 'trade']), atEase: z.enum(['yes', 'no']) }),
  answer: Nothing,
  problems: ['not-found', 'campaign-not-asking', 'campaign-answered'],
})
