/** A need is answered, closed with a reason, or open after all; while one of a visit is open, its company is in the hands of whoever visited. */
import { dateOf, momentOf, monthsAfter } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { Temporal } from 'temporal-polyfill'
import { showRules } from '../centre/centre.ts'
import { visitors } from '../centre/roles.ts'
import { dropMark, lockCompanies, setMark } from '../may-contact/may-contact.ts'
import { speaksOfDyslexia } from './for-lists.ts'
import type { StandingNeed } from './visits.schema.ts'
import * as store from './needs.sql.ts'
import { isSensitive } from './topics.table.ts'
import { visitsEvents } from './visits-events.table.ts'

const record = recorder(visitsEvents)
const topics = ['visits', 'reports', 'companies', 'calls']
const whoSettles: readonly string[] = visitors

export const shapeOfNeed = (ctx: Ctx, { outcome, why, ...need }: store.NeedRow): z.infer<typeof StandingNeed> => {
  const may = whoSettles.includes(ctx.role)
  return {
    ...need,
    state: outcome ?? 'open',
    why: why ?? '',
    can: { settle: may && outcome === null, reopen: may && outcome !== null },
  }
}

/** Told after each change: marked while a need is open, for the centre's months from the visit on. The company's lock is held by who opens one. */
export const markOpenNeeds = async (ctx: Ctx, visitId: number): Promise<void> => {
  const { open, companyId, cvr, visitedAt: since, personId } = await store.openNeedsOf(ctx, visitId)
  if (!open) return dropMark(ctx, 'open-need', visitId)
  const { activeCaseMonths } = await showRules(ctx)
  const day = dateOf(Temporal.Instant.from(since)).toString()
  const endsAt = momentOf(monthsAfter(day, activeCaseMonths), '00:00').toString()
  await setMark(ctx, { kind: 'open-need', sourceId: visitId, companyId, cvr, since, endsAt, personId })
}

/** What no list may name stands in no event either. */
const told = ({ words, education, why }: { words: string; education: string | null; why: string }) => ({
  what: (education && isSensitive(education)) || speaksOfDyslexia(words) ? '' : words,
  why: speaksOfDyslexia(why) ? '' : why,
})

const locked = async (ctx: Ctx, id: number) => {
  const need = await store.lockNeed(ctx, id)
  if (!need) throw problem('not-found')
  return need
}
const needNow = async (ctx: Ctx, id: number) => {
  const need = await store.needById(ctx, id)
  if (!need) throw problem('not-found')
  return shapeOfNeed(ctx, need)
}

const settle = async (ctx: Ctx, id: number, outcome: store.Outcome, why: string) => {
  personOf(ctx)
  const need = await locked(ctx, id)
  if (need.outcome) throw problem('need-settled')
  await store.setOutcome(ctx, id, { outcome, why })
  await markOpenNeeds(ctx, need.visitId)
  const { visitId: subjectId, cvr, companyId } = need
  const verb = outcome === 'answered' ? 'need-answered' : 'need-closed'
  await record(ctx, { verb, subject: 'visit', subjectId, cvr, companyId, after: told({ ...need, why }), topics })
  return needNow(ctx, id)
}

/** The company got an answer. Throws need-settled when somebody was there first. */
export const answerNeed = (ctx: Ctx, id: number, why: string) => settle(ctx, id, 'answered', why)
/** Nothing comes of it, and why. */
export const closeNeed = (ctx: Ctx, id: number, why: string) => settle(ctx, id, 'closed', why)

/** Open after all: from now on nobody else is handed the company. One that is open is no error. */
export const reopenNeed = async (ctx: Ctx, id: number) => {
  const company = await store.companyOfNeed(ctx, id)
  if (!company) throw problem('not-found')
  await lockCompanies(ctx, [company.cvr])
  const need = await locked(ctx, id)
  if (need.outcome) {
    await store.setOutcome(ctx, id, null)
    await markOpenNeeds(ctx, need.visitId)
    const { visitId: subjectId, cvr, companyId } = need
    const before = told({ ...need, why: need.why ?? '' })
    await record(ctx, { verb: 'need-reopened', subject: 'visit', subjectId, cvr, companyId, before, topics })
  }
  return needNow(ctx, id)
}
