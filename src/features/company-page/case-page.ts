/** The company's own page, and the same for people of the centre to look at. */
import { html } from 'hono/html'
import type { Html, Looking, PlainPage, Refusal, Unsent } from '#platform/http/plain-pages'
import { first } from '#platform/text/danish'
import * as m from '#texts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { Id, z } from '#platform/endpoint'
import { answerTo, area, type Changing, stop } from './case-answers.ts'
import { linksCard } from './case-links.ts'
import { messagesCard } from './case-messages.ts'
import { doneKnots, nowKnots, saysIn, type Seen, thread } from './case-thread.ts'
import * as contract from './company-page.schema.ts'
import { card, framed, refusalSaid, style } from './page-frame.ts'

const initials = (name: string) => {
  const words = name.trim().split(/\s+/)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

const contactCard = ({ language }: Looking, contact: NonNullable<Seen['contact']>): Html => {
  const inIt = { locale: language }
  const { name, school, phone, email, regular } = contact
  return card(
    regular ? m.company_page_regular_contact({}, inIt) : m.company_page_contact({}, inIt),
    html`<div class="contact"><span class="initials" aria-hidden="true">${initials(name)}</span><p><b>${name}</b><br>${school ? m.company_page_speaks_school({ school }, inIt) : m.company_page_speaks({}, inIt)}</p></div><p class="reach"><a class="button" href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${m.company_page_mail({ email }, inIt)}</a>${phone && html`<a class="button" href="tel:${phone.replace(/[^\d+]/g, '')}">${m.company_page_call({ phone }, inIt)}</a>`}</p>`,
  )
}

/** The cards of a case. Without a token it is only looked at: nothing can be answered. */
const cards = (looking: Looking, seen: Seen, changing?: Changing, unsent?: Unsent): Html[] => {
  const inIt = { locale: looking.language }
  const knots = nowKnots(looking, seen, (meeting) => answerTo({ looking, seen, changing, unsent }, meeting))
  const none = seen.apart ? m.company_page_now_none_apart({}, inIt) : m.company_page_now_none({}, inIt)
  const theirs = seen.theirs.map(
    ({ what, dueOn }) =>
      html`<li>${first(what)} <span class="dim">${m.company_page_by({ date: saysIn(looking).day(dueOn) }, inIt)}</span></li>`,
  )
  const now = m.company_page_now({}, inIt)
  const done = m.company_page_done({}, inIt)
  return [
    card(now, knots.length > 0 ? thread(now, knots) : html`<p>${none}</p>`),
    ...(theirs.length > 0 ? [card(m.company_page_theirs({}, inIt), html`<ul>${theirs}</ul>`)] : []),
    ...(seen.done.length > 0 ? [card(done, thread(done, doneKnots(looking, seen)))] : []),
  ]
}

/** What was done, as the address says after a form was sent. */
const said: Readonly<Record<string, typeof m.company_page_stopped>> = {
  ja: m.company_page_confirmed_said,
  flyttet: m.company_page_moved_said,
  aflyst: m.company_page_cancelled,
  stop: m.company_page_stopped,
  skrevet: m.company_page_sent,
  lukket: m.company_page_links_ended,
}
const saidAbove = ({ language, query }: Looking, unsent: Unsent | undefined): Html | null => {
  if (unsent?.refused.code === 'changed-meanwhile')
    return html`<div class="said wrong" role="alert"><p>${m.company_page_meanwhile({}, { locale: language })}</p></div>`
  if (unsent) return refusalSaid(unsent.refused)
  const words = said[query['sagt'] ?? '']
  return words ? html`<div class="said" role="status"><p>${words({}, { locale: language })}</p></div>` : null
}

/** What the company had written when its link ended: it can be taken along. */
const written = ({ language }: Looking, unsent: Unsent | undefined): Html | null => {
  const value = unsent?.fields['words'] ?? unsent?.fields['why'] ?? ''
  if (!value) return null
  const label = m.company_page_written({}, { locale: language })
  return html`<div class="written">${area({ id: 'skrevet', name: 'words', label, value, most: value.length, rows: 6 })}</div>`
}
/** It says what anybody may know: nothing of the company, and the same whether a link is unknown, over or withdrawn. */
const failed = (looking: Looking, refused: Refusal, unsent?: Unsent) => {
  const inIt = { locale: looking.language }
  const gone = refused.code === 'link-revoked'
  const text = gone ? m.company_page_gone_text({}, inIt) : refused.title
  const heading = gone ? m.company_page_gone_title({}, inIt) : m.company_page_failed_title({}, inIt)
  const body = card(heading, html`<p>${text}</p>${written(looking, unsent)}`)
  return {
    status: refused.status,
    page: framed(
      looking,
      { name: 'Tovholder', title: m.company_page_title({}, inIt), above: saidAbove(looking, undefined) },
      body,
    ),
  }
}

const Chosen = z.object({ aendr: Id, form: z.optional(MeetingForm) })
/** The meeting that the address asks to change, and the times there are for it. */
const changingOf = async (
  { ask, query }: Looking,
  token: string,
  { meetings }: Seen,
): Promise<Changing | undefined> => {
  const chosen = z.safeParse(Chosen, query)
  const meeting = chosen.success ? meetings.find(({ id, can }) => id === chosen.data.aendr && can.answer) : undefined
  if (!meeting) return undefined
  const form = chosen.data?.form ?? meeting.form
  const { answer } = await ask(contract.listCaseSlots, { params: { token }, query: { meetingId: meeting.id, form } })
  return answer && { meetingId: meeting.id, form, slots: answer }
}

const draw = async (looking: Looking, unsent?: Unsent) => {
  const { token = '' } = looking.params
  const inIt = { locale: looking.language }
  const { answer: seen, refused } = await looking.ask(contract.showCase, { params: { token } })
  if (!seen) return failed(looking, refused, unsent)
  // A form that changed a meeting and was refused stands open again.
  const query = unsent?.fields['meetingId'] ? { ...looking.query, aendr: unsent.fields['meetingId'] } : looking.query
  const changing = await changingOf({ ...looking, query }, token, seen)
  const aside = html`${seen.contact && contactCard(looking, seen.contact)}${messagesCard(looking, seen, unsent)}${linksCard(looking, seen)}${stop({ looking, seen, changing, unsent })}`
  const frame = {
    name: seen.centre,
    right: m.company_page_only({ company: seen.company }, inIt),
    title: m.company_page_title({}, inIt),
    subtitle: m.company_page_subtitle({ company: seen.company }, inIt),
    above: saidAbove(looking, unsent),
    aside,
  }
  return { status: unsent?.refused.status ?? 200, page: framed(looking, frame, cards(looking, seen, changing, unsent)) }
}

type Fields = Unsent['fields']
const numberIn = (fields: Fields, name: string) => Number(fields[name] ?? '')
export const casePage: PlainPage = {
  path: '/jeres-forloeb/{token}',
  style,
  draw,
  verbs: {
    confirmations: async ({ ask, params: { token = '' } }, fields) => {
      const body = { meetingId: numberIn(fields, 'meetingId') }
      return (await ask(contract.confirmMeeting, { params: { token }, body }, fields['key'])).refused ?? 'ja'
    },
    moves: async ({ ask, params: { token = '' } }, fields) => {
      const form = z.safeParse(MeetingForm, fields['form'])
      const to = { startsAt: fields['startsAt'] ?? '', sequence: numberIn(fields, 'sequence') }
      const body = { meetingId: numberIn(fields, 'meetingId'), ...to, ...(form.success && { form: form.data }) }
      return (await ask(contract.moveCaseMeeting, { params: { token }, body }, fields['key'])).refused ?? 'flyttet'
    },
    cancellations: async ({ ask, params: { token = '' } }, fields) => {
      const body = { meetingId: numberIn(fields, 'meetingId'), why: fields['why'] ?? '' }
      return (await ask(contract.cancelCaseMeeting, { params: { token }, body }, fields['key'])).refused ?? 'aflyst'
    },
    messages: async ({ ask, params: { token = '' } }, fields) => {
      const body = { words: fields['words'] ?? '' }
      return (await ask(contract.writeToContact, { params: { token }, body }, fields['key'])).refused ?? 'skrevet'
    },
    'ended-links': async ({ ask, params: { token = '' } }, fields) => {
      const body = { linkId: fields['linkId'] === undefined ? null : numberIn(fields, 'linkId') }
      return (await ask(contract.endCaseLinks, { params: { token }, body }, fields['key'])).refused ?? 'lukket'
    },
    stops: async ({ ask, params: { token = '' } }, fields) => {
      const body = { words: fields['words'] ?? '' }
      return (await ask(contract.stopContact, { params: { token }, body }, fields['key'])).refused ?? 'stop'
    },
  },
}

export const casePreview: PlainPage = {
  path: '/virksomheder/{id}/forloeb',
  session: true,
  style,
  draw: async (looking) => {
    const { id = '' } = looking.params
    const inIt = { locale: looking.language }
    const { answer: seen, refused } = await looking.ask(contract.previewCase, { params: { id } })
    if (!seen) return failed(looking, refused)
    const { centre, company, contact } = seen
    const back = html`<a href="/virksomheder/${id}">${m.web_back_to({ page: company }, inIt)}</a>`
    const above = html`<div class="said preview" role="note"><p>${m.company_page_preview({ company }, inIt)}</p><p>${back}</p></div>`
    const title = m.company_page_title({}, inIt)
    const subtitle = m.company_page_subtitle({ company }, inIt)
    const aside = contact && contactCard(looking, contact)
    return { status: 200, page: framed(looking, { name: centre, title, subtitle, above, aside }, cards(looking, seen)) }
  },
}
