/** One day at a partner's: as it is shown, who may do something about it, and how it is told. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce, announceTo, recorder } from '#platform/events'
import { post } from '#platform/mail/outbox'
import { sayDate, sayDay } from '#platform/text/danish'
import { type Language, languageOr } from '#platform/text/language'
import * as m from '#texts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { diaryTopics } from '../diaries/diaries.ts'
import { peopleOfPartner } from '../partners/partners.ts'
import { countOf } from './counting.sql.ts'
import * as store from './days.sql.ts'
import { presenceDaysEvents } from './presence-days-events.table.ts'
import type * as contract from './presence-days.schema.ts'
import { membersAmong, visitorsNow } from './presence-days.sql.ts'

const record = recorder(presenceDaysEvents)
type Shape = z.infer<typeof contract.PresenceDay>
export type Whole = z.infer<(typeof contract.showPresenceDay)['answer']>

/** Who reads diaries hears it too, whether he visits or not. */
export const tellOurs = (ctx: Ctx) => {
  announce(ctx, ['presences', 'presence-days', 'waiting'], 'centre', visitors)
  announce(ctx, diaryTopics)
}
/** Ours hear it, and of partners the people of the one alone whose days they are. */
export const tellOf = async (ctx: Ctx, partnerId: number) => {
  tellOurs(ctx)
  announceTo(ctx, ['my-partner'], await peopleOfPartner(ctx, partnerId))
}
type Verb = keyof (typeof presenceDaysEvents)['presence_day']
const amongUs: ReadonlySet<Verb> = new Set(['asked', 'not-asked', 'declined'])
export const tellDay = async (ctx: Ctx, row: store.DayRow, verb: Verb, after: Record<string, unknown> = {}) => {
  const what = { what: row.partner, onDay: row.onDay, ...after }
  await record(ctx, { verb, subject: 'presence_day', subjectId: row.id, after: what })
  // Whom we ask among ourselves, a partner does not hear.
  await (amongUs.has(verb) ? tellOurs(ctx) : tellOf(ctx, row.partnerId))
}

export const isAhead = (ctx: Ctx, { startsAt }: Pick<store.DayRow, 'startsAt'>) => startsAt > ctx.at
const personOf = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
/** Who was there, or who counted; where nobody has, or who counted has left, who runs the centre may write what he was told. */
export const mayCount = (ctx: Ctx, { personId, countedBy, counter }: store.DayRow) =>
  countedBy === null
    ? runsCentre(ctx) || personId === ctx.personId
    : countedBy === ctx.personId || (counter === null && runsCentre(ctx))
/** Of a day that is over and nobody counted: who had it says that it was not held, or who runs the centre. */
export const maySayNotHeld = (ctx: Ctx, row: store.DayRow) =>
  row.endsAt <= ctx.at && row.calledOffAt === null && row.countedBy === null && mayCount(ctx, row)

const abilities = (ctx: Ctx, row: store.DayRow): Shape['can'] => {
  const ahead = isAhead(ctx, row) && row.calledOffAt === null
  const mine = row.personId !== null && row.personId === ctx.personId
  const runs = runsCentre(ctx)
  return {
    ask: ahead && row.askedId === null && (mine || runs),
    takeBack: ahead && row.askedId !== null && (runs || mine || row.askedBy === ctx.personId),
    answer: ahead && row.askedId !== null && row.askedId === ctx.personId,
    give: ahead && runs,
    callOff: ahead && runs,
    move: ahead && runs,
    sayNotHeld: maySayNotHeld(ctx, row),
    count: !isAhead(ctx, row) && row.calledOffAt === null && mayCount(ctx, row),
  }
}
export const shapeOf = (ctx: Ctx, row: store.DayRow): Shape => ({
  ...{ id: row.id, onDay: row.onDay, startsAt: row.startsAt, endsAt: row.endsAt, place: row.place },
  partner: { id: row.partnerId, name: row.partner },
  person: personOf(row.personId, row.person),
  ...{ movedFrom: row.movedFrom, passedOver: row.passedOver },
  asked:
    row.askedId === null || row.askedBy === null
      ? null
      : {
          who: { id: row.askedId, name: row.askedName ?? '' },
          by: { id: row.askedBy, name: row.askedByName ?? '' },
          inReturn: row.returnOn,
        },
  ...{ calledOff: row.calledOffAt !== null, counted: row.countedBy !== null, can: abilities(ctx, row) },
})

export const mustBe = async (ctx: Ctx, id: number): Promise<store.DayRow> => {
  const row = await store.dayById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
/** Its row held. Throws not-found, presence-day-over. */
export const lockAhead = async (ctx: Ctx, id: number, others: readonly number[] = []): Promise<store.DayRow> => {
  await store.lockDays(ctx, [id, ...others])
  const row = await mustBe(ctx, id)
  if (!isAhead(ctx, row) || row.calledOffAt !== null) throw problem('presence-day-over')
  return row
}

export const showPresenceDay = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await mustBe(ctx, id)
  const shape = shapeOf(ctx, row)
  const asks = shape.can.ask || shape.can.give
  const ahead = asks ? (await store.daysOf(ctx, [row.presenceId])).filter((day) => isAhead(ctx, day)) : []
  const others = asks ? (await visitorsNow(ctx, visitors)).filter((one) => one.id !== row.personId) : []
  const found = row.countedBy !== null && row.countedBy === ctx.personId ? await countOf(ctx, id) : undefined
  return {
    ...shape,
    colleagues: others.map((one) => ({
      ...one,
      days: ahead
        .filter((day) => day.personId === one.id && day.calledOffAt === null && day.id !== id)
        .map((day) => ({ id: day.id, onDay: day.onDay })),
    })),
    count: found
      ? {
          ...{ unemployed: found.unemployed, employed: found.employed, companies: found.companies },
          askedAbout: found.askedAbout,
        }
      : null,
  }
}

const movedMail = {
  kept: { subject: m.presence_days_mail_moved_subject, body: m.presence_days_mail_kept },
  lost: { subject: m.presence_days_mail_moved_subject, body: m.presence_days_mail_lost },
  mine: { subject: m.presence_days_mail_mine_subject, body: m.presence_days_mail_mine },
  unasked: { subject: m.presence_days_mail_moved_subject, body: m.presence_days_mail_unasked },
  asker: { subject: m.presence_days_mail_moved_subject, body: m.presence_days_mail_asker },
}
/** Whom a moved day concerns, each once, and in which way. */
const concerned = (before: store.DayRow, after: store.DayRow) => {
  const whom = new Map<number, keyof typeof movedMail>()
  if (before.askedBy !== null) whom.set(before.askedBy, 'asker')
  if (before.askedId !== null) whom.set(before.askedId, 'unasked')
  if (before.personId !== null) whom.set(before.personId, before.personId === after.personId ? 'kept' : 'lost')
  if (after.personId !== null && after.personId !== before.personId) whom.set(after.personId, 'mine')
  return whom
}
type Moved = { after: store.DayRow; was: string; who: string | null }
const wordsOf = (ctx: Ctx, { after, was, who }: Moved, locale: Language) => ({
  partner: after.partner,
  was: sayDate(was, locale, ctx.today),
  when: sayDay(after.startsAt, locale),
  place: after.place === '' ? '' : `\n${after.place}`,
  who: who ?? '',
})
/** By mail too, as other changes of one's days are; who did it knows. Their calendars have it by their feeds: no file comes along. */
const writeEach = async (
  ctx: Ctx,
  personIds: readonly number[],
  says: (personId: number, locale: Language) => { subject: string; body: string },
) => {
  for (const { personId, name, email, language } of await membersAmong(ctx, personIds))
    if (personId !== ctx.personId) await post(ctx, { to: email, toName: name, ...says(personId, languageOr(language)) })
}
export const writeMoved = async (ctx: Ctx, before: store.DayRow, after: store.DayRow) => {
  const whom = concerned(before, after)
  await writeEach(ctx, [...whom.keys()], (personId, locale) => {
    const mail = movedMail[whom.get(personId) ?? 'kept']
    const values = wordsOf(ctx, { after, was: before.onDay, who: before.askedName }, locale)
    return { subject: mail.subject(values, { locale }), body: mail.body(values, { locale }) }
  })
}
/** Who wanted to take it in return for a day of his own has a colleague who is asked no more. */
export const writeSwapsOver = async (ctx: Ctx, swaps: readonly store.DayRow[], after: store.DayRow, was: string) => {
  for (const swap of swaps)
    await writeEach(ctx, [swap.askedBy ?? 0], (_, locale) => {
      const on = sayDate(swap.onDay, locale, ctx.today)
      const values = { ...wordsOf(ctx, { after, was, who: swap.askedName }, locale), at: swap.partner, on }
      return {
        subject: m.presence_days_mail_moved_subject(values, { locale }),
        body: m.presence_days_mail_swap(values, { locale }),
      }
    })
}
