/** One referral: as it is shown, who may do what with it, its row for whoever changes it, and how it is told. */
import { Temporal } from 'temporal-polyfill'
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { leadsSchool, runsCentre, visitsCompanies } from '../centre/roles.ts'
import { dropMark, setMark } from '../may-contact/may-contact.ts'
import { isSensitive } from '../visits/topics.table.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import { nearestOf } from './asking.ts'
import { referralsEvents } from './referrals-events.table.ts'
import type { Referral, ReferralRow as Listed } from './referrals.schema.ts'
import * as store from './referrals.sql.ts'
import * as steps from './steps.sql.ts'

const record = recorder(referralsEvents)
export const topics = ['referrals', 'companies', 'waiting']
export type Row = store.ReferralRow
export type Shape = z.infer<typeof Referral>
type Common = Omit<z.infer<typeof Listed>, 'field'>

/** Twice it may go on from one to the next; then the coordinators find someone. */
export const nextIsCentre = ({ givenBack }: Pick<Row, 'givenBack'>) => givenBack >= 2

const stateOf = (row: Row): Common['state'] => {
  if (row.closedAt) return row.closedHow === 'withdrawn' ? 'withdrawn' : 'closed'
  return row.answeredAt ? 'answered' : row.takenAt ? 'taken' : 'asked'
}
/** It is at me: in person, or at anyone of my school. */
export const isAtMe = (ctx: Ctx, { receiverId, receiverSchoolId }: Row) =>
  receiverId === null
    ? receiverSchoolId !== null && receiverSchoolId === ctx.schoolId && (visitsCompanies(ctx) || leadsSchool(ctx))
    : receiverId === ctx.personId
/** Who sees to it that somebody talks with them; the coordinators always do. */
export const follows = (ctx: Ctx, { followerId }: Row) => runsCentre(ctx) || followerId === ctx.personId
/** Nobody else finds someone for what is at the coordinators. */
const mayPass = (ctx: Ctx, row: Row) =>
  runsCentre(ctx) || (follows(ctx, row) && !(row.receiverId === null && row.receiverSchoolId === null))

const abilities = (ctx: Ctx, row: Row): Common['can'] => {
  const state = stateOf(row)
  const [asked, taken, answered] = [state === 'asked', state === 'taken', state === 'answered']
  const [atMe, mine] = [isAtMe(ctx, row), follows(ctx, row)]
  const centres = row.receiverId === null && row.receiverSchoolId === null && runsCentre(ctx)
  return {
    take: asked && (atMe || centres),
    untake: taken && atMe && row.talkedAt === null,
    answer: (asked || taken) && (atMe || centres),
    unanswer: answered && row.answeredBy === ctx.personId,
    giveBack: (asked || taken) && atMe,
    pass: asked && mayPass(ctx, row),
    withdraw: row.closedAt === null && (mine || (atMe && taken)),
    close: (taken || answered) && mine,
    // Whoever ended it may have erred.
    reopen: row.closedAt !== null && (mine || row.closedBy === ctx.personId),
    ungive: asked && row.giverId === ctx.personId && row.givenBack === 0,
  }
}

/** The last day that is over: at four the coordinators have it too (`referrals_waiting`). */
export const lastDayOver = (ctx: Ctx): string => {
  const today = Temporal.PlainDate.from(ctx.today)
  const atFour = Temporal.Instant.compare(momentOf(ctx.today, '16:00'), Temporal.Instant.from(ctx.at)) <= 0
  return (atFour ? today : today.subtract({ days: 1 })).toString()
}
const isLate = (ctx: Ctx, row: Row) => stateOf(row) === 'asked' && row.answerBy <= lastDayOver(ctx)

const commonOf = (ctx: Ctx, row: Row, { workdaysUntil }: WorkingTime): Common => {
  const { receiverId, receiver, receiverSchoolId, receiverSchool } = row
  return {
    ...{ id: row.id, companyId: row.companyId, company: row.company, town: row.town },
    giver: { id: row.giverId, name: row.giver, school: row.giverSchool },
    givenAt: row.givenAt,
    to: receiverId === null ? null : { id: receiverId, name: receiver ?? '', school: receiverSchool },
    toSchool: receiverSchoolId === null ? null : { id: receiverSchoolId, name: receiverSchool ?? '' },
    way: isAtMe(ctx, row) ? 'got' : row.followerId === ctx.personId ? 'given' : 'other',
    state: stateOf(row),
    ...{ hearBy: row.hearBy, answerBy: row.answerBy, givenBack: row.givenBack },
    ...{ daysLeft: workdaysUntil(ctx.today, row.answerBy), late: isLate(ctx, row) },
    ...{ takenAt: row.takenAt, talkedAt: row.talkedAt ?? (row.answeredMet ? row.answeredAt : null) },
    endedAt: row.closedAt,
    can: abilities(ctx, row),
  }
}
/** No list names a kind of education that says something about what people cannot. */
export const rowsOf = async (
  ctx: Ctx,
  rows: readonly (Row & { field: string | null })[],
): Promise<z.infer<typeof Listed>[]> => {
  const working = await workingTimeNow(ctx)
  return rows.map(({ field, ...row }) => ({
    ...commonOf(ctx, row, working),
    field: field !== null && isSensitive(field) ? null : field,
  }))
}

/** With what they said. Throws not-found for whoever may not read it. */
export const showReferral = async (ctx: Ctx, id: number): Promise<Shape> => {
  const matter = await steps.matterOf(ctx, id)
  const row = matter && (await store.referralById(ctx, id))
  if (!matter || !row) throw problem('not-found')
  const { words, field, visitId, name, title, phone } = matter
  const done = await steps.stepsOf(ctx, id)
  return {
    ...commonOf(ctx, row, await workingTimeNow(ctx)),
    ...{ words, field, visitId },
    contact: name === null ? null : { name, title: title ?? '', phone },
    steps: done.map(({ words: said, ...step }) => ({ ...step, words: said ?? '' })),
    stopped: row.closedAt === null && (await store.hasSaidStop(ctx, row.companyId)),
    nextIsCentre: nextIsCentre(row),
    nearest: abilities(ctx, row).giveBack && !nextIsCentre(row) ? await nearestOf(ctx, row) : null,
  }
}

type Act = keyof Common['can']
/** Why it may not be done: what somebody else did first is told, else that it is not theirs to do. */
const refusalOf = (row: Row, act: Act) => {
  if (act === 'reopen') return row.closedAt === null ? problem('referral-not-ended') : problem('not-allowed')
  if (row.closedAt) return problem('referral-ended')
  if (act === 'unanswer') return row.answeredAt ? problem('not-allowed') : problem('referral-not-answered')
  if (row.answeredAt && act !== 'close' && act !== 'withdraw') return problem('referral-answered')
  const takes = act === 'take' || act === 'answer' || act === 'giveBack' || act === 'pass' || act === 'ungive'
  if (row.takenAt && takes) return problem('referral-taken', { who: row.receiver ?? '' })
  if (!row.takenAt && (act === 'untake' || act === 'close')) return problem('referral-not-taken')
  return problem('not-allowed')
}

/**
 * Its row locked: of two who act at once the second is told what the first did, though he reads it no more. Throws not-found for whoever has never had to
 * do with it.
 */
export const lockFor = async (ctx: Ctx, id: number, act: Act): Promise<Row> => {
  await store.lockReferral(ctx, id)
  const [row, matter] = [await store.referralById(ctx, id), await steps.matterOf(ctx, id)]
  const atMySchool = row?.receiverSchoolId !== null && row?.receiverSchoolId === ctx.schoolId
  if (!row || (!matter && !(atMySchool && visitsCompanies(ctx)))) throw problem('not-found')
  if (!matter || !abilities(ctx, row)[act]) throw refusalOf(row, act)
  return row
}

/** Its row locked, for whoever moves it with somebody or a company; undefined when it has ended meanwhile. */
export const lockOpen = async (ctx: Ctx, id: number): Promise<Row | undefined> => {
  await store.lockReferral(ctx, id)
  const row = await store.referralById(ctx, id)
  return row?.closedAt === null ? row : undefined
}

type Told = Pick<Row, 'id' | 'companyId' | 'cvr'>
type Happened = { verb: keyof typeof referralsEvents.referral; before?: unknown; after?: unknown }
/** Everyone who knows the company reads its thread: neither what it is about nor who was asked stands there. */
export const tell = (ctx: Ctx, { id, companyId, cvr }: Told, happened: Happened) =>
  record(ctx, { ...happened, subject: 'referral', subjectId: id, companyId, cvr, topics })

/** While it is open nobody else turns to the company; who has taken it is asked, else who gave it, else the coordinators. */
export const markReferral = async (ctx: Ctx, id: number): Promise<void> => {
  const row = await store.referralById(ctx, id)
  if (!row || row.closedAt !== null) return dropMark(ctx, 'referral', id)
  const personId = row.takenAt && !row.answeredAt ? row.receiverId : row.followerId
  const { companyId, cvr, givenAt: since, hearBy: dueOn } = row
  await setMark(ctx, { kind: 'referral', sourceId: id, companyId, cvr, since, endsAt: null, dueOn, personId })
}
