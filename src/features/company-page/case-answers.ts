/** What a company answers on its page, as plain forms: a yes to a time, another time or way to meet, no meeting, no more contact. */
import { html } from 'hono/html'
import type { AnswerOf } from '#platform/endpoint'
import type { Html, Looking, Unsent } from '#platform/http/plain-pages'
import { first } from '#platform/text/danish'
import * as m from '#texts'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { type Seen, saysIn } from './case-thread.ts'
import type { listCaseSlots } from './company-page.schema.ts'
import { addressOf } from './page-frame.ts'

type Meeting = Seen['meetings'][number]
type Form = Meeting['form']
type Slots = AnswerOf<typeof listCaseSlots>
/** The meeting that is being changed, as what, and the times there are. */
export type Changing = { meetingId: number; form: Form; slots: Slots }
type Given = { looking: Looking; seen: Seen; changing: Changing | undefined; unsent: Unsent | undefined }

/** A form that goes to one of the page's verbs; what is hidden in it goes along. */
export const formTo = (looking: Looking, verb: string, hidden: Readonly<Record<string, string>>, body: Html): Html => {
  const { token = '' } = looking.params
  const { sprog } = looking.query
  return html`<form method="post" action="/jeres-forloeb/${token}/${verb}${addressOf({ sprog })}">${Object.entries({ ...hidden, key: looking.key }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${body}</form>`
}
/** What was written in a form that was not sent: it stands in it again. */
export const wordsIn = (unsent: Unsent | undefined, verb: string, field: string): string =>
  unsent?.verb === verb ? (unsent.fields[field] ?? '') : ''

type Area = { id: string; name: string; label: string; value: string; most: number; rows?: number }
export const area = ({ id, name, label, value, most, rows = 2 }: Area): Html =>
  html`<label for="${id}">${label}</label><textarea id="${id}" name="${name}" rows="${rows}" maxlength="${most}">${value}</textarea>`

const how = { visit: m.company_page_how_visit, online: m.company_page_how_online, phone: m.company_page_how_phone }
const make = { visit: m.company_page_make_visit, online: m.company_page_make_online, phone: m.company_page_make_phone }
const notOffered = {
  visit: m.company_page_not_offered_visit,
  online: m.company_page_not_offered_online,
  phone: m.company_page_not_offered_phone,
}
/** Why there is no time to choose, and whom to ask. */
const whyNone = ({ looking, seen }: Given, meeting: Meeting, { form, slots }: Changing) => {
  const inIt = { locale: looking.language }
  const contact = seen.contact?.name ?? m.company_page_our_contact({}, inIt)
  if (slots.why === 'no-number') return m.company_page_no_number({ contact }, inIt)
  if (slots.why !== 'not-offered') return m.company_page_no_times({ weeks: slots.weeks }, inIt)
  return notOffered[form]({ who: meeting.who ?? m.company_page_our_visitor({}, inIt), contact }, inIt)
}

/** Times of one kind of meeting, in a list that any phone knows how to open. */
const times = (given: Given, meeting: Meeting, changing: Changing): Html => {
  const { looking } = given
  const inIt = { locale: looking.language }
  const { form, slots } = changing
  // At its own time it can become another kind of meeting, and not be moved.
  const rows = slots.rows.filter(({ startsAt }) => form !== meeting.form || startsAt !== meeting.startsAt)
  if (rows.length === 0) return html`<p role="status">${whyNone(given, meeting, changing)}</p>`
  const options = rows.map(
    ({ startsAt }) => html`<option value="${startsAt}">${first(saysIn(looking).moment(startsAt))}</option>`,
  )
  const id = `tid-${meeting.id}`
  return formTo(
    looking,
    'moves',
    { meetingId: String(meeting.id), form, sequence: String(meeting.sequence) },
    html`<label for="${id}">${m.company_page_when({}, inIt)}</label><select id="${id}" name="startsAt">${options}</select><button>${form === meeting.form ? m.company_page_move({}, inIt) : make[form]({}, inIt)}</button>`,
  )
}

const change = (given: Given, meeting: Meeting, changing: Changing): Html => {
  const { looking, unsent } = given
  const inIt = { locale: looking.language }
  const ways = meetingForms.map((form) => {
    const address = addressOf(
      { sprog: looking.query['sprog'], aendr: String(meeting.id), form },
      `#moede-${meeting.id}`,
    )
    return html`<a href="${address}"${form === changing.form ? html` aria-current="true"` : ''}>${how[form]({}, inIt)}</a>`
  })
  const id = `hvorfor-${meeting.id}`
  const cancel = formTo(
    looking,
    'cancellations',
    { meetingId: String(meeting.id) },
    html`${area({ id, name: 'why', label: m.company_page_cancel_why({}, inIt), value: wordsIn(unsent, 'cancellations', 'why'), most: 500 })}<button>${m.company_page_cancel_yes({}, inIt)}</button>`,
  )
  return html`<div class="change"><nav class="ways" aria-label="${m.company_page_how({}, inIt)}">${ways}</nav>${times(given, meeting, changing)}<details${unsent?.verb === 'cancellations' ? html` open` : ''}><summary>${m.company_page_cancel({}, inIt)}</summary>${cancel}</details></div>`
}

/** `next`: the one whose yes is the page's filled button. */
export const answerTo = (given: Given, meeting: Meeting): Html | null => {
  if (!meeting.can.answer || given.looking.params['token'] === undefined) return null
  const { looking, seen, changing } = given
  const inIt = { locale: looking.language }
  const next = seen.meetings.find(({ can, confirmed }) => can.answer && !confirmed)
  const open = changing?.meetingId === meeting.id
  const address = open
    ? addressOf({ sprog: looking.query['sprog'] }, `#moede-${meeting.id}`)
    : addressOf({ sprog: looking.query['sprog'], aendr: String(meeting.id) }, `#moede-${meeting.id}`)
  const yes = formTo(
    looking,
    'confirmations',
    { meetingId: String(meeting.id) },
    html`<button${next === meeting && !open ? html` class="filled"` : ''}>${m.company_page_suits({}, inIt)}</button>`,
  )
  return html`<div class="answers">${meeting.confirmed ? html`<p class="tag">${m.company_page_confirmed({}, inIt)}</p>` : yes}<a class="button" href="${address}">${open ? m.company_page_change_close({}, inIt) : m.company_page_change({}, inIt)}</a></div>${open && changing && change(given, meeting, changing)}`
}

/** The way to say stop is never hidden, and what it means is said before it is done. */
export const stop = ({ looking, seen, unsent }: Given): Html => {
  const inIt = { locale: looking.language }
  if (seen.stopped) {
    const stands = seen.meetings.length + seen.promised.length > 0 && seen.contact
    return html`<p class="stop">${m.company_page_is_stopped({}, inIt)} ${stands && m.company_page_stop_stands({ who: stands.name }, inIt)}</p>`
  }
  const words = area({
    ...{ id: 'stop-hvorfor', name: 'words', label: m.company_page_stop_words({}, inIt) },
    ...{ value: wordsIn(unsent, 'stops', 'words'), most: 500 },
  })
  const form = formTo(looking, 'stops', {}, html`${words}<button>${m.company_page_stop_yes({}, inIt)}</button>`)
  return html`<div class="stop"><p>${m.company_page_only_yours({}, inIt)}</p><details${unsent?.verb === 'stops' ? html` open` : ''}><summary>${m.company_page_stop_link({}, inIt)}</summary><p><b>${m.company_page_stop_title({}, inIt)}</b> ${m.company_page_stop_text({}, inIt)}</p>${form}</details></div>`
}
