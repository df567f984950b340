import { describe, expect, test } from 'vitest'
import { problemText, sentences } from '#platform/files/file-problems.table'
import { say } from '#platform/text/language'
import { locales } from '#texts/runtime'
import { fileOf, readAll } from '#testing/files'

describe('what is wrong with a file is said in every language', () => {
  test.each(Object.entries(sentences))('%s has a sentence each, with the same blanks to fill', (_, sentence) => {
    const all = locales.map((language) => say(sentence, language, {}, (name) => `{${name}}`))
    const [first, ...others] = all.map((text) => (text.match(/\{\w+\}/g) ?? []).toSorted())
    for (const other of others) expect(other).toEqual(first)
    for (const text of all) expect(text).toMatch(/^[A-ZÆØÅ].+\.$/)
  })

  test('with the place, what was found, and what to do', async () => {
    const { bad } = await readAll(fileOf('a;b;c\n1;2\n'))
    expect(bad.map((problem) => problemText(problem, 'da'))).toEqual([
      'Linje 2: Rækken har 2 felter, men der er 3 kolonner. Rækken er ikke læst; ret den, så felterne passer.',
    ])
    expect(bad.map((problem) => problemText(problem, 'en'))[0]).toMatch(/^Line 2: The row has 2 cells/)
  })

  test.each([
    '%PDF-1.7',
    '<html><table>',
    '<?xml version="1.0"?><x/>',
    'PK\x03\x04',
    '',
    'a;b\n',
    'a;a\n1;2\n',
    'a;b\n1;2;3',
  ])('no blank is left unfilled for %j', async (content) => {
    const { bad, problems } = await readAll(fileOf(content))
    expect([...bad, ...problems]).not.toEqual([])
    for (const problem of [...bad, ...problems]) expect(problemText(problem, 'da')).not.toMatch(/[{}?]/)
  })
})
