/**
 * The small world, step by step: each stage is what the one before leaves, and what people did then. A file of journeys
 * begins where its own part of the story begins, and its tests are one story in one world; files leave no trace in each other's.
 */
import { createReadStream } from 'node:fs'
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { z } from '#platform/endpoint'
import { type PersonKey, type World, makeWorld } from '../db/world.ts'
import { answerHearing, endHearing, startHearing, strikeCompanies } from '../src/features/hearings/hearings.ts'
import { importCompanies } from '../src/features/register/register.ts'
import { Criteria } from '../src/features/lists/criteria.schema.ts'
import { freezeDraw, makeList } from '../src/features/lists/lists.ts'
import { hashPassword } from '../src/features/sign-in/sign-in.ts'

/** Everybody's password. */
export const smallPassword = 'rebet holder til tolv'

/** What the stages know of each other. */
type Told = { world: World; listId: number; hearingId: number }
type Step = (database: Database, told: Told) => Promise<void>

const as = ({ world }: Told, who: PersonKey): Asker => {
  const { id, schoolId, role } = world.people[who]
  return { centreId: world.centreId, personId: id, schoolId, role, source: 'web', language: 'da' }
}
const companyId = async (ctx: Ctx, name: string) =>
  (await ctx.db.selectFrom('companyPlace').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id

const people: Step = async (database, told) => {
  told.world = await makeWorld(database, undefined, undefined, await hashPassword(smallPassword))
}

const register: Step = async (database, told) => {
  const opens = { in: <T>(work: (ctx: Ctx) => Promise<T>) => database.in(as(told, 'birgit'), work) }
  await importCompanies(opens, { name: 'virksomheder.csv', bytes: createReadStream('e2e/files/virksomheder.csv') })
}

/** A list of them all is drawn and lies with the three schools. */
const hearing: Step = (database, told) =>
  database.in(as(told, 'birgit'), async (ctx) => {
    const list = await makeList(ctx, { name: 'Horsens, efterår', goal: '', criteria: z.parse(Criteria, {}) })
    await freezeDraw(ctx, list.id)
    const date = ctx.now
      .add({ hours: 24 * 8 })
      .toString()
      .slice(0, 10)
    told.listId = list.id
    told.hearingId = (await startHearing(ctx, list.id, { date, time: '16:00' })).hearing?.id ?? 0
  })

/** Torben's school has struck one, all have answered, and the list is called. */
const calling: Step = async (database, told) => {
  await database.in(as(told, 'torben'), async (ctx) =>
    strikeCompanies(ctx, told.hearingId, [await companyId(ctx, 'Havnens Smede ApS')], 'Har en lærling fra os'),
  )
  for (const leader of ['torben', 'vibeke', 'lars'] as const)
    await database.in(as(told, leader), (ctx) => answerHearing(ctx, told.hearingId))
  await database.in(as(told, 'birgit'), (ctx) => endHearing(ctx, told.hearingId))
}

export const stages = { small: people, register, hearing, calling } as const satisfies Record<string, Step>
export type Stage = keyof typeof stages

/** Takes the stages in their order; `keep` puts each aside before the next one begins. */
export const tellSmallWorld = async (
  open: () => Promise<{ database: Database; close: () => Promise<void> }>,
  keep: (stage: Stage) => void,
): Promise<void> => {
  const nobody: World = { centreId: 0, schools: { technical: 0, vuc: 0, health: 0 }, people: {} as World['people'] }
  const told: Told = { world: nobody, listId: 0, hearingId: 0 }
  for (const [stage, step] of Object.entries(stages)) {
    const { database, close } = await open()
    await step(database, told).finally(close)
    keep(stage as Stage)
  }
}
