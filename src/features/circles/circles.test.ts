import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { whoHears } from '#platform/http/who-hears'
import { openWorld } from '#testing/world'
import { served } from '../../app.ts'
import { announceToCircle, leaveCircle, letIntoCircle, makeCircle } from './circles.ts'

type Who = Parameters<(typeof world)['inside']>[0]
const world = await openWorld()
const owner = new pg.Client(world.ownerUrl)
await owner.connect()
afterAll(async () => {
  await owner.end()
  await world.close()
})
const { anne, ali, pia, asger, birgit } = world.people

// What a later room makes in its migration.
await owner.query(`create table circle_word (centre_id int not null, id int generated always as identity, circle_id int not null, word text not null,
  primary key (centre_id, id))`)
await owner.query("call of_circle('circle_word')")
await owner.query('grant select, insert, update, delete on circle_word to tovholder_app')

const ours = await world.inside('anne', (ctx) => makeCircle(ctx, 'Køl og frost', [ali.id]))
const theirs = await world.inside('pia', (ctx) => makeCircle(ctx, 'Plejehjem'))

/** As the application's role, with someone's eyes; how many rows it met, or why it was refused. */
const as = async (who: Who, text: string) => {
  const app = new pg.Client(world.appUrl)
  await app.connect()
  const { id, schoolId } = world.people[who]
  try {
    await app.query('begin')
    const set = `select set_config('app.centre', $1, true), set_config('app.person', $2, true), set_config('app.school', $3, true),
      set_config('app.now', '2026-11-23T08:00Z', true)`
    await app.query(set, [String(world.centreId), String(id), String(schoolId ?? '')])
    return (await app.query(text)).rowCount ?? 0
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await app.query('commit').catch(() => {})
    await app.end()
  }
}
const write = (circle: number) =>
  `insert into circle_word (centre_id, circle_id, word) values (${world.centreId}, ${circle}, 'hemmeligt')`

test('only who is in a circle reads, writes, changes and removes what is its own, whatever the role', async () => {
  expect([await as('anne', write(ours)), await as('ali', write(ours)), await as('pia', write(theirs))]).toEqual([
    1, 1, 1,
  ])
  expect(await as('anne', 'select from circle_word')).toBe(2)
  expect(await as('pia', 'select from circle_word')).toBe(1)
  // An administrator reads none, nor who runs the centre, nor a colleague of the same school.
  for (const who of ['asger', 'birgit', 'torben', 'mette'] as const) {
    for (const name of ['circle_word', 'circle_member', 'reading_circle', 'my_circle'])
      expect([who, name, await as(who, `select from ${name}`)]).toEqual([who, name, 0])
    expect(await as(who, write(ours))).toBe('42501')
    expect(await as(who, "update circle_word set word = 'x'")).toBe(0)
    expect(await as(who, 'delete from circle_word')).toBe(0)
  }
  expect(await as('pia', write(ours))).toBe('42501')
  expect(await as('pia', `update circle_word set circle_id = ${ours}`), 'moved to the other circle').toBe('42501')
})

test('nobody lets himself in; who is in lets others in; who has left is a stranger, its maker too', async () => {
  const join = (who: Who, circle: number) =>
    as(
      who,
      `insert into circle_member (centre_id, circle_id, person_id, joined_at) values (${world.centreId}, ${circle}, ${world.people[who].id}, app_now())`,
    )
  for (const who of ['pia', 'asger', 'birgit'] as const) expect(await join(who, ours)).toBe('42501')
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (refused: { code: string }) => refused.code,
    )
  expect(await codeOf(world.inside('birgit', (ctx) => letIntoCircle(ctx, ours, birgit.id)))).toBe('not-found')
  await world.inside('ali', (ctx) => letIntoCircle(ctx, ours, pia.id))
  expect(await as('pia', `select from circle_word where circle_id = ${ours}`)).toBe(2)
  await world.inside('pia', (ctx) => leaveCircle(ctx, ours, anne.id))
  expect(await as('anne', 'select from circle_word')).toBe(0)
  expect(await as('anne', 'select from reading_circle')).toBe(0)
  expect(await join('anne', ours)).toBe('42501')
  await world.inside('pia', (ctx) => leaveCircle(ctx, ours, pia.id))
})

test('who comes from a partner hears of nothing that waits in the centre', async () => {
  const hear = whoHears(served, world.database.house.rooms)
  const { id, schoolId, role } = world.people.uffe
  const all = served.map(({ endpoint }) => endpoint.path.split('/')[2] ?? '')
  const heard = hear({ centre: world.centreId, person: id, school: schoolId, role }, [{ topics: [...all, 'waiting'] }])
  expect(heard).not.toContain('waiting')
  expect(
    hear({ centre: world.centreId, person: anne.id, school: anne.schoolId, role: anne.role }, [{ topics: all }]),
  ).toContain('waiting')
})

test('a notice of a circle goes to its people and to nobody else', async () => {
  const notices = await world.inside('ali', async (ctx) => {
    await letIntoCircle(ctx, ours, anne.id)
    await announceToCircle(ctx, ours, ['companies'])
    return [...ctx.notices]
  })
  const hear = whoHears(served, world.database.house.rooms)
  const heard = [anne, ali, pia, asger, birgit].map(({ id, schoolId, role }) =>
    hear({ centre: world.centreId, person: id, school: schoolId, role }, notices),
  )
  expect(heard.map((topics) => topics.includes('companies'))).toEqual([true, true, false, false, false])
  await expect(world.inside('birgit', (ctx) => announceToCircle(ctx, ours, ['companies']))).rejects.toMatchObject({
    code: 'not-found',
  })
})
