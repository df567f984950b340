/** Referrals of someone who leaves or does other work, and of a company that another takes the place of: none is without somebody who has it. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { announce } from '#platform/events'
import type { GoesAlong, LooseEnd, LooseEnds } from '#platform/room'
import { isOneOf } from '#platform/typed.shared'
import { referralReceivers } from '../centre/roles.ts'
import { lockHeir } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { tellAsked } from './asking.ts'
import { lockOpen, markReferral, type Row, tell, topics } from './one-referral.ts'
import * as store from './referrals.sql.ts'
import * as steps from './steps.sql.ts'

export const tellOf =
  (kind: 'referral' | 'referral-given') =>
  ({ id, companyId, company, receiverId, followerId, givenAt, hearBy }: Row): LooseEnd => ({
    kind,
    sourceId: id,
    company: { id: companyId, name: company },
    personId: kind === 'referral' ? receiverId : followerId,
    since: givenAt,
    // Not who asked whom: everyone who knows the company, and who is asked to take it over, reads this.
    values: { date: hearBy },
  })

/** Here, and may have or follow a referral; undefined for nobody too. */
const hereNow = async (ctx: Ctx, id: number | null) => {
  const member = id === null ? undefined : await memberNow(ctx, id)
  return member && isOneOf(referralReceivers, member.role) ? member : undefined
}

/** Back to anyone of the school, else to the coordinators, or on to who is named; the days are not counted anew. What was answered stays so. */
const leaveReceiver = async (ctx: Ctx, row: Row, toId: number | null) => {
  if (row.answeredAt !== null) return
  const member = await hereNow(ctx, toId)
  const receiverId = member ? toId : null
  const receiverSchoolId = member ? member.schoolId : row.receiverSchoolId
  await store.updateReferral(ctx, row.id, { receiverId, receiverSchoolId, takenAt: null })
  await steps.insertStep(ctx, row.id, { verb: 'released', toId: receiverId, toSchoolId: receiverSchoolId })
  await markReferral(ctx, row.id)
  await tell(ctx, row, { verb: 'released' })
  if (member && receiverId !== ctx.personId)
    await tellAsked(ctx, row.id, { receiverId, receiverSchoolId, name: member.name, member })
}
/** Who is named sees to it, else the coordinators. */
export const followOn = async (ctx: Ctx, row: Row, toId: number | null) => {
  await store.updateReferral(ctx, row.id, { followerId: toId })
  await markReferral(ctx, row.id)
  await tell(ctx, row, { verb: 'followed-on', before: { followerId: row.followerId }, after: { followerId: toId } })
}

/** Opened again after one of them has gone: it falls to whom it would have fallen to then. */
export const leaveGone = async (ctx: Ctx, row: Row): Promise<void> => {
  if (row.receiverId !== null && !(await hereNow(ctx, row.receiverId))) await leaveReceiver(ctx, row, null)
  if (row.followerId !== null && !(await hereNow(ctx, row.followerId))) await followOn(ctx, row, null)
}

const passOn = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  for (const { id } of await store.openReferrals(ctx, { companyIds })) {
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    const row = await lockOpen(ctx, id)
    if (!row) continue
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
      // Passed on, answered or ended while its row was waited for, it is not his to leave.
      for (const { id } of await store.openReferrals(ctx, { receiverId: ended.personId })) {
        const row = await lockOpen(ctx, id)
        if (row?.receiverId === ended.personId) await leaveReceiver(ctx, row, toId)
      }
      for (const { id } of await store.openReferrals(ctx, { followerId: ended.personId })) {
        const row = await lockOpen(ctx, id)
        if (row?.followerId === ended.personId) await followOn(ctx, row, toId)
      }
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

// ---- The company goes to another regular contact, who has said yes to these at once ------------------------------------
/** Those that stand when their row is locked; what has ended or changed hands meanwhile stays where it is. */
const each = async (ctx: Ctx, ids: readonly number[], does: (row: Row) => Promise<void>) => {
  for (const id of ids.toSorted((a, b) => a - b)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const row = await lockOpen(ctx, id)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (row) await does(row)
  }
}
const among = (ids: readonly number[], open: readonly Row[]) => ids.filter((id) => open.some((row) => row.id === id))
/** To say yes to it is to take it. */
const takeOver = async (ctx: Ctx, row: Row) => {
  await steps.insertStep(ctx, row.id, { verb: 'taken' })
  const receiver = { receiverId: personOf(ctx), receiverSchoolId: ctx.schoolId }
  await store.updateReferral(ctx, row.id, { ...receiver, takenAt: ctx.at })
  await markReferral(ctx, row.id)
  await tell(ctx, row, { verb: 'taken' })
}

export const referralsAlong: Readonly<Record<'referral' | 'referral-given', GoesAlong>> = {
  referral: {
    open: async (ctx, { cvr, personId }) =>
      (await store.openReferrals(ctx, { receiverId: personId }))
        .filter((row) => row.cvr === cvr && row.answeredAt === null)
        .map(tellOf('referral')),
    still: async (ctx, ids, from) => {
      const got = await store.openReferrals(ctx, { receiverId: from })
      return among(
        ids,
        got.filter(({ answeredAt }) => answeredAt === null),
      )
    },
    take: (ctx, ids, from) =>
      each(ctx, ids, async (row) => {
        if (row.receiverId === from && row.answeredAt === null) await takeOver(ctx, row)
      }),
  },
  'referral-given': {
    open: async (ctx, { cvr, personId }) =>
      (await store.openReferrals(ctx, { followerId: personId }))
        .filter((row) => row.cvr === cvr)
        .map(tellOf('referral-given')),
    still: async (ctx, ids, from) => among(ids, await store.openReferrals(ctx, { followerId: from })),
    take: (ctx, ids, from) =>
      each(ctx, ids, async (row) => {
        if (row.followerId === from) await followOn(ctx, row, personOf(ctx))
      }),
  },
}
