/** Referrals of someone who leaves or does other work, and of a company that another takes the place of: none is without somebody who has it. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { LooseEnd, LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { markReferral, type Row, tell, topics } from './one-referral.ts'
import * as store from './referrals.sql.ts'
import * as steps from './steps.sql.ts'

const tellOf =
  (kind: 'referral' | 'referral-given') =>
  ({ id, companyId, company, receiverId, followerId, givenAt, giver, hearBy }: Row): LooseEnd => ({
    kind,
    sourceId: id,
    company: { id: companyId, name: company },
    personId: kind === 'referral' ? receiverId : followerId,
    since: givenAt,
    values: { what: giver, date: hearBy },
  })

/** Back to anyone of the school, else to the coordinators, or on to who is named; the days are not counted anew. What was answered stays so. */
const leaveReceiver = async (ctx: Ctx, row: Row, toId: number | null) => {
  if (row.answeredAt !== null) return
  await store.updateReferral(ctx, row.id, { receiverId: toId, takenAt: null })
  await steps.insertStep(ctx, row.id, { verb: 'released', toId, toSchoolId: row.receiverSchoolId })
  await markReferral(ctx, row.id)
  await tell(ctx, row, { verb: 'released' })
}
/** Who is named sees to it, else the coordinators. */
const leaveFollower = async (ctx: Ctx, row: Row, toId: number | null) => {
  await store.updateReferral(ctx, row.id, { followerId: toId })
  await markReferral(ctx, row.id)
  await tell(ctx, row, { verb: 'followed-on', before: { followerId: row.followerId }, after: { followerId: toId } })
}

const passOn = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  for (const row of await store.openReferrals(ctx, { companyIds })) {
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    await store.updateReferral(ctx, row.id, { companyId: heir.id, cvr: heir.cvr })
    await markReferral(ctx, row.id)
    await tell(ctx, row, { verb: 'passed-on', after: { what: heir.name } })
    const moved = { id: row.id, companyId: heir.id, cvr: heir.cvr }
    await tell(ctx, moved, { verb: 'taken-over', after: { what: row.company } })
    // oxlint-enable no-await-in-loop
  }
}

export const referralsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if ('companyIds' in ended) return (await store.openReferrals(ctx, ended)).map(tellOf('referral'))
    if (!('personId' in ended)) return []
    const [got, given] = [
      await store.openReferrals(ctx, { receiverId: ended.personId }),
      await store.openReferrals(ctx, { followerId: ended.personId }),
    ]
    const waiting = got.filter(({ answeredAt }) => answeredAt === null)
    return [...waiting.map(tellOf('referral')), ...given.map(tellOf('referral-given'))]
  },
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended) {
      const toId = to && 'personId' in to ? to.personId : null
      // oxlint-disable no-await-in-loop -- one connection, one statement at a time
      for (const row of await store.openReferrals(ctx, { receiverId: ended.personId }))
        await leaveReceiver(ctx, row, toId)
      for (const row of await store.openReferrals(ctx, { followerId: ended.personId }))
        await leaveFollower(ctx, row, toId)
      // oxlint-enable no-await-in-loop
    }
    if ('companyIds' in ended && to && 'companyId' in to) await passOn(ctx, ended.companyIds, to.companyId)
    announce(ctx, topics)
  },
  words: {
    referral: (count, locale) =>
      count === 1 ? m.referrals_open_one({}, { locale }) : m.referrals_open_many({ count }, { locale }),
    'referral-given': (count, locale) =>
      count === 1 ? m.referrals_open_given_one({}, { locale }) : m.referrals_open_given_many({ count }, { locale }),
  },
}
