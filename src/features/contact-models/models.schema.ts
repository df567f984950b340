/** What the choice of a contact model is weighed by, and what is proposed, with a reason for each model. */
import { named, z } from '#platform/endpoint'
import { models } from './models.shared.ts'

export const targets = ['companies', 'employees'] as const
export const employeeGroups = ['short-schooling', 'second-language', 'fifty-plus'] as const

const percent = z.int().check(z.minimum(0), z.maximum(100))
export const MixShape = named(
  'ContactMix',
  z.object({ 'own-consultants': percent, partners: percent, 'call-centre': percent, networks: percent }),
)
/** Why a model fits this target group more, or less. */
export const reasons = [
  'known',
  'refused',
  'welcomed',
  'trade-wanted',
  'overview-wanted',
  'at-ease',
  'not-at-ease',
  'few',
  'many-small',
  'many',
  'out-of-reach',
  'employees',
  'always-there',
  'none-known',
  'networks-known',
  'nothing-known',
] as const
const ProposedModel = z.object({
  model: z.enum(models),
  percent,
  because: z.array(z.object({ reason: z.enum(reasons), values: z.record(z.string(), z.int()) })),
})
export const TargetGroup = named(
  'TargetGroup',
  z.object({
    /** Companies and workplaces that the criteria fit, one for each company. */
    fits: z.int(),
    /** May be contacted now, and somebody knows a phone number. */
    reachable: z.int(),
    /** The rest of those that fit: with `reachable` they add up. */
    out: z.object({ waits: z.int(), running: z.int(), protected: z.int(), numberless: z.int(), other: z.int() }),
    /** Of the reachable: with fewer than ten employees in all; visited by one of us within two years. */
    small: z.int(),
    visited: z.int(),
    /** What companies like these said on the phone within a year, the last answer of each. */
    talks: z.object({ talked: z.int(), yes: z.int(), no: z.int() }),
    /** Meetings to be expected of the reachable, by 95 % Wilson; null where fewer than ten have answered. */
    meetings: z.nullable(z.object({ least: z.int(), most: z.int() })),
    /** Which way most consultants lean: no counts, so that no figure is about fewer than five. Null under five answers; it moves at each fifth. */
    wanted: z.nullable(z.enum(['overview', 'trade', 'even'])),
    atEase: z.nullable(z.enum(['yes', 'no', 'even'])),
    /** Null when nobody can be reached. */
    proposal: z.nullable(z.array(ProposedModel)),
  }),
)
