/** The agreed shares of the callers' time, and the ledger of who got what: open to all schools. */
import { CalendarDate, DayToLookFrom, endpoint, named, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'

export const LedgerRow = named(
  'LedgerRow',
  z.object({
    /** Null: what is common. */
    schoolId: z.nullable(z.int()),
    name: z.nullable(z.string()),
    /** Percent; null: nothing is agreed. */
    agreed: z.nullable(z.number()),
    /** Percent of the time; null: nobody has been called. */
    got: z.nullable(z.number()),
    minutes: z.int(),
    calls: z.int(),
    /** Companies it handed in this quarter, on lists whose hearing has ended. */
    handedIn: z.int(),
    /** Points behind what is agreed. */
    behind: z.number(),
    /** Of all, when the week closed: no promise of who is served next. */
    furthestBehind: z.boolean(),
  }),
)
const Ledger = z.object({
  rows: z.array(LedgerRow),
  /** The quarter's first day; and the day that is not counted any more: the ledger closes each week. */
  from: CalendarDate,
  closes: CalendarDate,
  minutes: z.int(),
  agreed: z.nullable(z.object({ on: CalendarDate, by: z.nullable(z.string()) })),
  can: z.object({ change: z.boolean() }),
})
export const showLedger = endpoint({
  name: 'showLedger',
  method: 'GET',
  path: '/api/shares/ledger',
  summary: 'What share of the callers’ time each school agreed on and got this quarter',
  can: staff,
  answer: Ledger,
})
export const sayShares = endpoint({
  name: 'sayShares',
  method: 'POST',
  path: '/api/shares',
  summary: 'Agreed shares from a day on; together a hundred',
  can: coordinators,
  status: 201,
  body: z.object({
    from: DayToLookFrom,
    shares: z
      .array(z.object({ schoolId: z.nullable(z.int()), percent: z.number().check(z.minimum(0), z.maximum(100)) }))
      .check(z.minLength(1), z.maxLength(200)),
  }),
  answer: Ledger,
  problems: ['wrong-input'],
})
