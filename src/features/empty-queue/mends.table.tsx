/** What mends each reason for an empty queue, and who may: a new reason without its line does not compile. */
import type { Endpoint } from '#platform/endpoint'
import * as m from '#texts'
import type { Path } from '#web/parts/Go.tsx'
import { listCallCentres } from '../call-centres/call-centres.schema.ts'
import { askForMore, changeOffer, nameVisitors } from '../capacity/capacity.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { showContactList } from '../lists/lists.schema.ts'
import { recordBasis } from '../may-contact/basis.schema.ts'
import { changeCallingHours } from '../working-days/working-days.schema.ts'
import type { Reason } from './reasons.shared.ts'

type Page = {
  by: 'page'
  /** Who may use all of these is led there; everyone else is told whom to ask. */
  needs: readonly Pick<Endpoint, 'name' | 'can'>[]
  to: (listId: number | null) => Path
  says: () => string
  ask: (values: { who: string }) => string
}
export type Mend =
  /** Time does, or whoever has it; it is said when. */
  | { by: 'itself' }
  /** Whoever calls does it on the spot. */
  | { by: 'bringing-back' }
  | { by: 'finding-numbers' }
  | Page

const list = (listId: number | null): Path => (listId === null ? '/udtraek' : `/udtraek/${listId}`)
/** These are done with, or have their rest: others are called. */
const draw: Page = {
  by: 'page',
  needs: [drawList],
  to: () => '/udtraek',
  says: m.empty_queue_draw,
  ask: m.empty_queue_draw_ask,
}
const more: Page = {
  by: 'page',
  needs: [askForMore],
  to: () => '/kapacitet',
  says: m.empty_queue_more,
  ask: m.empty_queue_more_ask,
}
const called = (listId: number | null): Path => (listId === null ? '/kapacitet' : `/kapacitet?liste=${listId}`)
const visitors: Page = {
  by: 'page',
  needs: [nameVisitors],
  to: called,
  says: m.empty_queue_visitors,
  ask: m.empty_queue_visitors_ask,
}
export const mends: Record<Reason, Mend> = {
  'no-list': draw,
  'lists-elsewhere': {
    by: 'page',
    needs: [listCallCentres],
    to: () => '/callcentre',
    says: m.empty_queue_elsewhere_mend,
    ask: m.empty_queue_elsewhere_ask,
  },
  'empty-list': draw,
  'pause-full': more,
  // None is agreed: one more of none is not asked for.
  'pause-none': {
    by: 'page',
    needs: [changeOffer],
    to: called,
    says: m.empty_queue_offer,
    ask: m.empty_queue_offer_ask,
  },
  // Nobody who is away, or has no hour left, can give one more: others are named.
  'pause-no-time': visitors,
  'pause-away': visitors,
  'pause-left': visitors,
  'outside-hours': {
    by: 'page',
    needs: [changeCallingHours],
    to: () => '/ringetid',
    says: m.empty_queue_hours,
    ask: m.empty_queue_hours_ask,
  },
  paused: more,
  'no-phone': { by: 'finding-numbers' },
  'other-language': {
    by: 'page',
    needs: [listCallCentres],
    to: () => '/callcentre',
    says: m.empty_queue_languages,
    ask: m.empty_queue_languages_ask,
  },
  skipped: { by: 'bringing-back' },
  'under-call': { by: 'itself' },
  'call-back': { by: 'itself' },
  'no-answer': { by: 'itself' },
  'in-hearing': {
    by: 'page',
    needs: [showContactList],
    to: () => '/udtraek',
    says: m.empty_queue_hearing,
    ask: m.empty_queue_hearing_ask,
  },
  protected: {
    by: 'page',
    needs: [recordBasis, showContactList],
    to: list,
    says: m.empty_queue_basis,
    ask: m.empty_queue_basis_ask,
  },
  'do-not-contact': draw,
  closed: draw,
  bankrupt: draw,
  'being-dissolved': draw,
  struck: draw,
  running: draw,
  'has-meeting': draw,
  wait: draw,
  answered: draw,
  'not-in-list': draw,
}
