import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('whatever shows a list that pages says when it was not given: that is not that there is nothing', () => {
  const silent = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
    .filter((path) => {
      const source = readFileSync(`src/${path}`, 'utf8')
      return source.includes('useInfiniteAnswer(') && !/<ListFailed|<DataTable| list=\{list\}|\.error\b/.test(source)
    })
  expect(silent).toEqual([])
})
