import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import type { Endpoint } from '#platform/endpoint'
import { problems } from '#platform/problems.table'
import { served } from './app.ts'
import { roles } from './features/centre/roles.ts'
import { unsafeUses } from './testing/unsafe-uses.ts'

// The rules of ARCHITECTURE.md that a machine can see. Sizes of functions and depth of nesting stand in .oxlintrc.json.

const read = (path: string) => readFileSync(path, 'utf8')
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path}`)
  .filter((path) => /\.tsx?$/.test(path) && !/^src\/(web\/)?texts\//.test(path))
  .toSorted((a, b) => a.localeCompare(b))
const isTest = (path: string) => /\.test\.tsx?$|testing[\w-]*(\.ts|\/)/.test(path)
const code = files.filter((path) => !isTest(path))
const features = readdirSync('src/features')
const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1]

/** Comments say why; only code is judged. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

/** Lines of code in which something stands. */
const linesWith = (wrong: RegExp, paths: readonly string[]) =>
  paths.flatMap((path) =>
    withoutComments(read(path))
      .split('\n')
      .filter((line) => wrong.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )

/** What a file imports, ours as a path from the top (`src/platform/clock.ts`), others by name. */
const importsOf = (path: string) =>
  [
    ...withoutComments(read(path)).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n]*(?:\n[^'"\n]*)*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ]
    .map((found) => found[1] ?? found[2] ?? found[3] ?? '')
    .map((name) => {
      if (name.startsWith('#platform/')) return `src/platform/${name.slice(10)}.ts`
      if (name.startsWith('#web/')) return `src/web/${name.slice(5)}`
      return name.startsWith('.') ? normalize(join(dirname(path), name)) : name
    })
const wrongImports = (from: readonly string[], allowed: (target: string, path: string) => boolean) =>
  from.flatMap((path) =>
    importsOf(path)
      .filter((target) => !allowed(target, path))
      .map((target) => `${path} imports ${target}`),
  )
const isOurs = (target: string) => target.startsWith('src/') || target.startsWith('db/')

test('imports are read at all: the rules below see what they judge', () => {
  expect(importsOf('src/app.ts')).toContain('src/features/centre/room.ts')
  expect(importsOf('src/start.ts')).toContain('db/demo/seed.ts')
  expect(importsOf('src/platform/db/open.ts')).toContain('src/platform/clock.ts')
  expect(importsOf('src/features/sign-in/SignIn.tsx')).toContain('react')
})

test('the platform knows nothing of the trade', () => {
  const platform = code.filter((path) => path.startsWith('src/platform/'))
  const allowed = (target: string) => !isOurs(target) || target.startsWith('src/platform/') || target === 'db/types.ts'
  expect(wrongImports(platform, allowed)).toEqual([])
})

test('screens reach the server only through contracts: schemas, tables of facts, shared words, other screens and #web', () => {
  const screens = code.filter((path) => path.endsWith('.tsx') || path.startsWith('src/web/'))
  const allowed = (target: string) =>
    !isOurs(target) ||
    target.startsWith('src/web/') ||
    target === 'src/platform/endpoint.ts' ||
    /\.schema\.ts$|\.tsx$|\.table\.ts$|\.shared\.ts$|\.css$|\/roles\.ts$/.test(target)
  expect(wrongImports(screens, allowed)).toEqual([])
})

test('the web’s folders: data knows neither parts nor frame, parts no frame, and neither a room', () => {
  const web = (folder: string) => files.filter((path) => path.startsWith(`src/web/${folder}/`))
  const outside =
    (...folders: string[]) =>
    (target: string) =>
      !folders.some((folder) => target.startsWith(folder))
  const above = ['src/features/', 'src/web/frame/', 'src/app.ts']
  expect(wrongImports(web('parts'), outside(...above))).toEqual([])
  expect(wrongImports(web('data'), outside(...above, 'src/web/parts/'))).toEqual([])
  expect(web('data').length + web('parts').length + web('frame').length).toBeGreaterThan(60)
  const known = ['frame', 'parts', 'data']
  expect(files.filter((path) => path.startsWith('src/web/') && !known.includes(path.split('/')[2] ?? ''))).toEqual([])
})

test('a role is named in roles.ts alone: all else asks what it does or reads; words and the demo’s people aside', () => {
  // The last is written by hand beside them, so that the two can be compared.
  const tables = [
    'src/features/centre/roles.ts',
    'src/features/sign-in/demo-roles.table.ts',
    'src/who-may-what.table.ts',
  ]
  const named = new RegExp(`(?<!\\[)['"](${roles.join('|')})['"]`)
  const judged = code.filter((path) => !path.startsWith('src/platform/') && !tables.includes(path))
  expect(linesWith(named, judged)).toEqual([])
  expect(linesWith(named, tables).length).toBeGreaterThan(roles.length)
})

test('the browser knows no roles: abilities come with the record or with showMe; only a page that says a role reads one', () => {
  const saysRoles = [
    // Says whom a new centre is missing, chooses one for an invitation, sorts by one, welcomes with one, groups the demo's people, says whom a page is for, has their words.
    'src/features/centre/NamesForm.tsx',
    'src/features/home/FirstPeople.tsx',
    'src/features/home/first-steps.table.tsx',
    'src/features/members/ChangeMember.tsx',
    'src/features/members/Invitations.tsx',
    'src/features/members/MemberTable.tsx',
    'src/features/sign-in/AcceptInvitation.tsx',
    'src/features/sign-in/DemoPeople.tsx',
    ...['page-needs.table.ts', 'Refused.tsx', 'role-names.ts'].map((name) => `src/web/frame/${name}`),
  ]
  const pages = code.filter(
    (path) => (path.endsWith('.tsx') || path.startsWith('src/web/')) && !saysRoles.includes(path),
  )
  const reads = /\brole\b(?![=\]-])|\bRole\b|\/roles\.ts'/
  const found = linesWith(reads, pages).filter((line) => reads.test(line.replace(/roleName\(\w+\.role\)/g, '')))
  expect(found).toEqual([])
})

test('the way around names verbs that exist', () => {
  const needs = [...read('src/web/frame/navigation.table.ts').matchAll(/needs: '(\w+)'/g)].map((found) => found[1])
  const names = new Set(served.map(({ endpoint }) => endpoint.name))
  expect(needs.length).toBeGreaterThan(8)
  expect(needs.filter((name) => !names.has(name ?? ''))).toEqual([])
})

test('files that screens and server share are as pure as contracts', () => {
  const shared = code.filter((path) => /\.(schema|shared)\.ts$|\.table\.tsx?$/.test(path) && featureOf(path))
  const allowed = (target: string) =>
    target === 'src/platform/endpoint.ts' ||
    target.startsWith('#texts') ||
    target === 'src/platform/text/language.ts' ||
    /\.(schema|shared|table)\.tsx?$|\/roles\.ts$/.test(target) ||
    (!isOurs(target) && !target.startsWith('node:'))
  expect(
    wrongImports(
      shared.filter((path) => path.endsWith('.ts')),
      allowed,
    ),
  ).toEqual([])
})

test('statements know the database, not HTTP, mail or the screens', () => {
  const sql = code.filter((path) => path.endsWith('.sql.ts'))
  const allowed = (target: string) =>
    !target.startsWith('src/platform/http/') && !target.startsWith('src/platform/mail/') && !target.endsWith('.tsx')
  expect(wrongImports(sql, allowed)).toEqual([])
})

// ---- Sizes ------------------------------------------------------------------------------------------
const linesOf = (path: string) => read(path).trimEnd().split('\n').length
const isTable = (path: string) => /\.table\.tsx?$/.test(path)

test('files stay small: median 80 lines, 95th percentile 200, at most 300; tests at most 500', () => {
  const sizes = code.filter((path) => !isTable(path)).map((path) => ({ path, lines: linesOf(path) }))
  const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]
  expect(sizes.filter(({ lines }) => lines > 300)).toEqual([])
  expect(at(0.5)).toBeLessThanOrEqual(80)
  expect(at(0.95)).toBeLessThanOrEqual(200)
  const tests = files.filter(isTest).map((path) => ({ path, lines: linesOf(path) }))
  expect(tests.filter(({ lines }) => lines > 500)).toEqual([])
})

test('functions of at most 60 lines, nested at most 4 deep: the linter is told so', () => {
  const config = read('.oxlintrc.json')
  expect(config).toMatch(/"max-lines-per-function": \["error", \{ "max": 60,/)
  expect(config).toMatch(/"max-depth": \["error", 4\]/)
})

test('folders: features are flat and in the trade’s words, nothing lies deeper than four', () => {
  const inFeatures = readdirSync('src/features', { withFileTypes: true })
  expect(inFeatures.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([])
  expect(features.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
  expect(files.filter((path) => featureOf(path) && path.split('/').length > 4)).toEqual([])
  expect(files.filter((path) => path.split('/').length > 5)).toEqual([])
  expect(files.filter((path) => /\/(utils?|helpers?|common|misc|lib)(\.|\/)|\/index\.tsx?$/.test(path))).toEqual([])
})

test('every feature has its README of about ten lines, and every README lies where code lies', () => {
  expect(features.filter((name) => !existsSync(`src/features/${name}/README.md`))).toEqual([])
  const long = features.filter(
    (name) => existsSync(`src/features/${name}/README.md`) && linesOf(`src/features/${name}/README.md`) > 40,
  )
  expect(long).toEqual([])
})

// ---- Endpoints --------------------------------------------------------------------------------------
const endpoints: Endpoint[] = served.map(({ endpoint }) => endpoint)
const doubled = (keys: string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)

test('every endpoint says who may, under a name and an address of its own', () => {
  expect(endpoints.length).toBeGreaterThan(20)
  const unclear = endpoints.filter(
    ({ can }) => can !== 'anyone' && can !== 'public' && !(Array.isArray(can) && can.length > 0),
  )
  expect(unclear.map(({ name }) => name)).toEqual([])
  expect(doubled(endpoints.map(({ name }) => name))).toEqual([])
  expect(doubled(endpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`))).toEqual([])
})

test('the roles and error codes that endpoints name exist', () => {
  const known: readonly string[] = roles
  expect(
    endpoints.flatMap(({ name, can }) =>
      Array.isArray(can)
        ? can.filter((role: string) => !known.includes(role)).map((role: string) => `${name}: ${role}`)
        : [],
    ),
  ).toEqual([])
  expect(
    endpoints.flatMap(({ name, problems: own = [] }) =>
      own.filter((code_) => !(code_ in problems)).map((code_) => `${name}: ${code_}`),
    ),
  ).toEqual([])
})

test('every list can be taken along as CSV and XLSX', () => {
  const paged = served.filter(({ endpoint }) => {
    const shape = (endpoint.answer as { shape?: Record<string, unknown> }).shape ?? {}
    return endpoint.method === 'GET' && endpoint.can !== 'public' && 'rows' in shape && 'next' in shape
  })
  expect(paged.length).toBeGreaterThan(3)
  expect(paged.filter(({ columns }) => columns === null).map(({ endpoint }) => endpoint.name)).toEqual([])
})

test('no endpoint is declared that nobody serves', async () => {
  const declared: string[] = []
  for (const path of code.filter((one) => one.endsWith('.schema.ts'))) {
    const shapes = (await import(/* @vite-ignore */ `../${path}`)) as Record<string, Partial<Endpoint>>
    for (const shape of Object.values(shapes)) if (shape?.method && shape.path && shape.name) declared.push(shape.name)
  }
  const names = new Set(endpoints.map(({ name }) => name))
  expect(declared.filter((name) => !names.has(name))).toEqual([])
})

// ---- One kind of text ---------------------------------------------------------------------------------
/** A pattern's class of letters, `[a-zæøå]`, says nothing to anyone. */
const withoutClasses = (line: string) => line.replace(/\[[^\]]*a-z[^\]]*\]/gi, '')
test('what people read stands in the texts: no Danish letters in code, tables of facts aside', () => {
  const plain = code.filter((path) => !isTable(path))
  expect(linesWith(/[æøå]/i, plain).filter((line) => /[æøå]/i.test(withoutClasses(line)))).toEqual([])
  const tables = new Set(linesWith(/[æøå]/i, code.filter(isTable)).map((line) => line.split(':')[0]))
  const official = ['headings', 'legal-forms', 'municipalities', 'place-names', 'status-words']
  const told = ['training/exercises', 'platform/text/starts-of-sentences']
  const heard = ['promises/told-company', 'register/company-headings', 'restricted-parts/given-names']
  const warned = ['restricted-parts/health-words', 'school-contacts/contact-columns']
  const named = [...official.map((name) => `official-codes/${name}`), ...heard, ...warned, ...told]
  expect([...tables].map((path) => path?.replace(/^src\/(?:features\/)?|\.table\.ts$/g, ''))).toEqual(named)
})

test('no code counts on there being two languages: no pairs of texts, and a language is named only where it is chosen', () => {
  expect(linesWith(/[{,(\s](?:da|en): /, code)).toEqual([])
  // Names are sorted as Danes sort them, and Intl is read in the language it was written in, whatever the page's.
  const sorts = /Collator\('da'\)|localeCompare\(.*, 'da'\)|timeZoneName: 'longOffset'/
  expect(linesWith(/'(?:da|en)'/, code).filter((line) => !sorts.test(line))).toEqual([
    "src/platform/text/language.ts: export const technicalLanguage: Language = 'en'",
  ])
})

// ---- Habits -----------------------------------------------------------------------------------------
test('rules take the time from the context, their SQL from app_now(): one clock that tests can move', () => {
  const clocks =
    /\bDate\.now\(|\bnew Date\(\s*\)|Temporal\.Now\b|(?<![\w.])now\(\)|\bcurrent_(date|timestamp|time)\b|\blocal(timestamp|time)\b|\b(clock|statement|transaction)_timestamp\(/i
  const sql = readdirSync('db/migrations').map((name) => `db/migrations/${name}`)
  const found = [...code.filter((path) => featureOf(path) && path.endsWith('.ts')), ...sql].flatMap((path) =>
    withoutComments(read(path))
      .split('\n')
      .filter((line) => clocks.test(line.replace(/--.*$/, '').replace(/ctx\.now\b/g, '')))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

// ---- One dialect --------------------------------------------------------------------------------------
test('functions are arrows; only a page’s default export and generators say `function`', () => {
  const others = /^\s*(?:export )?(?:async )?function (?!\*)\w/
  const found = [...files, ...readdirSync('bench').map((name) => `bench/${name}`)].flatMap((path) =>
    withoutComments(read(path))
      .split('\n')
      .filter((line) => others.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

test('a file calls its statements `store` and its contract `contract`, a second one by its noun as well', () => {
  const calls = (path: string, kind: string) =>
    [...withoutComments(read(path)).matchAll(new RegExp(`import \\* as (\\w+) from '[^']+\\.${kind}\\.ts'`, 'g'))].map(
      ([, name = '']) => name,
    )
  expect(calls('src/features/bookings/bookings.ts', 'sql')).toEqual(['store', 'meetings', 'places'])
  expect(calls('src/features/members/members.routes.ts', 'schema')).toEqual(['contract', 'tokenContract'])
  const odd = Object.entries({ sql: 'store', schema: 'contract' }).flatMap(([kind, own]) =>
    code
      .map((path) => ({ path, names: calls(path, kind) }))
      .filter(({ names }) => names.length > 0 && !names.includes(own))
      .map(({ path, names }) => `${path}: ${names.join(' ')}`),
  )
  expect(odd).toEqual([])
})

/** Words and imports aside, what is left is code; `as const` asserts nothing. */
const assertionsIn = (text: string) =>
  withoutComments(text)
    .replace(/^(?:import|export) (?:type )?(?:\*|\{)[\s\S]*?from '[^']+'$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .match(/\bas (?!const\b)/g)?.length ?? 0

/** How many assertions stand where, and why there; statements beside (`*.sql.ts`) say what their columns hold. Only ever fewer. */
const asserted: Record<string, number> = {
  // What lists and records lose in TypeScript's own library, said once for all.
  'src/platform/typed.shared.ts': 4,
  // The border to the network and to the environment: checked by a schema just before, or thrown by who knows whom.
  'src/platform/config.ts': 1,
  'src/platform/http/address.ts': 1,
  'src/platform/http/export-list.ts': 1,
  'src/platform/http/problem-answer.ts': 1,
  'src/platform/http/serve.ts': 4,
  // Rows are what their statement says; a hot one is built once with blanks for values.
  'src/platform/db/ask.ts': 2,
  'src/platform/db/hot.ts': 2,
  // What a job, a reader or a draft kept as JSON comes back to the same job, reader, page.
  'src/platform/http/idempotency.ts': 1,
  'src/platform/portions.ts': 1,
  // A kept answer is of the thread that its key asks.
  'src/platform/reckoning.ts': 1,
  'src/platform/queue.ts': 1,
  'src/features/imports/run.ts': 1,
  'src/features/register/import-rows.ts': 1,
  'src/web/data/drafts.ts': 1,
  // A text by a name that came from elsewhere: which blanks it has is known only to whoever fills them.
  'src/platform/text/language.ts': 1,
  // Inputs and answers by endpoint: the compiler follows them for one endpoint, not for any.
  'src/web/data/act.ts': 1,
  'src/web/data/address.ts': 1,
  'src/web/data/answers.ts': 3,
  'src/web/data/api.ts': 1,
  'src/web/data/carried-answers.ts': 1,
  'src/web/parts/Form.tsx': 5,
  'src/web/parts/form-values.ts': 1,
  // Addresses as text, where the router knows only its own patterns.
  'src/web/data/change-search.ts': 1,
  'src/web/parts/Go.tsx': 2,
  // React's `memo` forgets that a part is of any row.
  'src/web/parts/DataRows.tsx': 1,
  'src/web/parts/DataTable.tsx': 1,
}

test('types are asserted where untyped data comes in, and nowhere new', () => {
  expect(assertionsIn("import { a as b } from 'c'\nconst d = e as F // as G\nconst h = 'i as j' as const")).toBe(1)
  const counted = code
    .filter((path) => !path.endsWith('.sql.ts'))
    .map((path): [string, number] => [path, assertionsIn(read(path))])
  expect(Object.fromEntries(counted.filter(([, count]) => count > 0))).toEqual(asserted)
})

// ---- No state of a module -----------------------------------------------------------------------------
/**
 * What a module keeps for itself is shared by every house of the process, and outlives each. Found by what is written to:
 * a `let` at the top; a `const` at the top that is filled, emptied or assigned to; a pattern with `g` or `y` that counts
 * along where it is. The state of a house hangs on `ctx.house` or on the database that was opened for it.
 */
const moduleState = (text: string) => {
  const clean = withoutComments(text)
  const lets = [...clean.matchAll(/^(?:export )?(?:let|var) (\w+)/gm)].map(([, name = '']) => name)
  const consts = [...clean.matchAll(/^(?:export )?const (\w+)(?:: [^=\n]+(?:=>[^=\n]+)?)? = ([^\n]*)/gm)]
  const written = consts.flatMap(([, name = '', value = '']) => {
    const writes = new RegExp(
      `(?<![\\w.])${name}(?:(?:\\.\\w+|\\[[^\\]]*\\])*(?:\\.\\w+|\\[[^\\]]*\\])\\s*(?:[-+*/|&?]{0,2}=(?![=>])|\\+\\+|--)|(?:\\.\\w+)*\\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse)\\()`,
    )
    const counts = /^\/.*\/[a-z]*[gy][a-z]*$/.test(value) && new RegExp(`\\b${name}\\.(?:exec|test)\\(`).test(clean)
    return writes.test(clean) || counts ? [name] : []
  })
  return [...lets, ...written]
}

test('what keeps state for itself is seen, what only reads is not', () => {
  const seen = (text: string) => moduleState(text)
  expect(seen("const config: { from: string } = { from: '' }\nconst open = () => {\n  config.from = 'x'\n}")).toEqual([
    'config',
  ])
  expect(seen('export const missed = new Map<string, number>()\nmissed.set(1, 2)')).toEqual(['missed'])
  expect(seen('const rows: string[] = []\nconst add = () => rows.push(1)')).toEqual(['rows'])
  expect(seen('const by: Record<string, number> = {}\nby[name] ??= 1\n')).toEqual(['by'])
  expect(seen('let count = 0')).toEqual(['count'])
  expect(seen('const word = /a/g\nword.test(text)')).toEqual(['word'])
  expect(
    seen('const words = new Set([1])\nconst known = words.has(1) && words.size === 1 && other.words.add(2)'),
  ).toEqual([])
  expect(seen("const word = /a/g\ntext.replace(word, '')")).toEqual([])
})

/** A browser's page is one house and ends with its window: what there is one of to a page may stand in a module, and stands here. */
const stateOfAPage: Readonly<Record<string, readonly string[]>> = {
  // The moment's rest before other answers are asked again, and what live updates have gathered meanwhile: one server to a page.
  'src/web/data/answers.ts': ['rest'],
  'src/web/data/carried-answers.ts': ['shown', 'listeners'],
  'src/web/data/drafts.ts': ['inPage'],
  'src/web/data/live.ts': ['waiting', 'all', 'timer', 'last'],
  // One keyboard, one bar at the bottom, one way out, one router, one focus.
  'src/web/data/keys.ts': ['layers', 'listeners'],
  'src/web/data/notices.ts': ['current', 'counter', 'listeners'],
  'src/web/data/session.ts': ['leave', 'here', 'prove'],
  'src/web/frame/routes.tsx': ['router'],
  'src/web/parts/arrival.ts': ['here'],
  // Formats are dear to make; each is the same whoever asks.
  'src/web/parts/dates.ts': ['formats'],
}
// A process's or a thread's own script (main, …-worker) runs once for whoever started it.
test('no module keeps state: two houses in one process do not see each other', () => {
  const judged = code.filter(
    (path) =>
      /^src\/(platform|features|commands|web)\/|^src\/\w+\.ts$/.test(path) &&
      !/^src\/main\.ts$|-worker\.ts$/.test(path),
  )
  expect(judged.length).toBeGreaterThan(200)
  const found = judged.map((path) => [path, moduleState(read(path))] as const).filter(([, names]) => names.length > 0)
  expect(Object.fromEntries(found)).toEqual(stateOfAPage)
})

test('whatever is unsafe is listed here', () => {
  const sql = readdirSync('db/migrations').map((name) => `db/migrations/${name}`)
  const found = [...code, ...sql].flatMap((path): [string, string[]][] => {
    const text = withoutComments(read(path)).replace(/--.*$/gm, '').replaceAll("'unsafe-inline'", '')
    const uses = [...new Set(text.match(/\bunsafe\w+/g))].toSorted((a, b) => a.localeCompare(b))
    return uses.length > 0 ? [[path, uses]] : []
  })
  expect(Object.fromEntries(found)).toEqual(unsafeUses)
})

test('at most 25 production dependencies, each pinned and named in a decision record', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const names = Object.keys(dependencies)
  expect(names.length).toBeLessThanOrEqual(25)
  expect(Object.entries(dependencies).filter(([, version]) => !/^\d/.test(version))).toEqual([])
  const records = readdirSync('docs/decisions')
    .map((name) => read(`docs/decisions/${name}`))
    .join('\n')
  expect(names.filter((name) => !records.includes(`\`${name}\``))).toEqual([])
})

test('every setting, folder and command that the pages of the house name is there', () => {
  const pages = [
    ...['ARCHITECTURE.md', 'STYLE.md', 'docs/glossary.md'],
    ...readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`),
  ]
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:src|db|scripts|e2e|bench|docs)\/[\w./-]+)`/g)].map((found) => `${page}: ${found[1]}`),
  )
  expect(named.filter((line) => !existsSync(line.split(': ')[1] ?? ''))).toEqual([])
})
