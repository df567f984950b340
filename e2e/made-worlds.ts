/**
 * The small world, step by step: each stage is what the one before leaves, and what people did then. A journey begins
 * where its own part of the story begins, and leaves no trace in another's.
 */
import { createReadStream } from 'node:fs'
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { z } from '#platform/endpoint'
import { type PersonKey, type World, makeWorld } from '../db/world.ts'
import { listFreeSlots } from '../src/features/free-slots/free-slots.ts'
import { answerCall } from '../src/features/calls/calls.ts'
import { takeCompany } from '../src/features/queue/queue.ts'
import { answerHearing, endHearing, startHearing, strikeCompanies } from '../src/features/hearings/hearings.ts'
import { importCompanies } from '../src/features/register/register.ts'
import { Criteria } from '../src/features/lists/criteria.schema.ts'
import { freezeDraw, makeList } from '../src/features/lists/lists.ts'
import { hashPassword } from '../src/features/sign-in/sign-in.ts'
import { makePromise } from '../src/features/promises/promises.ts'

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

/** One company has a meeting, another asks for peace, and a third has been promised something. */
const called: Step = async (database, told) => {
  await database.in(as(told, 'soren'), async (ctx) => {
    const nordfjord = await companyId(ctx, 'Nordfjord Plast A/S')
    await takeCompany(ctx, { listId: told.listId, companyId: nordfjord })
    const slot = (await listFreeSlots(ctx, { companyId: nordfjord, days: 14, every: false })).rows[0]
    if (!slot) throw new Error('Nobody is free to visit Nordfjord Plast')
    const { personId, startsAt } = slot
    const contact = { contactName: 'Pia Nordfjord', contactEmail: 'pia@nordfjord-plast.example' }
    await answerCall(ctx, {
      ...{ companyId: nordfjord, answer: 'wants-contact', callBackAt: null },
      ...{ spokeWith: 'Pia Nordfjord', note: 'Ny pakkelinje, vejledningen er på engelsk.' },
      booking: { personId, startsAt, ...contact },
    })
    const oestergaard = await companyId(ctx, 'Østergaard Emballage ApS')
    await takeCompany(ctx, { listId: told.listId, companyId: oestergaard })
    const later = { answer: 'later', callBackAt: null, booking: null, spokeWith: '', note: '' } as const
    await answerCall(ctx, { companyId: oestergaard, ...later })
  })
  await database.in(as(told, 'anne'), async (ctx) => {
    const lund = await companyId(ctx, 'Bageri Lund')
    await makePromise(ctx, {
      companyId: lund,
      what: 'Ringe om FVU-matematik',
      ownerId: told.world.people.anne.id,
      dueOn: ctx.today,
    })
  })
}

export const stages = { small: people, register, hearing, calling, called } as const satisfies Record<string, Step>
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
