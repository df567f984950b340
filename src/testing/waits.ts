import type { Ctx } from '#platform/context'
import { beginWait } from '../features/may-contact/may-contact.ts'

type Reason = Parameters<typeof beginWait>[1]['reason']
type World = { inside: (who: 'birgit', work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown> }

/** A company is left alone until a date, null: until someone lifts it. As staff do it, but with any date. */
export const leftAlone = (world: World, cvr: string, reason: Reason, untilOn: string | null) =>
  world.inside('birgit', (ctx) =>
    beginWait(ctx, {
      ...{ companyId: null, cvr, reason, fromOn: '2026-11-01', untilOn },
      ...{ origin: { kind: 'staff', id: null }, words: '' },
    }),
  )
