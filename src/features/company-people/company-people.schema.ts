/** People of a company or workplace: who they are, which way each may be reached, and where that comes from. */
import { CalendarDate, endpoint, Id, MaybeEmail, MaybeWords, named, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

/** Where something of a person comes from: he asked for it, he said it, a colleague of his, their own page, a mail, a school. */
export const personSources = ['asked', 'said', 'colleague', 'own-page', 'mail', 'school'] as const
const Source = z.enum(personSources)

const Channel = z.object({
  /** Phone number or address; null: not known. */
  value: z.nullable(z.string()),
  /** He may be reached that way. */
  allowed: z.boolean(),
  /** Who says so, and on which day; null: nobody has said anything of it. */
  source: z.nullable(Source),
  on: z.nullable(CalendarDate),
})
export const CompanyPerson = named(
  'CompanyPerson',
  z.object({
    id: z.int(),
    companyId: z.int(),
    /** The place he is of. */
    company: z.string(),
    name: z.string(),
    title: z.string(),
    note: z.string(),
    speaksForAll: z.boolean(),
    phone: Channel,
    mail: Channel,
    source: Source,
    saidOn: CalendarDate,
    /** When he was told what we keep of him; null: by `tellBy` he must be. */
    toldOn: z.nullable(CalendarDate),
    tellBy: CalendarDate,
    leftOn: z.nullable(CalendarDate),
    /** Send it back when correcting: of two who press at once the second sees both. */
    version: z.int(),
  }),
)
export type Person = z.infer<typeof CompanyPerson>

/** What is written of a person. Source and day are of what is new in it. */
const whole = {
  title: MaybeWords(120),
  phone: MaybeWords(40),
  phoneAllowed: z.boolean(),
  email: MaybeEmail,
  mailAllowed: z.boolean(),
  note: MaybeWords(200),
  speaksForAll: z.boolean(),
}
export const PersonForm = {
  name: Words(120),
  title: z._default(whole.title, ''),
  phone: z._default(whole.phone, ''),
  phoneAllowed: z._default(whole.phoneAllowed, true),
  email: z._default(whole.email, ''),
  mailAllowed: z._default(whole.mailAllowed, true),
  note: z._default(whole.note, ''),
  speaksForAll: z._default(whole.speaksForAll, false),
  source: Source,
  /** Today, without. */
  saidOn: z.optional(z.nullable(CalendarDate)),
}
/** Put right, all of it is said: what was left out would be emptied, and a channel that was not allowed be allowed again. */
export const CorrectedPerson = { ...PersonForm, ...whole, version: z.int() }
export type PersonWritten = z.output<z.ZodMiniObject<typeof PersonForm>>
/** Someone who took part in something: one of those we know there, or a name that was typed. `add`: he is written down there. */
export const TookPart = named(
  'TookPart',
  z.object({
    personId: z._default(z.nullable(z.int()), null),
    name: z._default(MaybeWords(120), ''),
    add: z._default(z.boolean(), false),
  }),
)
const ById = z.object({ id: Id })

export const listCompanyPeople = endpoint({
  name: 'listCompanyPeople',
  method: 'GET',
  path: '/api/companies/{companyId}/people',
  summary: 'People of a company, or of a workplace that answers for itself; who left stands last',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({
    rows: z.array(CompanyPerson),
    /** Its workplaces answer each for itself, so many. */
    apart: z.nullable(z.int()),
    /** Who keeps this: for what each must be told. */
    centre: z.string(),
  }),
  problems: ['not-found'],
})
export const addCompanyPerson = endpoint({
  name: 'addCompanyPerson',
  method: 'POST',
  path: '/api/companies/{companyId}/people',
  summary: 'Someone at the company: name, title, ways to reach him; never union, health or private matters',
  can: staff,
  status: 201,
  params: z.object({ companyId: Id }),
  /** `told`: he knows what we keep of him. */
  body: z.object({ ...PersonForm, told: z._default(z.boolean(), false) }),
  answer: CompanyPerson,
  problems: ['not-found', 'union-title'],
})
export const showCompanyPerson = endpoint({
  name: 'showCompanyPerson',
  method: 'GET',
  path: '/api/company-people/{id}',
  summary: 'Someone at a company',
  can: staff,
  params: ById,
  answer: CompanyPerson,
  problems: ['not-found'],
})
export const correctCompanyPerson = endpoint({
  name: 'correctCompanyPerson',
  method: 'PUT',
  path: '/api/company-people/{id}',
  summary: 'Correct what stands of someone at a company',
  can: staff,
  params: ById,
  body: z.object(CorrectedPerson),
  answer: CompanyPerson,
  problems: ['not-found', 'union-title', 'changed-meanwhile'],
})
export const eraseCompanyPerson = endpoint({
  name: 'eraseCompanyPerson',
  method: 'DELETE',
  path: '/api/company-people/{id}',
  summary: 'He wishes to be forgotten: name and channels go, his links end; who did it when stays',
  can: staff,
  params: ById,
  answer: z.object({ id: z.int() }),
  problems: ['not-found'],
})
export const noteDeparture = endpoint({
  name: 'noteDeparture',
  method: 'POST',
  path: '/api/company-people/{id}/departures',
  within: showCompanyPerson,
  summary: 'He has left the company; what stands stays, greyed, and his links wait to be closed',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ on: z.optional(z.nullable(CalendarDate)) }),
  answer: CompanyPerson,
  problems: ['not-found'],
})
export const undoDeparture = endpoint({
  name: 'undoDeparture',
  method: 'DELETE',
  path: '/api/company-people/{id}/departures',
  within: showCompanyPerson,
  summary: 'He is there still, or again',
  can: staff,
  params: ById,
  answer: CompanyPerson,
  problems: ['not-found'],
})
export const noteTold = endpoint({
  name: 'noteTold',
  method: 'POST',
  path: '/api/company-people/{id}/notices',
  within: showCompanyPerson,
  summary: 'He was told what we keep of him, and where it came from',
  can: staff,
  status: 201,
  params: ById,
  answer: CompanyPerson,
  problems: ['not-found'],
})
