/** Writing to whoever has them, and what became of it: only what came by this very link. */
import { html } from 'hono/html'
import type { Html, Looking, Unsent } from '#platform/http/plain-pages'
import * as m from '#texts'
import { mostSigns } from '../company-messages/company-messages.schema.ts'
import { area, formTo, wordsIn } from './case-answers.ts'
import { saysIn, type Seen } from './case-thread.ts'
import { card } from './page-frame.ts'

/** Received when, and who reads it; or answered when, and by whom. */
const became = (looking: Looking, { sentAt, reader, answeredAt, answeredBy }: Seen['messages'][number]) => {
  const inIt = { locale: looking.language }
  const { dayOf } = saysIn(looking)
  if (answeredAt) return m.company_page_answered({ date: dayOf(answeredAt), who: answeredBy ?? '' }, inIt)
  const date = dayOf(sentAt)
  return reader ? m.company_page_received({ date, who: reader }, inIt) : m.company_page_received_us({ date }, inIt)
}

export const messagesCard = (looking: Looking, seen: Seen, unsent: Unsent | undefined): Html => {
  const inIt = { locale: looking.language }
  const { contact, messages } = seen
  const name = contact?.regular ? (contact.name.split(' ')[0] ?? contact.name) : null
  const field = area({
    ...{ id: 'besked', name: 'words', label: m.company_page_message({}, inIt) },
    ...{ value: wordsIn(unsent, 'messages', 'words'), most: mostSigns, rows: 4 },
  })
  const form = formTo(
    looking,
    'messages',
    {},
    html`${field}<p class="dim">${m.company_page_message_hint({}, inIt)}</p><button>${m.company_page_send({}, inIt)}</button>`,
  )
  const sent = messages.map(
    (one) => html`<li><p class="dim">${became(looking, one)}</p><blockquote>${one.words}</blockquote></li>`,
  )
  const title = name ? m.company_page_write_to({ name }, inIt) : m.company_page_write_us({}, inIt)
  return card(title, html`${form}${sent.length > 0 && html`<ul class="sent">${sent}</ul>`}`)
}
