import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// A centre may call its council and its roles what it likes (decision 0047). A text that says one of our words in the middle of a
// sentence would say it to that centre too: texts say who does it (the centre, the school's leader, whoever calls) or take the word in.

/** Words that a centre may have its own for, by language; `konsulent` and `consultant` stand for the trade's visitor, whatever his role is called. */
const settable: Record<string, RegExp> = {
  da: /koordinator|phoner|uddannelseschef|administrator|faglærer|\baktør|centerråd|\bråd(et|ets|s)?\b|bestyrelse|medarbejder på skolen|værtsskole/i,
  en: /coordinator|\bcallers?\b|administrator|council|school leader|school employee|\bpartners?\b|host school/i,
}
/** Where they belong: our words themselves, the page on which they are changed, and the demo's people, whose centre is ours. */
const belongs = /^(web_role_|centre_word_|centre_names_|centre_problem_no_council$|sign_in_does_)/

type Texts = Record<string, unknown>
const said = readdirSync('src', { recursive: true, encoding: 'utf8' }).flatMap((path) => {
  const language = /texts\.(\w+)\.json$/.exec(path)?.[1]
  if (!language) return []
  const texts = JSON.parse(readFileSync(`src/${path}`, 'utf8')) as Texts
  return Object.entries(texts).map(([key, text]) => ({
    language,
    key,
    text: JSON.stringify(text).replaceAll(/\{\w+\}/g, ''),
  }))
})

test('no text says by itself what a centre may call otherwise', () => {
  const found = said.filter(({ language, key, text }) => !belongs.test(key) && settable[language]?.test(text))
  expect(found.map(({ key, language }) => `${language} ${key}`)).toEqual([])
})

test('every language is judged, and our own words would be found', () => {
  expect([...new Set(said.map(({ language }) => language))].toSorted()).toEqual(Object.keys(settable).toSorted())
  for (const language of Object.keys(settable)) {
    const words = said.filter((one) => one.language === language && one.key.startsWith('web_role_'))
    const unseen = words.filter(({ text }) => !settable[language]?.test(text)).map(({ key }) => key)
    expect(unseen.filter((key) => key !== 'web_role_consultant')).toEqual(language === 'en' ? ['web_role_teacher'] : [])
  }
})
