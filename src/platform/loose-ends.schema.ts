import { Moment, named, z } from './endpoint.ts'

/** Something agreed that stands open on what ends: a promise of who leaves, a call-back of a list that closes. */
export const LooseEnd = named(
  'LooseEnd',
  z.object({
    kind: z.string(),
    sourceId: z.int(),
    company: z.nullable(z.object({ id: z.int(), name: z.string() })),
    /** Whose it is; null: whoever comes first. */
    personId: z.nullable(z.int()),
    since: Moment,
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
)
/** What would be left open, and so many of each kind in words: "2 aftaler", "1 møde". */
export const LooseEndsFound = z.object({ rows: z.array(LooseEnd), said: z.array(z.string()) })
