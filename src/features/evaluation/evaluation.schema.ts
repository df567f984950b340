import { endpoint, named, z } from '#platform/endpoint'
import { outcomeReaders } from '../centre/roles.ts'
import { sizeGroups } from './stages.shared.ts'

/** A figure, or null: hidden (`floor`) because it, or one that could be worked out from it, is under five. */
const Shown = z.nullable(z.int())
export const OutcomeFigures = named(
  'OutcomeFigures',
  z.object({
    drawn: Shown,
    struck: Shown,
    called: Shown,
    answered: Shown,
    wants: Shown,
    meetings: Shown,
    visits: Shown,
    promises: Shown,
    kept: Shown,
  }),
)
/** `all`, a year `2026`, or a quarter `2026-4`: whole ones only, so that no two answers can be subtracted. */
export const Period = z.string().check(z.regex(/^(all|\d{4}|\d{4}-[1-4])$/))

const row = <K extends z.ZodMiniType>(key: K) => z.object({ key, figures: OutcomeFigures })
export const Outcome = named(
  'Outcome',
  z.object({
    period: Period,
    /** What can be chosen: `all`, then years and quarters in which something was drawn, newest first. */
    periods: z.array(Period),
    /** Figures under five are hidden from who asks: he may not open the companies that they count. */
    floor: z.boolean(),
    total: OutcomeFigures,
    lists: z.array(z.object({ key: z.int(), name: z.string(), drawnOn: z.string(), figures: OutcomeFigures })),
    industries: z.array(row(z.int())),
    sizes: z.array(row(z.enum(sizeGroups))),
  }),
)
export const showOutcome = endpoint({
  name: 'showOutcome',
  method: 'GET',
  path: '/api/outcome',
  summary:
    'What came of the lists: from draw to promise kept, by list, industry and size; to the council no figure under five',
  can: outcomeReaders,
  query: z.object({ period: z._default(Period, 'all') }),
  answer: Outcome,
})
