/** What happens now and what was until now, on one thread: when, what, who. */
import { html } from 'hono/html'
import type { AnswerOf } from '#platform/endpoint'
import type { Html, Looking } from '#platform/http/plain-pages'
import { first, sayDate, sayDay } from '#platform/text/danish'
import * as m from '#texts'
import { dateOf } from '#platform/clock'
import { Temporal } from 'temporal-polyfill'
import { toldCompany } from '../promises/told-company.table.ts'
import type { showCase } from './company-page.schema.ts'

export type Seen = AnswerOf<typeof showCase>
type Knot = {
  when: string
  title: string
  line?: string | null
  /** past: filled grey · done: teal · today: blue · due: amber ring · coming: grey ring */
  kind: 'past' | 'done' | 'today' | 'due' | 'coming'
  id?: string
  more?: Html | null
}

const isAhead = (knot: Knot | undefined) => knot?.kind === 'due' || knot?.kind === 'coming'
/** Solid has happened, dashed is to come. */
export const thread = (label: string, knots: readonly Knot[]): Html =>
  html`<ol class="thread" aria-label="${label}">${knots.map(
    (knot, at) =>
      html`<li class="${knot.kind}${isAhead(knot) || isAhead(knots[at + 1]) ? ' dashed' : ''}" id="${knot.id ?? `${knot.kind}-${at}`}"><p class="when">${knot.when}</p><p class="what">${knot.title}</p>${knot.line && html`<p>${knot.line}</p>`}${knot.more}</li>`,
  )}</ol>`

/** Days and moments as this page says them. */
export const saysIn = ({ language, today }: Looking) => {
  const day = (date: string) => sayDate(date, language, today)
  return {
    day,
    dayOf: (moment: string) => day(dateOf(Temporal.Instant.from(moment)).toString()),
    moment: (at: string) => sayDay(at, language),
  }
}

const from = (looking: Looking, who: string | null, school: string | null) => {
  const inIt = { locale: looking.language }
  if (!who) return m.company_page_nobody({}, inIt)
  return school ? m.company_page_who_school({ who, school }, inIt) : m.company_page_who({ who }, inIt)
}

const titles = { visit: m.company_page_visit, online: m.company_page_online, phone: m.company_page_phone }
const places = { visit: m.company_page_place, online: m.company_page_at, phone: m.company_page_at }
type Meeting = Seen['meetings'][number]
/** A meeting to come: when, who, where, and the company's answer. */
const meetingKnot = (looking: Looking, meeting: Meeting, more: Html | null): Knot => {
  const inIt = { locale: looking.language }
  const { id, startsAt, form, who, school, place } = meeting
  const whoSaid = who ? from(looking, who, school) : m.company_page_visitor_unknown({}, inIt)
  return {
    kind: 'today',
    id: `moede-${id}`,
    when: first(saysIn(looking).moment(startsAt)),
    title: titles[form]({}, inIt),
    line: [whoSaid, place && places[form]({ place }, inIt)].filter(Boolean).join(' '),
    more,
  }
}

/** Names and the day; what it is about is between them. */
const askedKnot = (looking: Looking, { giver, to, hearBy, answered }: Seen['asked'][number]): Knot => {
  const inIt = { locale: looking.language }
  const asked = to ? m.company_page_asked({ giver, to }, inIt) : m.company_page_asked_somebody({ giver }, inIt)
  return {
    kind: 'coming',
    when: m.company_page_by({ date: saysIn(looking).day(hearBy) }, inIt),
    title: answered ? m.company_page_asked_answered({ giver }, inIt) : asked,
  }
}

/** The next contact; then what the lead lets them see. A day that has passed is not said. */
const groupKnots = (looking: Looking, { theme, lead, nextOn, tasks }: Seen['groups'][number]): Knot[] => {
  const inIt = { locale: looking.language }
  const { day } = saysIn(looking)
  const underWay = m.company_page_group_under_way({}, inIt)
  const by = (dueOn: string | null) => (dueOn ? m.company_page_by({ date: day(dueOn) }, inIt) : underWay)
  return [
    {
      kind: 'coming',
      when: nextOn ? day(nextOn) : underWay,
      title: theme ? m.company_page_group({ theme: first(theme) }, inIt) : m.company_page_group_bare({}, inIt),
      line: lead ? m.company_page_group_contact({ who: lead }, inIt) : m.company_page_nobody({}, inIt),
    },
    ...tasks.map(
      ({ what, done, dueOn, who, school }): Knot => ({
        kind: done ? 'done' : 'coming',
        when: done ? m.company_page_group_done({}, inIt) : by(dueOn),
        title: first(what),
        line: from(looking, who, school),
      }),
    ),
  ]
}

const promiseKnot = (looking: Looking, promise: Seen['promised'][number], due: boolean): Knot => {
  const inIt = { locale: looking.language }
  const { what, dueOn, late, who, school } = promise
  const date = saysIn(looking).day(dueOn)
  return {
    kind: late || due ? 'due' : 'coming',
    when: late ? m.company_page_late({ date }, inIt) : m.company_page_by({ date }, inIt),
    title: first(toldCompany(what)),
    line: from(looking, who, school),
  }
}

/** `answer`: what stands beside a meeting to be answered. */
export const nowKnots = (looking: Looking, seen: Seen, answer: (meeting: Meeting) => Html | null): Knot[] => {
  const inIt = { locale: looking.language }
  const newTimes = seen.newTimes.map(
    ({ wasAt, who }): Knot => ({
      kind: 'due',
      when: m.company_page_was({ date: saysIn(looking).dayOf(wasAt) }, inIt),
      title: m.company_page_new_time({}, inIt),
      line: who ? m.company_page_new_time_who({ who }, inIt) : m.company_page_nobody({}, inIt),
    }),
  )
  return [
    ...seen.meetings.map((meeting) => meetingKnot(looking, meeting, answer(meeting))),
    ...newTimes,
    ...seen.asked.map((one) => askedKnot(looking, one)),
    ...seen.groups.flatMap((group) => groupKnots(looking, group)),
    ...seen.promised.map((promise, at) => promiseKnot(looking, promise, at + seen.meetings.length === 0)),
  ]
}

type Done = Seen['done'][number]
const doneTitle: Record<Exclude<Done['kind'], 'promise'>, typeof m.company_page_visited> = {
  visit: m.company_page_visited,
  meeting: m.company_page_agreed,
  cancelled: m.company_page_was_cancelled,
}
export const doneKnots = (looking: Looking, { done }: Seen): Knot[] => {
  const inIt = { locale: looking.language }
  return done.map(({ kind, on, what, who }) => ({
    kind: kind === 'meeting' || kind === 'cancelled' ? 'past' : 'done',
    when: saysIn(looking).day(on),
    title: kind === 'promise' ? first(toldCompany(what)) : doneTitle[kind]({}, inIt),
    line: kind === 'promise' ? m.company_page_as_agreed({ who }, inIt) : who && m.company_page_who({ who }, inIt),
  }))
}
