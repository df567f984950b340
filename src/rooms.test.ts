import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  barrelsIn,
  holesIn,
  importsIn,
  isFrontDoor,
  type Relations,
  relationsOf,
  roomOf,
  statementsIn,
  withoutComments,
} from '#testing/walls'
import { rooms } from './app.ts'

// One ordered list of rooms (app.ts). A room enters only rooms before it: by import, by a statement, by a view, a function, a foreign key.

const read = (path: string) => readFileSync(path, 'utf8')
const order = rooms.map(({ name }) => name)
const ownerOf = new Map(rooms.flatMap(({ name, owns = [] }) => owns.map((relation) => [relation, name] as const)))
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/features/${path}`)
  .filter((path) => /\.tsx?$/.test(path) && !isTest(path))
  .toSorted((a, b) => a.localeCompare(b))
  .map((path) => ({ path, text: read(path) }))
const relations = relationsOf(read('db/schema.sql'))
const { tables, views, functions } = relations
const importsOf = (path: string) => importsIn({ path, text: read(path) })
const statementsOf = (path: string) => statementsIn(relations, read(path))

test('every table and view has one owner, and every owner is a room of the list', () => {
  const owned = rooms.flatMap(({ owns = [] }) => owns)
  const ofThePlatform = ['event', 'idempotency', 'kysely_migration', 'kysely_migration_lock']
  expect(owned.filter((name, at) => owned.indexOf(name) !== at)).toEqual([])
  expect(owned.filter((name) => !tables.has(name) && !views.has(name) && !functions.has(name))).toEqual([])
  expect(
    [...tables.keys(), ...views.keys()].filter((name) => !ownerOf.has(name) && !ofThePlatform.includes(name)),
  ).toEqual([])
  expect(readdirSync('src/features').filter((name) => !order.includes(name))).toEqual([])
})

test('what is asked for each row and looks into tables keeps its plan: in SQL it would be planned anew each time', () => {
  // A set stands in the statement around it; what crosses the centres' walls is asked once, at sign-in.
  const alone =
    /FUNCTION (?!unsafe_)(\w+)\([^;]*?\n RETURNS (?!SETOF|TABLE)[^\n]*\n LANGUAGE sql\n[^$]*\$function\$([^$]*)/g
  const looksIntoTables = [...read('db/schema.sql').matchAll(alone)].filter(
    ([, , body = '']) => statementsIn(relations, body).length > 0,
  )
  expect(looksIntoTables.map(([, name]) => name)).toEqual([])
})

// ---- What each way in is allowed ----------------------------------------------------------------------------------
describe('a room enters only rooms before it, and by their front doors', () => {
  test('by import, statement, view, function and foreign key', () => {
    expect(holesIn({ rooms, files, relations })).toEqual([])
  })

  test('a key to a company points to what anybody knows of it, never to the register: the centre may know it alone', () => {
    const toRegister = [...tables].filter(([, body]) => /REFERENCES company\(/.test(body)).map(([name]) => name)
    expect(toRegister).toEqual([])
    expect([...tables.values()].filter((body) => /REFERENCES company_known\(/.test(body)).length).toBeGreaterThan(5)
  })

  test('and say nothing in a later room’s words', () => {
    const roomOfText = new Map(
      order.flatMap((name) =>
        Object.keys(JSON.parse(read(`src/features/${name}/texts.da.json`)) as object).map(
          (key) => [key, name] as const,
        ),
      ),
    )
    const later = files.flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\bm\.(\w+)/g)]
        .map(([, key = '']) => ({ key, from: roomOfText.get(key) }))
        .filter(({ from }) => from && order.indexOf(from) > order.indexOf(roomOf(path) ?? ''))
        .map(({ key }) => `${path}: ${key}`),
    )
    expect(roomOfText.size).toBeGreaterThan(1000)
    expect(later).toEqual([])
  })

  test('what is judged is seen at all', () => {
    expect(statementsOf('src/features/promises/promises.sql.ts')).toContain('promise')
    expect(importsOf('src/features/evaluation/evaluation.sql.ts')).toContain(
      'src/features/official-codes/industry-groups.table.ts',
    )
    expect(views.size).toBeGreaterThan(20)
    expect(tables.size).toBeGreaterThan(40)
    expect([...functions.keys()]).toEqual(
      expect.arrayContaining([...relations.triggers.map(({ runs }) => runs), 'of_centre', 'unsafe_asker_of_session']),
    )
    expect(relations.triggers.length).toBeGreaterThan(0)
  })
})

describe('each hole would be seen, in a made-up house of two rooms', () => {
  const empty: Relations = { tables: new Map(), views: new Map(), functions: new Map(), triggers: [] }
  const made = relationsOf(
    [
      'create table bread (\n    id integer\n);',
      'create view bread_now with (security_invoker=true) as\n SELECT id\n   FROM bread;',
      'create table guest (\n    id integer\n);',
      'create view guest_now with (security_invoker=true) as\n SELECT id\n   FROM guest;',
      '',
    ].join('\n'),
  )
  const owned = [
    { name: 'kitchen', owns: ['bread', 'bread_now', 'oven_turns'] },
    { name: 'table', owns: ['guest', 'guest_now'] },
  ]
  const holes = (change: Partial<Relations>, ...sources: [string, string][]) =>
    holesIn({
      rooms: owned,
      relations: { ...made, ...change },
      files: sources.map(([path, text]) => ({ path: `src/features/${path}`, text })),
    })
  const seen = (kind: string) => [expect.stringMatching(new RegExp(`^${kind}: `))]

  test('an import of a later room, however it is written; of an earlier one past its front door', () => {
    expect(holes(empty)).toEqual([])
    for (const text of [
      "import { seat } from '../table/table.ts'",
      "import type { Guest } from '../table/table.schema.ts'",
      "import {\n  a,\n  b,\n} from '../table/table.ts'",
      "export { seat } from '../table/table.ts'",
      "const seat = await import('../table/table.ts')",
      "import '../table/table.css'",
    ])
      expect(holes({}, ['kitchen/kitchen.ts', text])).toEqual(seen('import'))
    expect(holes({}, ['table/table.ts', "import { bake } from '../kitchen/baking.ts'"])).toEqual(seen('import'))
    expect(
      holes(
        {},
        ['table/table.ts', "import { bake } from '../kitchen/kitchen.ts'"],
        ['table/Table.tsx', "import { Oven } from '../kitchen/Oven.tsx'"],
        ['kitchen/kitchen.ts', "// import { seat } from '../table/table.ts'"],
      ),
    ).toEqual([])
  })

  test('a statement on a later room’s view, on an earlier room’s table; views of earlier rooms are free', () => {
    for (const text of [
      "db.selectFrom('guestNow as g')",
      "db.selectFrom(['guestNow'])",
      "db.selectFrom('breadNow as b').innerJoin('guest as g', 'g.id', 'b.id')",
      'sql`select 1 from bread_now b join guest_now g using (id)`',
      'sql`insert into guest (id) values (1)`',
    ])
      expect(holes({}, ['kitchen/kitchen.sql.ts', text])).toEqual(seen('statement'))
    for (const text of ["db.updateTable('bread')", "db.deleteFrom('bread')", 'sql`select from bread`'])
      expect(holes({}, ['table/table.sql.ts', text])).toEqual(seen('statement'))
    expect(holes({}, ['table/table.sql.ts', "db.selectFrom('breadNow as b')"])).toEqual([])
  })

  test('a view and a function that read a later room or an earlier room’s table, a key that points to a later room', () => {
    const view = (name: string, body: string) => holes({ views: new Map([...made.views, [name, body]]) })
    expect(view('bread_now', ' SELECT g.id\n   FROM (bread b\n     JOIN guest_now g ON true)')).toEqual(seen('view'))
    expect(view('guest_now', ' SELECT id\n   FROM (guest g\n     JOIN bread b USING (id))')).toEqual(seen('view'))
    expect(view('guest_now', ' SELECT id\n   FROM (guest g\n     JOIN bread_now b USING (id))')).toEqual([])
    const table = new Map([...made.tables, ['bread', 'FOREIGN KEY (id) REFERENCES guest(id)']])
    expect(holes({ tables: table })).toEqual(seen('key'))
    const run = (name: string, body: string, on?: string) =>
      holes({ functions: new Map([[name, body]]), triggers: on ? [{ table: on, runs: name }] : [] })
    expect(run('oven_turns', 'begin update guest set id = 1; end')).toEqual(seen('function'))
    expect(run('baked', 'begin perform 1 from guest_now; end', 'bread')).toEqual(seen('function'))
    expect(run('baked', 'begin perform 1 from guest_now; end')).toEqual(seen('function'))
    expect(run('seated', 'begin perform 1 from bread; end', 'guest')).toEqual(seen('function'))
    expect(run('seated', 'begin perform 1 from bread_now; end', 'guest')).toEqual([])
  })

  test('a file that only passes on, one that passes on another room, and one that is no front door', () => {
    const barrels = (path: string, text: string) => barrelsIn([{ path: `src/features/table/${path}`, text }])
    expect(barrels('table.ts', "export { a } from './seats.ts'\nexport * from './guests.ts'")).toHaveLength(1)
    expect(barrels('table.ts', "export { a } from '../kitchen/kitchen.ts'\nexport const b = 1")).toHaveLength(1)
    expect(barrels('seats.ts', "export { a } from './guests.ts'\nexport const b = 1")).toHaveLength(1)
    expect(barrels('table.ts', "export { a } from './guests.ts'\nexport const b = 1")).toEqual([])
  })
})

// ---- What a room is made of -----------------------------------------------------------------------------------------
describe('a room', () => {
  test('has its list of what it gives, its front door, its README and its words', () => {
    const missing = order.flatMap((name) =>
      ['room.ts', `${name}.ts`, 'README.md', 'texts.da.json', 'texts.en.json']
        .map((file) => `src/features/${name}/${file}`)
        .filter((path) => !existsSync(path)),
    )
    expect(missing).toEqual([])
  })

  describe('says the same four things in its README', () => {
    /** A line of the list with what is indented below it; null where a room says nothing of it. */
    const lineOf = (name: string, word: string) =>
      new RegExp(`^- \\*\\*${word}\\*\\*(.*(?:\\n  .*)*)`, 'm').exec(read(`src/features/${name}/README.md`))?.[1] ??
      null

    test('what it owns, its words, what must never break, what it records', () => {
      const missing = order.flatMap((name) =>
        ['Owns', 'Words', 'Must never break', 'Events']
          .filter((word) => lineOf(name, word) === null)
          .map((word) => `${name}: ${word}`),
      )
      expect(missing).toEqual([])
    })

    const says = (line: string | null, word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(line ?? '')
    test('names every table and view that it owns, and every verb that it records', () => {
      const missing = rooms.flatMap(({ name, owns = [], verbs }) => [
        ...owns
          .filter((one) => (tables.has(one) || views.has(one)) && !says(lineOf(name, 'Owns'), one))
          .map((one) => `${name} owns ${one}`),
        ...Object.values(verbs ?? {})
          .flatMap((words) => Object.keys(words))
          .filter((verb) => !says(lineOf(name, 'Events'), verb))
          .map((verb) => `${name} records ${verb}`),
      ])
      expect(missing).toEqual([])
    })

    test('names no file that is not there', () => {
      const gone = order.flatMap((name) =>
        [...read(`src/features/${name}/README.md`).matchAll(/`([\w./-]+\.(?:tsx?|css|json))`/g)]
          .map(([, file = '']) => file)
          .filter(
            (file) =>
              ![`src/features/${name}/${file}`, `src/features/${file}`, `src/web/frame/${file}`, file].some((path) =>
                existsSync(path),
              ),
          )
          .map((file) => `${name}: ${file}`),
      )
      expect(gone).toEqual([])
    })
  })

  test('has at most 25 files, its tests aside: past that it is two, split by noun', () => {
    const counts = order.map((name) => {
      const own = readdirSync(`src/features/${name}`).filter((file) => !isTest(file))
      return { name, count: own.length }
    })
    expect(counts.filter(({ count }) => count > 25)).toEqual([])
  })

  test('passes nothing on but at its front door, and only its own', () => {
    expect(barrelsIn(files)).toEqual([])
  })
})

// ---- What stands around the rooms: the demo, the journeys, the measurements, the tests' help ------------------------
const around = ['db', 'e2e', 'bench', 'src/testing'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith('.ts') && path !== 'db/types.ts'),
)
const isJourneyOrTest = (path: string) => /\.(test|e2e)\.ts$/.test(path)
const linesOf = (path: string) => read(path).trimEnd().split('\n').length

describe('what stands around the rooms obeys the same rules', () => {
  test('it is seen at all', () => {
    for (const path of ['db/demo/seed.ts', 'db/world.ts', 'e2e/worlds.ts', 'bench/register.ts', 'src/testing/world.ts'])
      expect(around).toContain(path)
    expect(importsOf('db/demo/seed-stories.ts')).toContain('src/features/promises/promises.ts')
  })

  test('it enters them by their front doors and contracts', () => {
    const past = around.flatMap((path) =>
      importsOf(path)
        .filter((target) => roomOf(target) && !isFrontDoor(target))
        .map((target) => `${path} imports ${target}`),
    )
    expect(past).toEqual([])
  })

  // The tests' help makes rows that no rule would make; measurements ask how fast the bare database would be, and make up years of work.
  const pastTheRules = /^(src\/testing\/|bench\/(floor-home|floor-server|floor-writes|home|import|write)\.ts)/
  test('it reads their views and touches no table', () => {
    const touched = around
      .filter((path) => !isJourneyOrTest(path) && !pastTheRules.test(path))
      .flatMap((path) =>
        statementsOf(path)
          .filter((name) => tables.has(name) && ownerOf.has(name))
          .map((name) => `${path} touches ${name}`),
      )
    expect(touched).toEqual([])
  })

  test('files of at most 300 lines, tests 500, tables as long as they are; arrows, and names like everywhere', () => {
    const ordinary = around.filter((path) => !path.endsWith('.table.ts'))
    expect(ordinary.filter((path) => linesOf(path) > (isJourneyOrTest(path) ? 500 : 300))).toEqual([])
    const odd = around.flatMap((path) =>
      withoutComments(read(path))
        .split('\n')
        .filter((line) => /^(export )?(async )?function \w|\b(const|let) [A-Z][A-Z0-9_]+\b/.test(line))
        .map((line) => `${path}: ${line}`),
    )
    expect(odd).toEqual([])
  })
})
