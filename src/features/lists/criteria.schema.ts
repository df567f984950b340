/** What a list is drawn by, how many that fits, and why a company is in or out. */
import { CalendarDate, endpoint, Id, named, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'

/** Standard size groups (domain.md, A6) of the whole company: the smallest are the hardest to reach. */
export const sizeGroups = ['0-9', '10-49', '50+', 'unknown'] as const
export const inReasons = ['fits', 'chosen-at-random'] as const
/** Why a company that may be called is not on the list. */
export const ownReasons = ['in-another-list', 'same-company', 'over-limit'] as const
/** Why a company that fits is not on the list; in this order, the first that holds is told. */
export const outReasons = [...callReasons, ...ownReasons] as const
export const reasons = [...inReasons, ...outReasons] as const
export type Reason = (typeof reasons)[number]
export const isIn = (reason: Reason) => inReasons.some((one) => one === reason)

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
      /** Employees of the whole company, both ends included; beside or instead of size groups. What nobody knows fits neither. */
      employeesFrom: z._default(z.nullable(whole), null),
      employeesTo: z._default(z.nullable(whole), null),
      /** Codes of company forms (80 is ApS); empty: all. */
      forms: z._default(z.array(whole).check(z.maxLength(100)), []),
      /** Earlier contact by anyone of the centre: any, never, or not since a date. */
      contact: z._default(z.enum(['any', 'never', 'not-since']), 'any'),
      contactSince: z._default(z.nullable(CalendarDate), null),
      /** Somebody of the centre has visited it since then; null: visited or not. */
      visitedSince: z._default(z.nullable(CalendarDate), null),
      /** It has been left alone, and that is over, with nobody having spoken with it since; `later`: it would like to hear from us again. */
      waitOver: z._default(z.enum(['any', 'over', 'later']), 'any'),
      /** Only places whose phone number somebody knows. */
      withNumber: z._default(z.boolean(), false),
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
export const Counted = z.object({ reason: z.enum(reasons), count: z.int() })
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
/** Asked beside the count, and answered after it: each place has to be chosen before its number can be missed. */
export const countNumberless = endpoint({
  name: 'countNumberless',
  method: 'POST',
  path: '/api/draw-counts/numberless',
  summary:
    'How many companies that a freezing now would put on the list nobody knows the number of; of a lot like it where the order is random',
  can: coordinators,
  body: z.object({ criteria: Criteria, listId: z.optional(Id) }),
  answer: z.object({ numberless: z.int() }),
})

/** What the next draw could take up again, whatever else it asks. */
export const countWaitsOver = endpoint({
  name: 'countWaitsOver',
  method: 'GET',
  path: '/api/draw-counts/waits-over',
  summary: 'How many companies may be called again since their wait is over, and how many of them said later',
  can: coordinators,
  answer: z.object({ companies: z.int(), later: z.int() }),
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
