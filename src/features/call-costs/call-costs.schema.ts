/** What each call centre called, and what the calls that are bought come to: open to all schools, as the ledger is. */
import { CalendarDate, endpoint, Id, named, Nothing, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'

export const pricedBy = ['minute', 'month'] as const
const Price = named(
  'CallPrice',
  z.object({ per: z.enum(pricedBy), kroner: z.number(), from: CalendarDate, saidBy: z.nullable(z.string()) }),
)
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
        /** Null: the centre's own, and fewer than three. */
        calls: z.nullable(z.int()),
        minutes: z.nullable(z.int()),
        /** Null: fewer than three called there, and it would tell of them. */
        meetings: z.nullable(z.int()),
        /** What holds now; null: none is said. */
        price: z.nullable(Price),
        /** What is agreed from a later day; kroner null: no price from then on. */
        coming: z.array(z.object({ per: z.enum(pricedBy), kroner: z.nullable(z.number()), from: CalendarDate })),
        /** Null: it is open, or no call centre. */
        closedOn: z.nullable(CalendarDate),
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
    can: z.object({ change: z.boolean() }),
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
  }),
  answer: Nothing,
  problems: ['not-found'],
})
