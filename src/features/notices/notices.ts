/** Front door: how somebody is told by mail of what waits for him, and the way out at the foot of each mail. */
import type { z } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Visitor } from '#platform/http/serve'
import { centreName } from '../centre/centre.ts'
import { enter } from '../links/links.ts'
import { memberNow } from '../members/members.ts'
import { digest, stopLink } from './telling.ts'
import { noticesEvents } from './notices-events.table.ts'
import type { MyNotices } from './notices.schema.ts'
import * as store from './notices.sql.ts'

const record = recorder(noticesEvents)
type Shape = z.infer<typeof MyNotices>

export const showMyNotices = async (ctx: Ctx): Promise<Shape> => {
  const personId = personOf(ctx)
  const [choice, me] = await Promise.all([store.choiceOf(ctx), memberNow(ctx, personId)])
  if (!me) throw problem('not-found')
  const { email } = me
  if (!ctx.house.mail) return { choice, email, held: 'no-server' }
  return { choice, email, held: (await store.isRefused(ctx, { personId, email }, digest)) ? 'refused' : null }
}

const choose = async (ctx: Ctx, choice: store.Choice) => {
  const personId = personOf(ctx)
  await store.choose(ctx, personId, choice)
  const [visibility, topics] = ['personal', ['my-notices']] as const
  await record(ctx, {
    verb: 'chosen',
    subject: 'notice_choice',
    subjectId: personId,
    after: { choice },
    visibility,
    topics,
  })
}
export const changeMyNotices = async (ctx: Ctx, choice: store.Choice): Promise<Shape> => {
  await choose(ctx, choice)
  return showMyNotices(ctx)
}

/** Whose mails a link stops. Throws link-revoked. */
const behind = (visitor: Visitor, token: string) =>
  enter(visitor, stopLink, token, async (ctx, { subjectId, linkId }) => ({
    ...{ personId: subjectId, linkId, centreId: ctx.centreId },
    centre: await centreName(ctx),
  }))
export const showNoticeStop = async (visitor: Visitor, token: string) => {
  const { centre } = await behind(visitor, token)
  return { centre }
}
/** His own choice, made by his own link: it opens nothing else. */
export const stopNotices = async (visitor: Visitor, token: string) => {
  const { centre, ...who } = await behind(visitor, token)
  const asker = { ...who, schoolId: null, role: 'link', source: 'link', language: visitor.language } as const
  await visitor.database.in(asker, (ctx) => choose(ctx, 'never'))
  return { centre }
}
