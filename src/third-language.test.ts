import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as worlds from './testing/world.ts'
import type * as app from './app.ts'
import type * as files from './platform/files/file-problems.table.ts'
import type * as language from './platform/text/language.ts'
import { changeMyLanguage, invite } from './features/members/members.schema.ts'
import { listCompanies } from './features/companies/companies.schema.ts'

/**
 * The whole product once more in a folder of its own, with one language more than there are: a file in every room, and its
 * two letters in the settings. Nothing else is touched, and everything that people read comes out in it.
 */
const third = 'fo'
const mark = 'FO:'
const here = process.cwd()
const house = realpathSync(mkdtempSync(join(tmpdir(), 'tov-third-')))
const run = (name: string, ...words: string[]) => {
  try {
    return execFileSync(name, words, { cwd: house, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${name} ${words.join(' ')}\n${stdout}${stderr}`, { cause: error })
  }
}

/** How a language writes dates and clocks is no sentence. */
const asIs = new Set(['platform_locale', 'web_clock_sign', 'web_date_month'])
const marked = (text: unknown): unknown => {
  if (typeof text === 'string') return mark + text
  if (Array.isArray(text)) return text.map(marked)
  const { match, ...rest } = text as { match: Record<string, string> }
  return { ...rest, match: Object.fromEntries(Object.entries(match).map(([when, said]) => [when, mark + said])) }
}
const addLanguage = () => {
  const english = readdirSync(join(house, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('texts.en.json'),
  )
  expect(english.length).toBeGreaterThan(15)
  for (const path of english) {
    const texts = JSON.parse(readFileSync(join(house, 'src', path), 'utf8')) as Record<string, unknown>
    const own = Object.entries(texts).map(([key, text]) => [
      key,
      asIs.has(key) || key === '$schema' ? text : marked(text),
    ])
    writeFileSync(join(house, 'src', path.replace('.en.', `.${third}.`)), JSON.stringify(Object.fromEntries(own)))
  }
  const settings = join(house, 'project.inlang/settings.json')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('["da", "en"]', `["da", "en", "${third}"]`))
}

const load = <Module>(path: string) => import(/* @vite-ignore */ join(house, 'src', path)) as Promise<Module>
let world: Awaited<ReturnType<(typeof worlds)['openWorld']>>
beforeAll(async () => {
  for (const name of ['src', 'db', 'scripts', 'project.inlang', 'package.json'])
    cpSync(join(here, name), join(house, name), { recursive: true })
  cpSync(join(here, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))
  symlinkSync(join(here, 'node_modules'), join(house, 'node_modules'))
  addLanguage()
  run('npm', 'run', '-s', 'texts')
  const { openWorld } = await load<typeof worlds>('testing/world.ts')
  world = await openWorld()
}, 900_000)
afterAll(async () => {
  await world?.close()
  rmSync(house, { recursive: true, force: true })
})

/** A table or a choice with a place for each language has none for the third. A collation, or what a machine reads, is no choice. */
const choosesByLanguage = /\b(?:da|en): |['"](?:da|en)['"] ?\||[|=] ?['"](?:da|en)['"]/
const machines = ['src/platform/text/language.ts']

test('the texts agree, and nothing but the texts has a place for each language', () => {
  run(process.execPath, 'scripts/texts-agree.ts')
  const sources = readdirSync(join(here, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^src\/(?:texts|testing)\//.test(path))
  expect(sources.length).toBeGreaterThan(500)
  const found = sources.filter((path) => choosesByLanguage.test(readFileSync(join(here, path), 'utf8')))
  expect(found).toEqual(machines)
  for (const chooses of ["const words = { da: 'Ja', en: 'Yes' }", "type Own = 'da' | 'en'", "if (language === 'en')"])
    expect(choosesByLanguage.test(chooses)).toBe(true)
})

test('someone chooses it, and problems, fields, column titles and mails come in it', async () => {
  const birgit = world.as('birgit')
  await birgit.call(changeMyLanguage, { body: { language: third as 'da' } })
  const headers = { 'accept-language': `${third}, en;q=0.5` }
  const problem = (await (await birgit.fetch('/api/companies/987654', { headers })).json()) as { title: string }
  expect(problem.title).toBe(`${mark}It does not exist, or you cannot see it. Go back and choose from the list.`)
  const invitation = { email: 'ny@oets.example', name: 'Ny', role: 'caller' } as const
  const unnamed = birgit.call(invite, { body: { ...invitation, name: '' } }, { headers })
  await expect(unnamed).rejects.toMatchObject({ problem: { errors: [{ detail: `${mark}Is required.` }] } })
  await birgit.call(invite, { body: invitation })
  const [mail] = await world.sql<{ subject: string; body: string }>(
    'select subject, body from outbox where recipient = $1',
    [invitation.email],
  )
  expect([mail?.subject, mail?.body].map((text) => text?.startsWith(mark))).toEqual([true, true])
  const csv = await (await birgit.fetch(`${listCompanies.path}.csv`)).text()
  expect(csv.split('\r\n')[0]).toContain(`${mark}Name;${mark}CVR no.`)
})

test('every column title of every list, and the sentence of every problem of a file', async () => {
  const { served } = await load<typeof app>('app.ts')
  const locale = third as language.Language
  const titles = served.flatMap(({ columns }) => columns ?? []).map(({ title }) => title({}, { locale }))
  expect(titles.length).toBeGreaterThan(100)
  expect(titles.filter((title) => !title.startsWith(mark))).toEqual([])
  const { problemText, sentences } = await load<typeof files>('platform/files/file-problems.table.ts')
  const said = Object.keys(sentences).map((code) => problemText({ code: code as keyof typeof sentences }, locale))
  expect(said.filter((sentence) => !sentence.startsWith(mark))).toEqual([])
  expect(problemText({ code: 'only-header', line: 2 }, locale)).toMatch(`${mark}Line 2: ${mark}The file has only`)
})

test('a page’s own sentence', async () => {
  const texts = await load<Record<string, (values: object, options: object) => string>>('texts/messages.js')
  expect(texts['web_my_page']?.({}, { locale: third })).toBe(`${mark}My page`)
})
