import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/db/open'
import { system } from '../../features/centre/centre.ts'
import { openWorld } from '#testing/world'
import { alone } from './savepoint.ts'
import { hot, hotOne } from './hot.ts'

const world = await openWorld()
const plain = openDatabase(world.appUrl, 2, world.clock.now, false)
afterAll(async () => {
  await plain.close()
  await world.close()
})
const asker = system(world.centreId)
const { database } = world

let built = 0
const schoolsNamed = hot((ctx, { name, more }: { name: string; more: readonly string[] }) => {
  built++
  return ctx.db
    .selectFrom('school')
    .select(['id', 'name', 'centreId'])
    .where('centreId', '=', ctx.centreId)
    .where((eb) => eb.or([eb('name', '=', name), sql<boolean>`name = any(${more})`]))
})
const names = hotOne(() => sql<{ names: string[] }>`select array_agg(name) as names from pg_prepared_statements`)

test('a hot statement is built once and filled in: each asks with his own values and in his own centre', async () => {
  const all = await database.in(asker, (ctx) => ctx.db.selectFrom('school').select('name').execute())
  const [one = { name: '' }, two = { name: '' }] = all
  const ask = (name: string, more: string[], who = asker) =>
    database.in(who, async (ctx) => (await schoolsNamed(ctx, { name, more })).map((row) => row.name))
  expect(await ask(one.name, [])).toEqual([one.name])
  expect((await ask(two.name, [one.name])).toSorted()).toEqual([one.name, two.name].toSorted())
  expect(await ask(one.name, [], system(0))).toEqual([])
  expect(built).toBe(1)
})

test('it is planned once a connection under a name; with `plain` it has none', async () => {
  const asked = (db: typeof database) =>
    db.in(asker, async (ctx) => {
      await schoolsNamed(ctx, { name: '', more: [] })
      return (await names(ctx, {}))?.names ?? []
    })
  expect((await asked(database)).length).toBeGreaterThan(0)
  expect(await asked(plain)).toEqual([])
})

test('what it is given cannot be reckoned with: the builder runs before there is a value', async () => {
  const looks = hot((_, { name }: { name: string }) => sql`select ${`%${name}%`}`)
  await expect(database.in(asker, async (ctx) => looks(ctx, { name: 'x' }))).rejects.toThrow('built once')
})

const fails = hot(() => sql`select 1 / 0`)
const makeNote = hot((ctx, { cvr }: { cvr: string }) =>
  ctx.db.insertInto('queueNote').values({ centreId: ctx.centreId, cvr }),
)
const notes = async (cvr: string) => (await world.sql('select from queue_note where cvr = $1', [cvr])).length

test('what is not waited for is there at the end, and when it fails nothing is: the reason is its own, not what failed after it', async () => {
  await database.in(asker, async (ctx) => ctx.follows(makeNote(ctx, { cvr: '11111111' })))
  expect(await notes('11111111')).toBe(1)
  const halves = database.in(asker, async (ctx) => {
    ctx.follows(makeNote(ctx, { cvr: '22222222' }))
    ctx.follows(fails(ctx, {}))
    await names(ctx, {})
  })
  await expect(halves).rejects.toMatchObject({ code: '22012' })
  expect(await notes('22222222')).toBe(0)
  const atTheEnd = database.in(asker, async (ctx) => {
    ctx.follows(makeNote(ctx, { cvr: '33333333' }))
    ctx.follows(fails(ctx, {}))
  })
  await expect(atTheEnd).rejects.toMatchObject({ code: '22012' })
  expect(await notes('33333333')).toBe(0)
})

test('whoever asks several at once hears why it failed, whichever of them hears first', async () => {
  const late = async <T>(answer: Promise<T>) => {
    try {
      return await answer
    } catch (error) {
      await new Promise((hears) => setTimeout(hears, 20))
      throw error
    }
  }
  const both = database.in(asker, (ctx) => Promise.all([late(fails(ctx, {})), names(ctx, {})]))
  await expect(both).rejects.toMatchObject({ code: '22012' })
  const refused = await database.in(asker, (ctx) =>
    alone(ctx, '22012', () => Promise.all([late(fails(ctx, {})), names(ctx, {})])),
  )
  expect(refused).toEqual({ refused: true })
})

test('a refusal inside `alone` takes back what went before it there, and leaves the rest', async () => {
  await database.in(asker, async (ctx) => {
    ctx.follows(makeNote(ctx, { cvr: '44444444' }))
    const refused = await alone(ctx, '22012', async () => {
      ctx.follows(makeNote(ctx, { cvr: '55555555' }))
      return fails(ctx, {})
    })
    expect(refused).toEqual({ refused: true })
  })
  expect(await notes('44444444')).toBe(1)
  expect(await notes('55555555')).toBe(0)
})

test('tables that change while connections hold plans for them are no error to anyone: the plan is made anew', async () => {
  await world.sql('create table planned (centre_id int, what text); grant select on planned to public')
  const wide = openDatabase(world.appUrl, 1, world.clock.now)
  const read = hotOne(() => sql<{ what: unknown }>`select * from planned`)
  const ask = () => wide.in(asker, (ctx) => read(ctx, {}))
  await ask()
  await world.sql('alter table planned alter column what type int using 1')
  expect(await ask()).toBeUndefined()
  await wide.close()
})

test('a rule that goes on after a failed statement keeps nothing, and is told', async () => {
  const going = database.in(asker, async (ctx) => {
    await makeNote(ctx, { cvr: '66666666' })
    await fails(ctx, {}).catch(() => {})
  })
  await expect(going).rejects.toThrow('nothing was kept')
  expect(await notes('66666666')).toBe(0)
})
