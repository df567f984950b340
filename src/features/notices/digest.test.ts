import { expect, test } from 'vitest'
import { waitingKindNames, waitingNames } from '../home/waiting-kinds.table.ts'
import { saysDigest } from './digest.ts'
import { sayTitle } from './told.table.ts'

const values = { ...Object.fromEntries(waitingNames.map((name) => [name, '2'])), language: 'eng' }

test('every kind is said in the language that is asked for', () => {
  const same = waitingKindNames.filter((kind) => sayTitle(kind, values, 'da') === sayTitle(kind, values, 'en'))
  expect(same).toEqual([])
})

test('fifteen lines at most, and how many more there are; the whole of it with the way out', () => {
  const thing = { id: 1, kind: 'contact-orphan', when: 'today', date: null, href: '/aftaler' } as const
  const things = Array.from({ length: 27 }, () => ({ ...thing, values: { company: 'Bageri Lund' }, also: [] }))
  const given = { name: 'Anne', when: 'morning', things, baseUrl: 'https://x.example', leaveUrl: 'L' } as const
  const { body, subject } = saysDigest(given, { language: 'da', today: '2026-11-23' })
  expect(body.match(/^- /gm)).toHaveLength(15)
  expect(body).toContain('Og 12 mere på Hvad venter: https://x.example/')
  expect(subject).toBe('Nyt til dig: 27 ting, der venter')
})
