/** Mails to the centre's address for tips: a person reads each, and makes it a tip or not. */
import { CalendarDate, endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { MailText, Vouched } from '../incoming-mails/incoming-mails.schema.ts'
import { TipForm } from '../tips/giving.schema.ts'

export const MailedTip = named(
  'MailedTip',
  z.object({
    id: z.int(),
    /** Whose address it says it comes from; null: of no partner, or of several. */
    partner: z.nullable(z.object({ id: z.int(), name: z.string() })),
    /** Both empty: nobody, or several. */
    fromName: z.string(),
    fromAddress: z.string(),
    vouched: Vouched,
    subject: z.string(),
    cameAt: Moment,
    settledAt: z.nullable(Moment),
    /** By the house, since nobody had read it for long. */
    laidAside: z.boolean(),
    /** Written to an address that another has taken the place of: the sender does not know the new one. */
    oldAddress: z.boolean(),
    /** The tip that was made of it. */
    tipId: z.nullable(z.int()),
  }),
)
export const WholeMailedTip = named(
  'WholeMailedTip',
  z.object({
    ...MailedTip.shape,
    ...MailText.shape,
    /** What it answers and signs left out, as long as a tip may be. */
    draft: z.string(),
    /** The day on which the house lays it aside, where nobody does anything about it; null: never. */
    asideOn: z.nullable(CalendarDate),
    /** There was more of it than a tip may say. */
    draftCut: z.boolean(),
    /** Companies it names, by their number or their whole name: proposals. */
    companies: z.array(
      z.object({ id: z.int(), name: z.string(), town: z.nullable(z.string()), by: z.enum(['cvr', 'name']) }),
    ),
    can: z.object({ settle: z.boolean(), reopen: z.boolean(), unmake: z.boolean() }),
  }),
)
/** Where tips are written to. `receives`: mails come in here at all. */
const TipAddress = z.object({ receives: z.boolean(), address: z.nullable(z.string()) })
const ById = z.object({ id: Id })

export const listMailedTips = endpoint({
  name: 'listMailedTips',
  method: 'GET',
  path: '/api/mailed-tips',
  summary:
    'Mails to the address for tips, the latest first: those that wait, or those of the last 30 days that somebody has settled',
  can: coordinators,
  query: z.object({ vis: z._default(z.enum(['waits', 'settled']), 'waits') }),
  answer: z.object({
    rows: z.array(MailedTip),
    /** There are more than are listed. */
    more: z.boolean(),
    /** Mails of strangers that wait, listed or not, and since when the last of them does. */
    strangers: z.object({ count: z.int(), upTo: z.nullable(Moment) }),
    /** So many were laid aside by rule in 30 days: automatic answers and newsletters. */
    dropped: z.int(),
    address: TipAddress,
  }),
})
export const showMailedTip = endpoint({
  name: 'showMailedTip',
  method: 'GET',
  path: '/api/mailed-tips/{id}',
  summary: 'One mail as text, and what a tip of it could be',
  can: coordinators,
  params: ById,
  answer: WholeMailedTip,
  problems: ['not-found'],
})
export const makeMailedTip = endpoint({
  name: 'makeMailedTip',
  method: 'POST',
  path: '/api/mailed-tips/{id}/tips',
  within: showMailedTip,
  summary: 'It is a tip: from this partner, about this company, in these words',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.extend(TipForm, { partnerId: z.int() }),
  answer: z.object({ tipId: z.int() }),
  problems: ['not-found', 'mail-settled'],
})
export const unmakeMailedTip = endpoint({
  name: 'unmakeMailedTip',
  method: 'DELETE',
  path: '/api/mailed-tips/{id}/tips',
  within: showMailedTip,
  summary: 'The tip that was made of it is none, while nobody has gone on with it: the mail waits again',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'mail-settled', 'mailed-tip-gone-on'],
})
export const refuseMailedTip = endpoint({
  name: 'refuseMailedTip',
  method: 'POST',
  path: '/api/mailed-tips/{id}/refusals',
  within: showMailedTip,
  summary: 'It is no tip',
  can: coordinators,
  status: 201,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'mail-settled'],
})
export const reopenMailedTip = endpoint({
  name: 'reopenMailedTip',
  method: 'DELETE',
  path: '/api/mailed-tips/{id}/refusals',
  within: showMailedTip,
  summary: 'It may be a tip after all: it waits again',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'mail-settled'],
})
export const refuseStrangers = endpoint({
  name: 'refuseStrangers',
  method: 'POST',
  path: '/api/mailed-tips/refusals',
  summary:
    'What strangers wrote is no tip: all that has waited of them since this moment; what came in or was put back since, and what somebody has settled, stays as it is',
  can: coordinators,
  status: 201,
  body: z.object({ upTo: Moment }),
  answer: z.object({ ids: z.array(z.int()) }),
})
export const reopenMailedTips = endpoint({
  name: 'reopenMailedTips',
  method: 'POST',
  path: '/api/mailed-tips/reopenings',
  summary: 'They may be tips after all: those of them that became none wait again',
  can: coordinators,
  status: 201,
  body: z.object({ ids: z.array(z.int()).check(z.minLength(1), z.maxLength(1000)) }),
  answer: z.object({ ids: z.array(z.int()) }),
})
export const makeTipAddress = endpoint({
  name: 'makeTipAddress',
  method: 'POST',
  path: '/api/tip-addresses',
  summary:
    'An address for tips; it takes the place of the one there was, and partners are told. What is written to the old one waits as such, and nobody answers it',
  can: coordinators,
  status: 201,
  answer: TipAddress,
  problems: ['no-mailbox'],
})
