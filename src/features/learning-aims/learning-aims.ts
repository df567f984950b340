/** What the one who comes along wants to learn: written by him, proposed by who goes first; nobody else ever reads it. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { showBooking } from '../bookings/bookings.ts'
import { announceToCircle, makeCircle } from '../circles/circles.ts'
import { lockConsultant } from '../diaries/diaries.ts'
import * as store from './learning-aims.sql.ts'
import type * as contract from './learning-aims.schema.ts'

const topics = ['bookings']
type Person = { personId: number; name: string }
/** The two who go, if who asks is one of them. */
const pairOf = async (ctx: Ctx, bookingId: number): Promise<{ learner: Person; other: Person } | null> => {
  const { visitors } = await showBooking(ctx, bookingId)
  const [first, second] = visitors.filter(({ releasedAt }) => releasedAt === null)
  if (!first || !second || ![first, second].some(({ personId }) => personId === ctx.personId)) return null
  const who = ({ personId, name }: Person) => ({ personId, name })
  return { learner: who(second), other: who(first) }
}
const numbersOf = (bookingId: number, { learner, other }: { learner: Person; other: Person }) => ({
  bookingId,
  learnerId: learner.personId,
  otherId: other.personId,
})
type Aim = z.infer<(typeof contract.showLearningAim)['answer']>

export const showLearningAim = async (ctx: Ctx, bookingId: number): Promise<Aim> => {
  const pair = await pairOf(ctx, bookingId)
  if (!pair) return { aim: null }
  const aim = await store.aimOf(ctx, numbersOf(bookingId, pair))
  const write = pair.learner.personId === ctx.personId || aim === undefined
  return {
    aim: {
      ...pair,
      words: aim?.words ?? '',
      writtenBy: aim?.writer ?? null,
      saidAt: aim?.writtenAt ?? null,
      can: { write },
    },
  }
}

/** Throws not-allowed, changed-meanwhile with what stands. */
export const writeLearningAim = async (
  ctx: Ctx,
  bookingId: number,
  { words, saidAt }: { words: string; saidAt: string | null },
): Promise<Aim> => {
  const pair = await pairOf(ctx, bookingId)
  if (!pair) throw problem('not-allowed')
  // Two who write the first one at once come one after the other.
  await lockConsultant(ctx, pair.learner.personId)
  const aim = await store.aimOf(ctx, numbersOf(bookingId, pair))
  const seen = saidAt === null ? null : Date.parse(saidAt)
  const stands = aim ? Date.parse(aim.writtenAt) : null
  if (seen !== stands) throw problem('changed-meanwhile', {}, { theirs: { words: aim?.words ?? '' }, yours: { words } })
  if (aim && pair.learner.personId !== ctx.personId) throw problem('not-allowed')
  if (aim) await store.updateAim(ctx, aim.id, words)
  const others = [pair.learner.personId, pair.other.personId]
  const circleId = aim?.circleId ?? (await makeCircle(ctx, '', others))
  if (!aim) await store.insertAim(ctx, { bookingId, learnerId: pair.learner.personId, circleId, words })
  await announceToCircle(ctx, circleId, topics)
  return showLearningAim(ctx, bookingId)
}
