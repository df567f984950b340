/** A time that is spoken about with a company: two minutes nobody else may have it, then it is free by itself. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import { showRules } from '../centre/centre.ts'
import { freeFor, lockConsultant, minute } from '../diaries/diaries.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import * as places from './free-slots.sql.ts'
import * as store from './holds.sql.ts'
import { timesFor } from './free-slots.ts'
import { listFreeSlots } from './proposing.ts'

const holdMinutes = 2
/** Answers that a hold makes stale. */
const topics = ['free-slots']

type Wanted = {
  companyId: number
  personId: number
  secondId?: number | null | undefined
  startsAt: string
  form: MeetingForm
}
/** One for each who speaks: the one before is let go. Throws slot-taken, with the times that are free now, when somebody else has it. */
export const holdSlot = async (ctx: Ctx, { companyId, personId, secondId, startsAt, form }: Wanted) => {
  const heldBy = personOf(ctx)
  const place = await places.placeOf(ctx, companyId)
  if (!place) throw problem('not-found')
  const personIds = [personId, ...(secondId ? [secondId] : [])] as const
  const times = await timesFor(ctx, place, { personIds, startsAt, form })
  const buffer = (await showRules(ctx)).bufferMinutes
  const byPerson = times.toSorted((a, b) => a.personId - b.personId)
  const expiresAt = new Date(ctx.now.epochMilliseconds + holdMinutes * minute).toISOString()
  // Takers of one person's time come one at a time, bookers and holders alike.
  for (const time of byPerson) await lockConsultant(ctx, time.personId)
  await store.dropHoldsOf(ctx, heldBy)
  for (const time of byPerson) {
    await store.dropExpired(ctx, time.personId)
    if ((await store.isHeldByAnother(ctx, time, buffer)) || !(await freeFor(ctx, time, buffer))) {
      const { rows } = await listFreeSlots(ctx, {
        companyId,
        every: false,
        form,
        secondId: secondId ?? undefined,
      })
      throw problem('slot-taken', {}, { slots: rows })
    }
    await store.insertHold(ctx, time, { heldBy, expiresAt })
  }
  announce(ctx, topics)
  return { until: expiresAt }
}

/** Spoken about no more; twice is once. */
export const letSlotGo = async (ctx: Ctx): Promise<Record<string, never>> => {
  if (await store.dropHoldsOf(ctx, personOf(ctx))) announce(ctx, topics)
  return {}
}
