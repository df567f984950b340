/** Who has a company (fast kontaktperson), how it is taken, shared with a deputy, followed up, and ends. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, Words, z } from '#platform/endpoint'
import { LooseEnd } from '#platform/loose-ends.schema'
import { coordinators, staff } from '../centre/roles.ts'
import { PersonName } from '../promises/promises.schema.ts'

const Claim = z.object({
  id: z.int(),
  person: PersonName,
  why: z.string(),
  claimedAt: Moment,
  can: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
})
export const RegularContact = named(
  'RegularContact',
  z.object({
    id: z.int(),
    companyId: z.int(),
    cvr: z.string(),
    company: z.string(),
    /** For all of the company; false: for this workplace alone. */
    whole: z.boolean(),
    person: PersonName,
    /** Who had it has left, or does something else: it is the coordinators' until someone has said yes. */
    left: z.boolean(),
    deputy: z.nullable(PersonName),
    since: Moment,
    followUp: z.nullable(
      z.object({
        id: z.int(),
        what: z.string(),
        dueOn: CalendarDate,
        daysLate: z.int(),
        can: z.object({ do: z.boolean() }),
      }),
    ),
    /** When somebody of the centre last spoke with them or visited; else when it was agreed who has them. */
    lastContactAt: Moment,
    /** The day on which it lapses, when nobody contacts them before. */
    lapsesOn: CalendarDate,
    /** Told from two months before. */
    lapsesSoon: z.boolean(),
    claims: z.array(Claim),
    can: z.object({ handOver: z.boolean(), change: z.boolean(), claim: z.boolean() }),
  }),
)
const Offer = named(
  'RegularContactOffer',
  z.object({
    id: z.int(),
    /** Who has it until the answer is yes; null: nobody has it yet. */
    from: z.nullable(PersonName),
    to: PersonName,
    offeredBy: z.string(),
    offeredAt: Moment,
    note: z.string(),
    followUp: z.nullable(z.object({ what: z.string(), dueOn: CalendarDate })),
    /** What goes along with the yes. */
    along: z.array(LooseEnd),
    can: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
  }),
)
const Had = z.object({
  person: z.string(),
  since: Moment,
  endedAt: Moment,
  how: z.enum(['handed-over', 'given-up', 'given-to-another', 'lapsed', 'passed-on']),
  why: z.string(),
})
export const CompanyContact = named(
  'CompanyContact',
  z.object({
    contact: z.nullable(RegularContact),
    offer: z.nullable(Offer),
    /** Who had the company before, the latest first. */
    before: z.array(Had),
    /** What the contact has open with them, and could go along when it is handed over. */
    open: z.array(LooseEnd),
    can: z.object({ take: z.boolean(), propose: z.boolean() }),
  }),
)
const OfCompany = z.object({ companyId: Id })
const ById = z.object({ id: Id })

export const showCompanyContact = endpoint({
  name: 'showCompanyContact',
  method: 'GET',
  path: '/api/companies/{companyId}/regular-contact',
  summary: 'Who has a company, who is asked, who had it, and what could go along',
  can: staff,
  params: OfCompany,
  answer: CompanyContact,
  problems: ['not-found'],
})
export const listRegularContacts = endpoint({
  name: 'listRegularContacts',
  method: 'GET',
  path: '/api/regular-contacts',
  summary: 'Companies with a regular contact, by name',
  can: staff,
  query: z.object({
    ...PageQuery,
    /** mine; all: everyone's (coordinators); left: nobody's any more (coordinators). */
    whose: z._default(z.enum(['mine', 'all', 'left']), 'mine'),
    text: z.optional(z.string().check(z.maxLength(100))),
  }),
  answer: Page(RegularContact),
  problems: ['not-allowed', 'bad-cursor'],
})
/** What was agreed to follow: "ring igen om to uger". */
export const FollowUpForm = z.object({ what: Words(300), dueOn: CalendarDate })
export const takeRegularContact = endpoint({
  name: 'takeRegularContact',
  method: 'POST',
  path: '/api/regular-contacts',
  summary: 'I am the company’s regular contact',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), followUp: z.optional(z.nullable(FollowUpForm)) }),
  answer: RegularContact,
  problems: ['not-found', 'contact-taken'],
})
export const changeDeputy = endpoint({
  name: 'changeDeputy',
  method: 'PUT',
  path: '/api/regular-contacts/{id}/deputy',
  summary: 'Who stands in for the regular contact; null: nobody',
  can: staff,
  params: ById,
  body: z.object({ deputyId: z.nullable(z.int()) }),
  answer: RegularContact,
  problems: ['not-found', 'not-allowed'],
})
export const endRegularContact = endpoint({
  name: 'endRegularContact',
  method: 'POST',
  path: '/api/regular-contacts/{id}/endings',
  summary: 'Nobody needs to have the company any more, and why',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ why: Words(300) }),
  answer: CompanyContact,
  problems: ['not-found', 'not-allowed'],
})
// ---- What was agreed to follow -------------------------------------------------------------------------------
export const agreeFollowUp = endpoint({
  name: 'agreeFollowUp',
  method: 'POST',
  path: '/api/regular-contacts/{id}/follow-ups',
  summary: 'What was agreed to follow, in place of what was agreed before',
  can: staff,
  status: 201,
  params: ById,
  body: FollowUpForm,
  answer: RegularContact,
  problems: ['not-found', 'not-allowed'],
})
export const doFollowUp = endpoint({
  name: 'doFollowUp',
  method: 'POST',
  path: '/api/follow-ups/{id}/doings',
  summary: 'It has been followed up; perhaps with what follows next',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ next: z._default(z.nullable(FollowUpForm), null) }),
  answer: RegularContact,
  problems: ['not-found', 'not-allowed', 'follow-up-over'],
})
export const undoFollowUp = endpoint({
  name: 'undoFollowUp',
  method: 'DELETE',
  path: '/api/follow-ups/{id}/doings',
  summary: 'It was not followed up after all',
  can: staff,
  params: ById,
  answer: RegularContact,
  problems: ['not-found', 'not-allowed', 'follow-up-over'],
})

// ---- Someone is asked: nobody gets a company without a yes ------------------------------------------------------------
export const offerRegularContact = endpoint({
  name: 'offerRegularContact',
  method: 'POST',
  path: '/api/regular-contact-offers',
  summary: 'Ask someone to be the company’s contact: the one who has it does until the answer is yes',
  can: staff,
  status: 201,
  body: z.object({
    companyId: z.int(),
    toId: z.int(),
    /** What must be told. */
    note: z._default(MaybeWords(1000), ''),
    followUp: z.optional(z.nullable(FollowUpForm)),
    /** What goes along with the yes, as `open` of the company's contact names it. */
    along: z._default(
      z.array(z.object({ kind: z.string().check(z.maxLength(40)), sourceId: z.int() })).check(z.maxLength(50)),
      [],
    ),
  }),
  answer: CompanyContact,
  problems: ['not-found', 'not-allowed', 'contact-asked'],
})
export const acceptRegularContact = endpoint({
  name: 'acceptRegularContact',
  method: 'POST',
  path: '/api/regular-contact-offers/{id}/acceptances',
  summary: 'Yes, I have the company from now on, with what was named',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({
    /** Without what of it: a meeting that does not suit me, say. */
    without: z._default(z.array(z.object({ kind: z.string(), sourceId: z.int() })).check(z.maxLength(50)), []),
  }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered', 'slot-taken', 'week-full', 'outside-working-hours'],
})
export const declineRegularContact = endpoint({
  name: 'declineRegularContact',
  method: 'POST',
  path: '/api/regular-contact-offers/{id}/refusals',
  summary: 'No, I cannot have the company',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ why: MaybeWords(300) }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered'],
})
export const withdrawRegularContact = endpoint({
  name: 'withdrawRegularContact',
  method: 'DELETE',
  path: '/api/regular-contact-offers/{id}',
  summary: 'Take an unanswered question back',
  can: staff,
  params: ById,
  answer: CompanyContact,
  problems: ['not-found', 'not-allowed', 'contact-answered'],
})

// ---- Two say that they have it -------------------------------------------------------------------------------
export const claimRegularContact = endpoint({
  name: 'claimRegularContact',
  method: 'POST',
  path: '/api/regular-contact-claims',
  summary: 'I should have this company, and why: a coordinator decides, who has it sees it',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), why: Words(500) }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-free', 'contact-asked'],
})
export const decideClaim = endpoint({
  name: 'decideClaim',
  method: 'POST',
  path: '/api/regular-contact-claims/{id}/decisions',
  summary: 'Who has the company when two say so, and why',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ give: z.boolean(), why: MaybeWords(500) }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered'],
})
export const withdrawClaim = endpoint({
  name: 'withdrawClaim',
  method: 'DELETE',
  path: '/api/regular-contact-claims/{id}',
  summary: 'I do not need to have it',
  can: staff,
  params: ById,
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered'],
})
