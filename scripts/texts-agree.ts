/**
 * Danish and English say the same: the same keys, the same placeholders in each, no empty sentence, no key twice, and
 * every key begins with its feature's name. Exit 1 with a line for each that does not agree.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

type Texts = Record<string, unknown>
const wrong: string[] = []
const seen = new Map<string, string>()

const read = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts
/** A text with forms (one, many) is an object: its placeholders are those of all its forms. */
const placeholders = (text: unknown) => {
  const words = typeof text === 'string' ? text : JSON.stringify(text)
  return [...new Set(words.match(/\{\w+\}/g) ?? [])].toSorted((a, b) => a.localeCompare(b)).join(' ')
}

/** `contact-lists` may also say just `lists_`. */
const prefixes = (folder: string) => [`${folder.replaceAll('-', '_')}_`, `${folder.split('-').at(-1)}_`]

const listed = readFileSync('project.inlang/settings.json', 'utf8')

const compare = (file: string, key: string, da: Texts, en: Texts) => {
  if (key === '$schema') return
  const before = seen.get(key)
  if (before) wrong.push(`${file}: ${key} stands in ${before} too`)
  seen.set(key, file)
  if (!(key in da) || !(key in en)) wrong.push(`${file}: ${key} is missing in ${key in da ? 'English' : 'Danish'}`)
  else if (da[key] === '' || en[key] === '') wrong.push(`${file}: ${key} is empty`)
  else if (placeholders(da[key]) !== placeholders(en[key]))
    wrong.push(
      `${file}: ${key} has ${placeholders(da[key]) || 'no placeholder'} in Danish, ${placeholders(en[key]) || 'none'} in English`,
    )
}

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('texts.da.json')) continue
  const da = read(`src/${file}`)
  const en = read(`src/${file.replace('.da.', '.en.')}`)
  if (!listed.includes(`./src/${file.replace('.da.', '.{locale}.')}`))
    wrong.push(`${file}: not listed in project.inlang/settings.json`)
  const folder = dirname(file).split('/').at(-1) ?? ''
  for (const key of new Set([...Object.keys(da), ...Object.keys(en)])) {
    compare(file, key, da, en)
    if (key !== '$schema' && !prefixes(folder).some((prefix) => key.startsWith(prefix)))
      wrong.push(`${file}: ${key} does not begin with ${prefixes(folder).join(' or ')}`)
  }
}

if (wrong.length > 0) process.stdout.write(`${wrong.join('\n')}\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
