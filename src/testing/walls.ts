/** How the walls between rooms are read: from what a file, a table, a view or a function says, so that a test can show a made-up hole. */
import { basename, dirname, join, normalize } from 'node:path'

/** A room as far as the walls go: its name, and the tables, views and functions that are its own. */
export type Walled = { name: string; owns?: readonly string[] | undefined }
/** What stands in the database, by name: bodies as `db/schema.sql` gives them, and each trigger's function with its table. */
export type Relations = {
  tables: ReadonlyMap<string, string>
  views: ReadonlyMap<string, string>
  functions: ReadonlyMap<string, string>
  triggers: readonly { table: string; runs: string }[]
}
/** Path and text of a file of a room. */
export type Source = { path: string; text: string }
export type House = { rooms: readonly Walled[]; files: readonly Source[]; relations: Relations }

export const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
export const roomOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? ''

const bodies = (schema: string, pattern: RegExp) =>
  new Map([...schema.matchAll(pattern)].map(([, name = '', body = '']) => [name, body]))
/** Reads `db/schema.sql`, in which the database describes itself. */
export const relationsOf = (schema: string): Relations => ({
  tables: bodies(schema, /^create table (\w+) \(\n([\s\S]*?)^\);/gm),
  views: bodies(schema, /^create view (\w+) with[^\n]*\n([\s\S]*?);\n/gm),
  functions: bodies(
    schema,
    /^create or replace (?:function|procedure) (\w+)\([\s\S]*?as \$(?:function|procedure)\$([\s\S]*?)\$(?:function|procedure)\$/gim,
  ),
  triggers: [...schema.matchAll(/^create trigger \w+ [^;]*? on (\w+) [^;]*?execute function (\w+)\(/gim)].map(
    ([, table = '', runs = '']) => ({ table, runs }),
  ),
})

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const named = ({ tables, views }: Relations, text: string, pattern: RegExp) => [
  ...new Set(
    [...text.matchAll(pattern)]
      .map((found) => snake(found[1] ?? ''))
      .filter((name) => tables.has(name) || views.has(name)),
  ),
]
const inSql = /\b(?:from|join|into|update|using)\s+\(*(\w+)/gi
const inKysely =
  /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|insertInto|updateTable|deleteFrom|using|from)\(\s*\[?\s*'(\w+)/g
/** Relations that a file's statements name: Kysely's verbs, and words of SQL wherever they stand. */
export const statementsIn = (relations: Relations, text: string) => {
  const code = withoutComments(text)
  return [...new Set([...named(relations, code, inKysely), ...named(relations, code, inSql)])]
}

/** Our own files that a file imports, passes on or loads later, as paths from the top. */
export const importsIn = ({ path, text }: Source) =>
  [...withoutComments(text).matchAll(/(?:from\s+|import\(\s*|import\s+)'(\.[^']+)'/g)].map(([, name = '']) =>
    normalize(join(dirname(path), name)),
  )
export const isFrontDoor = (target: string) =>
  basename(target) === `${roomOf(target)}.ts` || /\.(schema|table|shared)\.tsx?$|\/roles\.ts$/.test(target)

const plan = ({ rooms, relations }: House) => {
  const order = rooms.map(({ name }) => name)
  const owners = new Map(rooms.flatMap(({ name, owns = [] }) => owns.map((relation) => [relation, name] as const)))
  const owner = (relation: string) => owners.get(relation)
  const isLater = (there: string, here: string) => order.indexOf(there) > order.indexOf(here)
  const isView = (name: string) => relations.views.has(name)
  return { owner, isLater, isView }
}

const holesByImport = (house: House) => {
  const { isLater } = plan(house)
  return house.files.flatMap((source) =>
    importsIn(source).flatMap((target) => {
      const [here, there] = [roomOf(source.path), roomOf(target)]
      if (!there || there === here) return []
      if (isLater(there, here)) return [`import: ${source.path} enters the later room ${there} (${basename(target)})`]
      const screen = source.path.endsWith('.tsx') && /\.(tsx|css)$/.test(target)
      return screen || isFrontDoor(target)
        ? []
        : [`import: ${source.path} enters ${there} past its front door (${basename(target)})`]
    }),
  )
}

/** Relations read by someone who stands in a room: a later room's none, an earlier one's views. */
const holesOf = (house: House, says: string, here: string, read: readonly string[]) => {
  const { owner, isLater, isView } = plan(house)
  return read.flatMap((name) => {
    const there = owner(name)
    if (!there || there === here) return []
    if (isLater(there, here)) return [`${says} reads ${name} of the later room ${there}`]
    return isView(name) ? [] : [`${says} touches the table ${name} of ${there}`]
  })
}
const holesByStatement = (house: House) =>
  house.files
    .filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.schema.ts'))
    .flatMap(({ path, text }) =>
      holesOf(house, `statement: ${path}`, roomOf(path), statementsIn(house.relations, text)),
    )
const holesByView = (house: House) =>
  [...house.relations.views].flatMap(([view, body]) => {
    const here = plan(house).owner(view) ?? ''
    return holesOf(house, `view: ${view} of ${here}`, here, named(house.relations, body, inSql))
  })
/** A function stands in the room that lists it in `owns`, else in the room whose table's trigger runs it. */
const holesByFunction = (house: House) => {
  const { owner } = plan(house)
  return [...house.relations.functions].flatMap(([name, body]) => {
    const read = named(house.relations, body.replace(/--.*$/gm, ''), inSql).filter((relation) => owner(relation))
    const table = house.relations.triggers.find(({ runs }) => runs === name)?.table ?? ''
    const here = owner(name) ?? owner(table)
    if (!here) return read.length > 0 ? [`function: ${name} stands in no room and reads ${read.join(', ')}`] : []
    return holesOf(house, `function: ${name} of ${here}`, here, read)
  })
}
const holesByKey = (house: House) => {
  const { owner, isLater } = plan(house)
  return [...house.relations.tables].flatMap(([table, body]) =>
    named(house.relations, body, /REFERENCES (\w+)\(/g).flatMap((name) => {
      const [here, there] = [owner(table), owner(name)]
      return here && there && isLater(there, here)
        ? [`key: ${table} of ${here} points to ${name} of the later room ${there}`]
        : []
    }),
  )
}

/** Every place where a room enters a later one, or an earlier one past its front door; each said once, in order. */
export const holesIn = (house: House) =>
  [
    ...new Set([
      ...holesByImport(house),
      ...holesByStatement(house),
      ...holesByView(house),
      ...holesByFunction(house),
      ...holesByKey(house),
    ]),
  ].toSorted((a, b) => a.localeCompare(b))

// ---- Passing on ------------------------------------------------------------------------------------------------------
const passesOn = /^export (?:type )?(?:\*|\{[^}]*\})[^\n]* from '([^']+)'/gm
/** Files that pass on what stands elsewhere: nothing else in them, or another room's words, or no front door. */
export const barrelsIn = (files: readonly Source[]) =>
  files.flatMap(({ path, text }) => {
    const code = withoutComments(text)
    const passed = [...code.matchAll(passesOn)].map(([, name = '']) => normalize(join(dirname(path), name)))
    if (passed.length === 0) return []
    const own = code
      .replace(passesOn, '')
      .replace(/^import [\s\S]*? from '[^']+'$/gm, '')
      .trim()
    if (own === '') return [`${path} only passes on`]
    const foreign = passed.filter((target) => roomOf(target) !== roomOf(path))
    if (foreign.length > 0)
      return [`${path} passes on another room's ${foreign.map((one) => basename(one)).join(', ')}`]
    return isFrontDoor(path) ? [] : [`${path} passes on ${passed.map((one) => basename(one)).join(', ')}`]
  })
