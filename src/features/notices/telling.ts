/**
 * One person is told of what is new on his page: read as that person in the moment it is told, written down and posted in one transaction. Of two
 * who do it at once the second finds it told; who dies half-way has told nothing.
 */
import { type Ctx, personOf } from '#platform/context'
import { type Job, job } from '#platform/jobs'
import { post } from '#platform/mail/outbox'
import { waitingNow, type WaitingThing } from '../home/home.ts'
import { makeLink } from '../links/links.ts'
import { memberNow } from '../members/members.ts'
import { type Digest, saysDigest } from './digest.ts'
import { isAsked, isTold, type When } from './told.table.ts'
import * as store from './notices.sql.ts'

/** What such a mail brings, and the link at its foot. */
export const digest = 'digest'
export const stopLink = 'notice-stop'

const thingOf = ({ kind, id, date }: WaitingThing): store.Thing => ({ kind, id, due: date ?? '' })
const keyOf = ({ kind, id, due }: store.Thing) => `${kind} ${id} ${due}`

/** What he was never told, worst first, and is told now. */
const newTo = async (ctx: Ctx, personId: number, when: When): Promise<WaitingThing[]> => {
  const waits = await waitingNow(ctx, { only: when === 'morning' ? isTold : isAsked })
  const untold = new Set((await store.noteTold(ctx, personId, waits.map(thingOf))).map(keyOf))
  return waits.filter((one) => untold.has(keyOf(thingOf(one))))
}

const letterOf = async (ctx: Ctx, personId: number, given: Omit<Digest, 'leaveUrl' | 'baseUrl'>) => {
  const { baseUrl } = ctx.house
  const { url } = await makeLink(ctx, { kind: stopLink, subjectId: personId, company: null })
  const token = url.slice(url.lastIndexOf('/') + 1)
  const said = saysDigest({ ...given, baseUrl, leaveUrl: url }, ctx)
  return { ...said, leaveUrl: `${baseUrl}/api/notice-stops/${token}` }
}

export const tell = async (ctx: Ctx, when: When): Promise<void> => {
  const personId = personOf(ctx)
  const me = await memberNow(ctx, personId)
  // Who has got another place meanwhile is told as who he is now, next time.
  if (!ctx.house.mail || !me || me.role !== ctx.role) return
  const { email, name } = me
  const choice = await store.choiceOf(ctx)
  if (choice === 'never' || (when === 'at-once' && choice !== when)) return
  if (await store.isRefused(ctx, { personId, email }, digest)) return
  if (when === 'morning' && !(await store.beginMorning(ctx, personId))) return
  const things = await newTo(ctx, personId, when)
  if (things.length === 0) return
  const letter = await letterOf(ctx, personId, { things, when, name })
  await post(ctx, { to: email, toName: name, ...letter, brings: { kind: digest, id: personId }, forAsker: true })
}

export const tellPerson: Job<{ when: When }> = job('tell-person', (reach, { when }) =>
  reach.in((ctx) => tell(ctx, when)),
)
