/** A partner's own page: what became of its tips. Signed in, or by a personal link without an account. */
import { CalendarDate, endpoint, Moment, named, Nothing, z } from '#platform/endpoint'
import { partners } from '../centre/roles.ts'
import { PartnerKind } from '../partners/partners.schema.ts'
import { GivenJointVisit } from '../joint-visits/joint-visits.schema.ts'
import { ToldOfPresence } from '../presence-days/presence-days.schema.ts'
import { GivenTip, SoughtCompany, TipForm, TippedCompanies } from '../tips/giving.schema.ts'

export const PartnerPage = named(
  'PartnerPage',
  z.object({
    centre: z.string(),
    /** Null: nobody has said yet which partner who asks comes from. */
    partner: z.nullable(z.object({ name: z.string(), kind: PartnerKind, place: z.string() })),
    tips: z.array(GivenTip),
    /** Where a tip can be written to in a mail; null: nowhere. */
    mailTo: z.nullable(z.string()),
    /** It is another than before, since this day; null: it is not, or has been for long. */
    mailToNewOn: z.nullable(CalendarDate),
    /** So many older ones are not shown. */
    older: z.int(),
    /** Regular days at the partner's: who comes when, and how many came, from five. */
    presence: z.object({
      days: z.array(
        z.object({
          startsAt: Moment,
          endsAt: Moment,
          place: z.string(),
          calledOff: z.boolean(),
          /** The date it was moved from, that once. */
          movedFrom: z.nullable(CalendarDate),
          who: z.nullable(z.object({ name: z.string(), school: z.nullable(z.string()) })),
        }),
      ),
      told: z.nullable(ToldOfPresence),
    }),
    /** Visits of the partner's own that one of us was asked along to; none by a link. */
    jointVisits: z.array(GivenJointVisit),
  }),
)
const ByToken = z.object({ token: z.string().check(z.maxLength(200)) })
const refusals = ['link-revoked', 'too-many-tries'] as const

export const showMyPartner = endpoint({
  name: 'showMyPartner',
  method: 'GET',
  path: '/api/my-partner',
  summary: 'What became of the tips of the partner I come from',
  can: partners,
  answer: PartnerPage,
})
export const showPartnerPage = endpoint({
  name: 'showPartnerPage',
  method: 'GET',
  path: '/api/partner-pages/{token}',
  summary: 'What became of the tips that were given through this link',
  can: 'public',
  params: ByToken,
  answer: PartnerPage,
  problems: refusals,
})
export const findTippedByLink = endpoint({
  name: 'findTippedByLink',
  method: 'GET',
  path: '/api/partner-pages/{token}/companies',
  summary: 'Companies of the register by name and town or CVR number: five at most',
  can: 'public',
  params: ByToken,
  query: SoughtCompany,
  answer: TippedCompanies,
  problems: refusals,
})
export const giveTipByLink = endpoint({
  name: 'giveTipByLink',
  method: 'POST',
  path: '/api/partner-pages/{token}/tips',
  summary: 'Tell of a company',
  can: 'public',
  status: 201,
  params: ByToken,
  body: TipForm,
  answer: Nothing,
  problems: refusals,
})
