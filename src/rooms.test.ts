import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rooms } from './app.ts'

// One ordered list of rooms (app.ts). A room enters only rooms before it: by import, by a statement, by a view, by a foreign key.

const read = (path: string) => readFileSync(path, 'utf8')
const order = rooms.map(({ name }) => name)
const placeOf = (room: string) => order.indexOf(room)
const ownerOf = new Map(rooms.flatMap(({ name, owns = [] }) => owns.map((relation) => [relation, name] as const)))

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/features/${path}`)
  .filter((path) => /\.tsx?$/.test(path) && !isTest(path))
  .toSorted((a, b) => a.localeCompare(b))
const roomOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? ''

// ---- Relations, as the database describes itself -----------------------------------------------------------------
const schema = read('db/schema.sql')
const tables = new Map(
  [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\);/gm)].map(([, name = '', body = '']) => [name, body]),
)
const views = new Map(
  [...schema.matchAll(/^create view (\w+) with[^\n]*\n([\s\S]*?);\n/gm)].map(([, name = '', body = '']) => [
    name,
    body,
  ]),
)
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const relation = (name: string) => {
  const found = snake(name)
  return tables.has(found) || views.has(found) ? found : undefined
}
const named = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap((found) => relation(found[1] ?? '') ?? [])

/** Relations that a file's statements name: Kysely's verbs, and words of SQL wherever they stand. */
const statementsOf = (path: string) => {
  const text = withoutComments(read(path))
  const kysely =
    /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|insertInto|updateTable|deleteFrom|using|from)\(\s*\[?\s*'(\w+)/g
  return [...new Set([...named(text, kysely), ...named(text, /\b(?:from|join|into|update|using)\s+(\w+)/gi)])]
}

test('every table and view has one owner, and every owner is a room of the list', () => {
  const owned = rooms.flatMap(({ owns = [] }) => owns)
  const ofThePlatform = ['event', 'idempotency', 'kysely_migration', 'kysely_migration_lock']
  expect(owned.filter((name, at) => owned.indexOf(name) !== at)).toEqual([])
  expect(owned.filter((name) => !tables.has(name) && !views.has(name))).toEqual([])
  expect(
    [...tables.keys(), ...views.keys()].filter((name) => !ownerOf.has(name) && !ofThePlatform.includes(name)),
  ).toEqual([])
  expect(readdirSync('src/features').filter((name) => !order.includes(name))).toEqual([])
})

test('what is judged below is seen at all', () => {
  expect(statementsOf('src/features/promises/promises.sql.ts')).toContain('promise')
  expect(views.size).toBeGreaterThan(5)
  expect(tables.size).toBeGreaterThan(40)
})

// ---- What each way in is allowed ----------------------------------------------------------------------------------
const importsOf = (path: string) =>
  [...withoutComments(read(path)).matchAll(/(?:from\s+|import\(\s*|import\s+)'(\.[^']+)'/g)].map(([, name = '']) =>
    normalize(join(dirname(path), name)),
  )
const isFrontDoor = (target: string) =>
  basename(target) === `${roomOf(target)}.ts` || /\.(schema|table|shared)\.tsx?$|\/roles\.ts$/.test(target)

const byImport = files.flatMap((path) =>
  importsOf(path).flatMap((target) => {
    const [here, there] = [roomOf(path), roomOf(target)]
    if (!there || there === here) return []
    if (placeOf(there) > placeOf(here)) return [`import: ${path} enters the later room ${there} (${basename(target)})`]
    const screen = path.endsWith('.tsx') && /\.(tsx|css)$/.test(target)
    return screen || isFrontDoor(target)
      ? []
      : [`import: ${path} enters ${there} past its front door (${basename(target)})`]
  }),
)
const byStatement = files
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.schema.ts'))
  .flatMap((path) =>
    statementsOf(path).flatMap((name) => {
      const [here, there] = [roomOf(path), ownerOf.get(name)]
      if (!there || there === here) return []
      if (placeOf(there) > placeOf(here)) return [`statement: ${path} reads ${name} of the later room ${there}`]
      return views.has(name) ? [] : [`statement: ${path} touches the table ${name} of ${there}`]
    }),
  )
const byView = [...views].flatMap(([view, body]) =>
  named(body, /\b(?:from|join)\s+\(*(\w+)/gi).flatMap((name) => {
    const [here, there] = [ownerOf.get(view) ?? '', ownerOf.get(name)]
    return there && placeOf(there) > placeOf(here)
      ? [`view: ${view} of ${here} reads ${name} of the later room ${there}`]
      : []
  }),
)
const byKey = [...tables].flatMap(([table, body]) =>
  named(body, /REFERENCES (\w+)\(/g).flatMap((name) => {
    const [here, there] = [ownerOf.get(table) ?? '', ownerOf.get(name)]
    if (!there || !here) return []
    return placeOf(there) > placeOf(here)
      ? [`key: ${table} of ${here} points to ${name} of the later room ${there}`]
      : []
  }),
)

describe('a room enters only rooms before it, and by their front doors', () => {
  test('by import, statement, view and foreign key', async () => {
    const wrong = [...new Set([...byImport, ...byStatement, ...byView, ...byKey])].toSorted((a, b) =>
      a.localeCompare(b),
    )
    await expect(`${wrong.join('\n')}\n`).toMatchFileSnapshot('rooms.not-yet.txt')
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

  // The tests' help makes rows that no rule would make; two measurements ask how fast the bare database would be.
  const pastTheRules = /^(src\/testing\/|bench\/(floor-server|import)\.ts)/
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
