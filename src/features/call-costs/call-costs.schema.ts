/** What each call centre called, and what the calls that are bought come to: open to all schools, as the ledger is. */
import { CalendarDate, endpoint, Id, named, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'

/** Of fewer who called it would be a person's figure. */
export const fewest = 3

export const pricedBy = ['minute', 'month'] as const
const Price = named(
  'CallPrice',
  z.object({
    id: z.int(),
    per: z.enum(pricedBy),
    /** Null: no price from that day. */
    kroner: z.nullable(z.number()),
    from: CalendarDate,
    saidBy: z.nullable(z.string()),
  }),
)
/** What was said last of a bureau; null: nothing that stands. */
export const LastSaid = z.nullable(Price)
export const CallCosts = named(
  'CallCosts',
  z.object({
    /** The quarter's first day, and the day that is not counted any more: as in the ledger. */
    from: CalendarDate,
    closes: CalendarDate,
    centres: z.array(
      z.object({
        /** Null, and its name too: the centre's own, of which too few call in one to tell them apart; or who belongs in none. */
        id: z.nullable(z.int()),
        name: z.nullable(z.string()),
        outside: z.boolean(),
        /** The first day on which nobody calls there any more. */
        closedOn: z.nullable(CalendarDate),
        /** Null, and minutes too: its own, and fewer than three called: it would be a person's figure. */
        calls: z.nullable(z.int()),
        minutes: z.nullable(z.int()),
        /** Null: fewer than three called there, and it would tell of them. */
        meetings: z.nullable(z.int()),
        /** What holds now; null: none is said. */
        price: z.nullable(Price),
        /** Agreed, and not begun yet: the next first. */
        later: z.array(Price),
        /** What was said last, to send along when something else is said; null: nothing. */
        last: z.nullable(z.int()),
        can: z.object({ change: z.boolean() }),
        /** Kroner; null: no price held in the quarter. */
        cost: z.nullable(z.int()),
        /** By the time that each got there; `schoolId` null: what is common. */
        schools: z.array(
          z.object({
            schoolId: z.nullable(z.int()),
            name: z.nullable(z.string()),
            minutes: z.int(),
            kroner: z.nullable(z.int()),
          }),
        ),
      }),
    ),
  }),
)
export const showCallCosts = endpoint({
  name: 'showCallCosts',
  method: 'GET',
  path: '/api/call-costs',
  summary: 'What each call centre called this quarter, and what bought calls come to by school',
  can: staff,
  answer: CallCosts,
})
export const listCallCosts = endpoint({
  name: 'listCallCosts',
  method: 'GET',
  path: '/api/call-costs/parts',
  summary: 'The same line by line, to be exported: each call centre, of a bureau each account',
  can: staff,
  answer: z.object({
    rows: z.array(
      z.object({
        from: CalendarDate,
        /** The last day that is counted. */
        until: CalendarDate,
        /** Null: the centre's own. */
        callCentre: z.nullable(z.string()),
        outside: z.boolean(),
        /** Null: what is common, and of the centre's own all together. */
        account: z.nullable(z.string()),
        minutes: z.nullable(z.int()),
        kroner: z.nullable(z.int()),
      }),
    ),
  }),
})
export const sayCallPrice = endpoint({
  name: 'sayCallPrice',
  method: 'POST',
  path: '/api/call-costs/{id}/prices',
  summary: 'What is agreed with a bureau from a day on; null: no price from then on',
  can: coordinators,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({
    per: z.enum(pricedBy),
    kroner: z.nullable(z.number().check(z.minimum(0.01), z.maximum(1_000_000))),
    from: CalendarDate,
    /** What was said last, as it was seen. */
    last: z.nullable(z.int()),
  }),
  answer: z.object({ id: z.int() }),
  problems: ['not-found', 'changed-meanwhile'],
})
export const takeBackCallPrice = endpoint({
  name: 'takeBackCallPrice',
  method: 'DELETE',
  path: '/api/call-costs/{id}/prices/{priceId}',
  summary: 'Takes back what was agreed with a bureau: what was agreed before holds again',
  can: coordinators,
  params: z.object({ id: Id, priceId: Id }),
  /** What now was said last. */
  answer: z.object({ last: z.nullable(z.int()) }),
  problems: ['not-found'],
})
