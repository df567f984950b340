/** A new centre's way to its first call, reckoned from what has happened: nobody ticks anything off. */
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { coordinators, keepers, leaders, leadsSchool, type Role } from '../centre/roles.ts'
import type { FirstDay } from './first-day.schema.ts'
import * as store from './first-day.sql.ts'

type Shape = z.infer<typeof FirstDay>
type Step = Shape['steps'][number]
type Someone = Shape['people'][number]
/** So long it is still told that the first day is over. */
const toldDays = 14

const step = (name: Step['name'], done: boolean, more: Partial<Step> = {}): Step => ({
  ...{ name, done, count: null, of: null, waitsFor: [] },
  ...more,
})

const askedState = ({ openedAt, copiedAt, invitedAt }: store.Asked) => {
  if (openedAt !== null) return { state: 'opened', at: openedAt } as const
  return copiedAt === null
    ? ({ state: 'invited', at: invitedAt } as const)
    : ({ state: 'copied', at: copiedAt } as const)
}

/** Who has this place or is asked to take it; nobody yet, else. */
const someoneAt = (
  { role, school }: { role: Role; school: store.SchoolRow | null },
  held: readonly store.Holding[],
  asked: readonly store.Asked[],
): Someone => {
  const here = (one: { role: Role; schoolId: number | null }) =>
    one.role === role && (school === null || one.schoolId === school.id)
  const holder = held.find(here)
  if (holder) return { role, school, name: holder.name, state: 'in', at: holder.joinedAt, invitationId: null }
  const invited = asked.find(here)
  return invited
    ? { role, school, name: invited.name, ...askedState(invited), invitationId: invited.id }
    : { role, school, name: null, state: 'nobody', at: null, invitationId: null }
}

const missingForCall = (facts: store.Facts) =>
  [
    !facts.companies && ('companies' as const),
    facts.bookable === 0 && ('hours' as const),
    facts.drawn === 0 && ('list' as const),
    facts.drawn > 0 && facts.opened === 0 && ('hearing' as const),
  ].filter((one) => one !== false)

const hoursOf = ({ visitors, bookable }: store.Facts) =>
  step('hours', visitors > 0 && bookable === visitors, { count: bookable, of: visitors })

const stepsOf = (facts: store.Facts, schools: number, people: readonly Someone[]): Step[] => {
  const inside = people.filter(({ state }) => state === 'in').length
  return [
    step('made', schools > 0),
    step('people', schools > 0 && inside === people.length, { count: inside, of: people.length }),
    step('companies', facts.companies),
    step('rules', facts.agreedAt !== null),
    hoursOf(facts),
    step('list', facts.drawn > 0),
    step('call', facts.firstCallAt !== null, { waitsFor: missingForCall(facts) }),
  ]
}

const stateOf = (ctx: Ctx, firstCallAt: string | null) => {
  if (firstCallAt === null) return 'under-way'
  const since = Temporal.Instant.from(firstCallAt).until(ctx.now).total('hours')
  return since < toldDays * 24 ? 'ready' : 'past'
}

/** For who settles the centre all of it; for who leads a school what that school does. */
export const showFirstDay = async (ctx: Ctx): Promise<Shape> => {
  const leads = leadsSchool(ctx)
  const needed = [...coordinators, ...leaders]
  const [facts, schools, held, asked] = await Promise.all([
    store.facts(ctx, leads ? ctx.schoolId : null),
    store.schools(ctx),
    store.holders(ctx, [...needed, ...keepers]),
    leads ? [] : store.invited(ctx, needed),
  ])
  const places = [
    ...coordinators.map((role) => ({ role, school: null })),
    ...leaders.flatMap((role) => schools.map((school) => ({ role, school }))),
  ]
  const people = places.map((place) => someoneAt(place, held, asked))
  return {
    state: stateOf(ctx, facts.firstCallAt),
    firstCallAt: facts.firstCallAt,
    centre: { name: facts.name, madeAt: facts.madeAt },
    schools: schools.length,
    who: held.filter(({ role }) => !leaders.includes(role)).map(({ name, role }) => ({ name, role })),
    steps: leads ? [step('contacts', facts.contacts), hoursOf(facts)] : stepsOf(facts, schools.length, people),
    people: leads ? [] : people,
    examples: ctx.house.examples,
  }
}
