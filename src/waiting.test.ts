import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rooms } from './app.ts'
import { waitingKinds } from './features/home/waiting-kinds.table.ts'

// A new kind of waiting thing is a row of its room's view, a line in its room's table, and its texts.

const schema = readFileSync('db/schema.sql', 'utf8')
const published = rooms.flatMap(({ name, owns = [], waiting }) => (waiting ? [{ name, owns, ...waiting }] : []))

test('each room with something to wait for owns its view, and its kinds stand in it', () => {
  expect(published.length).toBeGreaterThan(5)
  for (const { name, owns, view, kinds } of published) {
    expect([view, owns.includes(view)]).toEqual([`${name.replaceAll('-', '_')}_waiting`, true])
    const body = new RegExp(`^create view ${view} with[^\\n]*\\n([\\s\\S]*?);\\n`, 'm').exec(schema)?.[1] ?? ''
    expect(Object.keys(kinds).filter((kind) => !body.includes(`'${kind}'::text`))).toEqual([])
  }
})

test('the page knows the kinds of every room', () => {
  const kinds = published.flatMap((one) => Object.entries(one.kinds))
  expect(Object.fromEntries(kinds)).toEqual(waitingKinds)
  expect(kinds.length).toBe(Object.keys(waitingKinds).length)
})
