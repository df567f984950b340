/** Whom a referral is asked of: a person, or anyone of a school; and the days they have. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { problemAt } from '#platform/errors'
import { post } from '#platform/mail/outbox'
import { sayDate } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import { isOneOf } from '#platform/typed.shared'
import { listSchools, showRules } from '../centre/centre.ts'
import { memberNow } from '../members/members.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { referralReceivers, runsCentre, visitors } from '../centre/roles.ts'
import { drivingBetween } from '../diaries/diaries.ts'
import { whoKnows } from '../trade-areas/trade-areas.ts'
import * as store from './referrals.sql.ts'
import { whoGaveBack } from './steps.sql.ts'

export type To = { toId?: number | null | undefined; schoolId?: number | null | undefined }
type Member = NonNullable<Awaited<ReturnType<typeof memberNow>>>
/** Neither a person nor a school: the coordinators, who find someone. */
export type Asked = { receiverId: number | null; receiverSchoolId: number | null; name: string; member: Member | null }
export const theCentre: Asked = { receiverId: null, receiverSchoolId: null, name: '', member: null }

const wrong = (ctx: Ctx, pointer: string, say: typeof m.referrals_not_a_member) =>
  problemAt('wrong-input', pointer, say({}, { locale: ctx.language }), 'custom')

/** Throws wrong-input for nobody, oneself, and whoever is not here or does other work. `but`: whom it is at now. */
export const askedOf = async (
  ctx: Ctx,
  { toId, schoolId }: To,
  but: { receiverId: number | null; receiverSchoolId: number | null } | null = null,
): Promise<Asked> => {
  if (toId) {
    const member = await memberNow(ctx, toId)
    if (!member || !isOneOf(referralReceivers, member.role)) throw wrong(ctx, '/body/toId', m.referrals_not_a_member)
    if (toId === ctx.personId) throw wrong(ctx, '/body/toId', m.referrals_not_oneself)
    if (toId === but?.receiverId) throw wrong(ctx, '/body/toId', m.referrals_has_it_already)
    return { receiverId: toId, receiverSchoolId: member.schoolId, name: member.name, member }
  }
  const school = (await listSchools(ctx)).rows.find(({ id }) => id === schoolId)
  if (!school) throw wrong(ctx, schoolId ? '/body/schoolId' : '/body/toId', m.referrals_to_whom)
  if (but?.receiverId === null && school.id === but.receiverSchoolId)
    throw wrong(ctx, '/body/schoolId', m.referrals_has_it_already)
  return { receiverId: null, receiverSchoolId: school.id, name: school.name, member: null }
}

/** Reminded on the third working day, told to the coordinators on the last. */
const remindAfter = 3
export const daysFromNow = async (ctx: Ctx) => {
  const [{ referralDays: days }, { workdayAfter }] = [await showRules(ctx), await workingTimeNow(ctx)]
  return { days, remindOn: workdayAfter(ctx.today, remindAfter), answerBy: workdayAfter(ctx.today, days) }
}

type Receiver = { name: string; email: string; language: string }
type About = { company: string; giver: string; answerBy: string; hearBy: string }
/** From whom, about which company and until when. What the company said is read in Tovholder alone. */
const tellReceiver = (ctx: Ctx, to: Receiver, { company, giver, answerBy, hearBy }: About) => {
  const locale = languageOr(to.language)
  const day = (date: string) => sayDate(date, locale, ctx.today)
  const values = { company, giver, answer: day(answerBy), date: day(hearBy) }
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.referrals_mail_subject(values, { locale }),
    body: m.referrals_mail_body(values, { locale }),
  })
}
/** Who is asked in person hears by mail; what they said stands in no mail. */
export const tellAsked = async (ctx: Ctx, id: number, { member }: Asked): Promise<void> => {
  const row = member && (await store.referralById(ctx, id))
  if (row) await tellReceiver(ctx, member, row)
}

/** Comes after everyone of whom it is known how far it is. */
const far = 1000
/** The nearest who visits and is known to know the company's trade, or what is to the point in any, and has not given it back. Null: nobody is known. */
export const nearestOf = async (ctx: Ctx, { id: referralId, companyId, followerId, receiverId }: store.ReferralRow) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) return null
  const knows = await whoKnows(ctx, place.industry)
  const not = [ctx.personId, followerId, receiverId, ...(await whoGaveBack(ctx, referralId))]
  const fitting = (await store.peopleNow(ctx, visitors))
    .filter((person) => !not.includes(person.id) && !runsCentre(person))
    .flatMap(({ id, name, school, schoolId, municipality }) => {
      const { trade, kind, generalist } = knows({ personId: id, schoolId })
      const { minutes, known } = drivingBetween(municipality, place.municipality)
      return trade || kind || generalist ? [{ id, name, school, minutes: known ? minutes : null }] : []
    })
  return fitting.toSorted((a, b) => (a.minutes ?? far) - (b.minutes ?? far))[0] ?? null
}
