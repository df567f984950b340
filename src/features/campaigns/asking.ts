/** What only consultants know of a target group, asked without names; and what it is weighed by together with that. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { weighModels } from '../contact-models/contact-models.ts'
import type { Criteria } from '../lists/criteria.schema.ts'
import { lockDraft, record, topics } from './campaigns.ts'
import * as store from './campaigns.sql.ts'
import { atATime } from './asking.schema.ts'

/** Asks who visits, once. */
export const askConsultants = async (ctx: Ctx, id: number) => {
  const { askedAt } = await lockDraft(ctx, id)
  if (askedAt !== null) return {}
  await store.mark(ctx, id, { askedAt: ctx.at, askedBy: personOf(ctx) })
  await record(ctx, { verb: 'asked', subject: 'campaign', subjectId: id, topics })
  return {}
}

/** Counted without a name, and so without an event: that somebody has answered stands by itself. Answered once, and never changed. */
export const answerCampaign = async (
  ctx: Ctx,
  id: number,
  { wanted, atEase }: { wanted: 'overview' | 'trade'; atEase: 'yes' | 'no' },
) => {
  const campaign = await store.lockCampaign(ctx, id)
  if (!campaign) throw problem('not-found')
  if (campaign.askedAt === null || campaign.settledAt !== null || campaign.endedAt !== null)
    throw problem('campaign-not-asking')
  if (!(await store.insertAnswered(ctx, id))) throw problem('campaign-answered')
  await store.countAnswer(ctx, id, { question: 'wanted', answer: wanted })
  await store.countAnswer(ctx, id, { question: 'at-ease', answer: atEase })
  await store.showFifth(ctx, id)
  return {}
}

/** Which way most lean; null where fewer than five have answered. Counts stay here: five of whom four say one thing would tell of the fifth. */
const leaning = <Answer extends string>(
  rows: Awaited<ReturnType<typeof store.answersShown>>,
  of: string,
  [first, second]: readonly [Answer, Answer],
): Answer | 'even' | null => {
  const shown = (answer: string) => rows.find((row) => row.question === of && row.answer === answer)?.shown ?? 0
  const [one, other] = [shown(first), shown(second)]
  if (one + other < atATime) return null
  return one === other ? 'even' : one > other ? first : second
}

/** The target group as it is chosen on the page, saved or not. Throws not-found. */
export const weighTargetGroup = async (
  ctx: Ctx,
  id: number,
  chosen: { target: 'companies' | 'employees'; criteria: Criteria },
) => {
  if (!(await store.campaignById(ctx, id))) throw problem('not-found')
  const rows = await store.answersShown(ctx, id)
  const consultants = {
    wanted: leaning(rows, 'wanted', ['overview', 'trade']),
    atEase: leaning(rows, 'at-ease', ['yes', 'no']),
  }
  return weighModels(ctx, { ...chosen, said: consultants })
}
