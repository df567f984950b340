/**
 * Every language of project.inlang/settings.json says the same as the first: a file in each folder that has texts, the same
 * keys, the same placeholders in each, no empty sentence, no key twice, and every key begins with its folder's name. Exit 1
 * with a line for each that does not agree.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

type Texts = Record<string, unknown>
type Settings = { baseLocale: string; locales: string[]; 'plugin.inlang.messageFormat': { pathPattern: string[] } }
const wrong: string[] = []
const seen = new Map<string, string>()

const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')) as Settings
const base = settings.baseLocale
const others = settings.locales.filter((locale) => locale !== base)
const listed = new Set(settings['plugin.inlang.messageFormat'].pathPattern)

const read = (file: string): Texts => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Texts) : {})
/** A text with forms (one, many) is an object: its placeholders are those of all its forms. */
const placeholders = (text: unknown) => {
  const words = typeof text === 'string' ? text : JSON.stringify(text)
  return [...new Set(words.match(/\{\w+\}/g) ?? [])].toSorted((a, b) => a.localeCompare(b)).join(' ')
}

/** `contact-lists` may also say just `lists_`. */
const prefixes = (folder: string) => [`${folder.replaceAll('-', '_')}_`, `${folder.split('-').at(-1)}_`]

const once = (file: string, key: string) => {
  const before = seen.get(key)
  if (before) wrong.push(`${file}: ${key} stands in ${before} too`)
  seen.set(key, file)
}

const compare = (file: string, key: string, first: Texts, other: Texts, locale: string) => {
  if (!(key in first) || !(key in other)) wrong.push(`${file}: ${key} is missing in "${key in first ? locale : base}"`)
  else if (first[key] === '' || other[key] === '') wrong.push(`${file}: ${key} is empty`)
  else if (placeholders(first[key]) !== placeholders(other[key]))
    wrong.push(
      `${file}: ${key} has ${placeholders(first[key]) || 'no placeholder'} in "${base}", ${placeholders(other[key]) || 'none'} in "${locale}"`,
    )
}
const keysOf = (texts: Texts) => Object.keys(texts).filter((key) => key !== '$schema')

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith(`texts.${base}.json`)) continue
  const fileOf = (locale: string) => file.replace(`.${base}.`, `.${locale}.`)
  if (!listed.has(`./src/${fileOf('{locale}')}`)) wrong.push(`${file}: not listed in project.inlang/settings.json`)
  const first = read(`src/${file}`)
  const begins = prefixes(dirname(file).split('/').at(-1) ?? '')
  for (const key of keysOf(first)) {
    once(file, key)
    if (!begins.some((prefix) => key.startsWith(prefix)))
      wrong.push(`${file}: ${key} does not begin with ${begins.join(' or ')}`)
  }
  for (const locale of others) {
    const other = read(`src/${fileOf(locale)}`)
    for (const key of new Set([...keysOf(first), ...keysOf(other)])) compare(fileOf(locale), key, first, other, locale)
  }
}

if (wrong.length > 0) process.stdout.write(`${wrong.join('\n')}\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
