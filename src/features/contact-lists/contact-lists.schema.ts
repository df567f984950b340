import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, Words, z } from '#platform/endpoint'
import { coordinators, hearers } from '../centre/roles.ts'

/** Sees lists and why companies are in or out: who runs the outreach, and the schools' own people who answer hearings. */
export const listReaders = [...coordinators, ...hearers] as const
/** Standard size groups (domain.md, A6): the smallest are the hardest to reach. */
export const sizeGroups = ['0-9', '10-49', '50+'] as const
/** Why a company that fits is not on the list; in this order, the first that holds is told. */
export const outReasons = [
  'closed',
  'protected',
  'do-not-contact',
  'waiting',
  'struck',
  'has-meeting',
  'in-another-list',
  'same-company',
  'over-limit',
] as const
export const inReasons = ['fits', 'chosen-at-random'] as const

const whole = z.int().check(z.minimum(0))
export const Criteria = named(
  'Criteria',
  z
    .object({
      /** `workplace`: P-units; `company`: legal companies; `both`: either, one row per CVR number. */
      kind: z._default(z.enum(['both', 'workplace', 'company']), 'both'),
      /** Municipality codes; empty: all. */
      municipalities: z._default(z.array(whole).check(z.maxLength(98)), []),
      /** Beginnings of DB07 codes, `25` or `256200`; empty: all. */
      industries: z._default(z.array(z.string().check(z.regex(/^[0-9]{1,6}$/))).check(z.maxLength(200)), []),
      sizes: z._default(z.array(z.enum(sizeGroups)), []),
      /** Employees, both ends included; beside or instead of size groups. Without a figure in the register: none employed. */
      employeesFrom: z._default(z.nullable(whole), null),
      employeesTo: z._default(z.nullable(whole), null),
      /** Codes of company forms (80 is ApS); empty: all. */
      forms: z._default(z.array(whole).check(z.maxLength(100)), []),
      /** Earlier contact by anyone of the centre: any, never, or not since a date. */
      contact: z._default(z.enum(['any', 'never', 'not-since']), 'any'),
      contactSince: z._default(z.nullable(CalendarDate), null),
      /** At most so many companies; null: all. */
      limit: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(100_000))), null),
      /** In random order, the same for all time (the seed stands in the rule); else the largest first. */
      random: z._default(z.boolean(), false),
    })
    .check(
      z.refine((criteria) => criteria.contact !== 'not-since' || criteria.contactSince !== null, {
        path: ['contactSince'],
      }),
    ),
)
export type Criteria = z.infer<typeof Criteria>

const ListId = z.object({ id: Id })
const Counted = z.object({ reason: z.enum([...inReasons, ...outReasons]), count: z.int() })
export const DrawCount = named(
  'DrawCount',
  z.object({
    /** Companies and workplaces that the criteria fit. */
    fits: z.int(),
    /** Companies that a freezing now would put on the list. */
    included: z.int(),
    out: z.array(Counted),
  }),
)
export const countDraw = endpoint({
  name: 'countDraw',
  method: 'POST',
  path: '/api/draw-counts',
  summary: 'How many companies fit, and how many are out, by reason',
  can: coordinators,
  body: z.object({ criteria: Criteria, listId: z.optional(Id) }),
  answer: DrawCount,
})

const Choice = z.object({ code: z.string(), name: z.string(), count: z.int() })
export const DrawChoices = named(
  'DrawChoices',
  z.object({ municipalities: z.array(Choice), industries: z.array(Choice), forms: z.array(Choice) }),
)
export const showDrawChoices = endpoint({
  name: 'showDrawChoices',
  method: 'GET',
  path: '/api/draw-choices',
  summary: 'Municipalities, industries and forms that the register holds',
  can: coordinators,
  answer: DrawChoices,
})

// ---- Lists -----------------------------------------------------------------------------------------
export const listStates = ['draft', 'drawn', 'in-hearing', 'heard', 'closed'] as const
const HearingInShort = z.object({
  id: z.int(),
  deadline: Moment,
  silence: z.enum(['goes-on', 'waits']),
  endedAt: z.nullable(Moment),
  /** Schools asked, and those that have not answered. Null for schools: only the coordinator sees who is missing. */
  schools: z.nullable(z.int()),
  missing: z.nullable(z.int()),
  /** When the asker's own school answered. */
  ownAnswerAt: z.nullable(Moment),
})
export const ListSummary = named(
  'ListSummary',
  z.object({
    id: z.int(),
    name: z.string(),
    goal: z.string(),
    state: z.enum(listStates),
    madeBy: z.string(),
    madeAt: Moment,
    drawnAt: z.nullable(Moment),
    /** Companies on the list when it was frozen. */
    companies: z.int(),
    hearing: z.nullable(HearingInShort),
  }),
)
export const listContactLists = endpoint({
  name: 'listContactLists',
  method: 'GET',
  path: '/api/contact-lists',
  summary: 'Lists of companies, newest first',
  can: listReaders,
  query: z.object({ ...PageQuery, state: z.optional(z.enum(listStates)) }),
  answer: Page(ListSummary),
})

export const ContactList = named(
  'ContactList',
  z.object({
    id: z.int(),
    name: z.string(),
    goal: z.string(),
    state: z.enum(listStates),
    criteria: Criteria,
    madeBy: z.string(),
    madeAt: Moment,
    drawnBy: z.nullable(z.string()),
    drawnAt: z.nullable(Moment),
    seed: z.nullable(z.int()),
    counts: z.array(Counted),
    /** How many the schools have struck; null until the hearing has ended. */
    struck: z.nullable(z.int()),
    hearing: z.nullable(HearingInShort),
    /** Each school's answer; empty for who is not a coordinator. */
    answers: z.array(
      z.object({
        schoolId: z.int(),
        school: z.string(),
        answeredAt: z.nullable(Moment),
        answeredBy: z.nullable(z.string()),
        silentAt: z.nullable(Moment),
        remindedAt: z.nullable(Moment),
      }),
    ),
    closedAt: z.nullable(Moment),
    can: z.object({
      change: z.boolean(),
      draw: z.boolean(),
      hear: z.boolean(),
      remind: z.boolean(),
      end: z.boolean(),
      close: z.boolean(),
    }),
  }),
)
const ListForm = z.object({ name: Words(120), goal: z._default(MaybeWords(400), ''), criteria: Criteria })
export const makeContactList = endpoint({
  name: 'makeContactList',
  method: 'POST',
  path: '/api/contact-lists',
  summary: 'Begin a list',
  can: coordinators,
  status: 201,
  body: ListForm,
  answer: ContactList,
})
export const showContactList = endpoint({
  name: 'showContactList',
  method: 'GET',
  path: '/api/contact-lists/{id}',
  summary: 'A list: criteria, draw, hearing',
  can: listReaders,
  params: ListId,
  answer: ContactList,
})
export const changeContactList = endpoint({
  name: 'changeContactList',
  method: 'PUT',
  path: '/api/contact-lists/{id}',
  summary: 'Change name, goal and criteria before the draw',
  can: coordinators,
  params: ListId,
  body: ListForm,
  answer: ContactList,
  problems: ['list-frozen'],
})
export const drawList = endpoint({
  name: 'drawList',
  method: 'POST',
  path: '/api/contact-lists/{id}/draws',
  summary: 'Freeze the draw: date, rule, and for each company why it is in or out',
  can: coordinators,
  status: 201,
  params: ListId,
  answer: ContactList,
  problems: ['list-frozen', 'list-empty'],
})
export const closeList = endpoint({
  name: 'closeList',
  method: 'POST',
  path: '/api/contact-lists/{id}/closings',
  summary: 'Close a list: nobody calls from it any more',
  can: coordinators,
  status: 201,
  params: ListId,
  answer: ContactList,
})

export const DrawnCompany = named(
  'DrawnCompany',
  z.object({
    companyId: z.int(),
    name: z.string(),
    cvr: z.string(),
    pNumber: z.nullable(z.string()),
    kind: z.enum(['company', 'workplace']),
    town: z.nullable(z.string()),
    employees: z.nullable(z.int()),
    industryText: z.nullable(z.string()),
    included: z.boolean(),
    reason: z.enum([...inReasons, ...outReasons]),
    untilOn: z.nullable(CalendarDate),
    /** Which other list, or which of its places stands for the company. */
    detail: z.nullable(z.string()),
    /** Struck by a school ("sorteret fra") after the hearing; whose strike it is stands nowhere. */
    struck: z.boolean(),
  }),
)
export const listDrawnCompanies = endpoint({
  name: 'listDrawnCompanies',
  method: 'GET',
  path: '/api/contact-lists/{id}/companies',
  summary: 'The frozen draw, company by company, with the reason',
  can: listReaders,
  params: ListId,
  query: z.object({
    ...PageQuery,
    show: z._default(z.enum(['in', 'out', 'sorted-out', ...outReasons]), 'in'),
    q: z.optional(MaybeWords(100)),
  }),
  answer: Page(DrawnCompany),
})
