import { expect, test } from 'vitest'
import { roles } from '../centre/roles.ts'
import { needOf } from '#web/frame/page-needs.table.ts'
import { hindrances } from '../queue/queue.schema.ts'
import { mends } from './mends.table.tsx'
import { emptiness, type Queue, reasonsOf } from './reasons.shared.ts'

const list = { id: 3, name: 'Uge 48', ready: 0, total: 2, due: 0, paused: null }
const empty: Queue = {
  ...{
    lists: [list],
    listId: 3,
    elsewhere: false,
    called: 0,
    total: 2,
    ready: 0,
    next: [],
    byTurns: false,
    blocked: [],
    languages: [],
    wantsTime: 0,
    opensAt: null,
  },
}
const blocked = (reason: (typeof hindrances)[number]) => ({ reason, count: 2, nextOn: null, nextAt: null })
const because = (queue: Queue) => reasonsOf(queue).map(({ reason }) => reason)

test('each way to be empty says why, and what holds of the whole list comes first', () => {
  expect(because({ ...empty, lists: [], listId: null, total: 0 })).toEqual(['no-list'])
  expect(because({ ...empty, lists: [], listId: null, total: 0, elsewhere: true })).toEqual(['lists-elsewhere'])
  expect(because({ ...empty, total: 0 })).toEqual(['empty-list'])
  for (const reason of hindrances) expect(because({ ...empty, blocked: [blocked(reason)] })).toEqual([reason])
  for (const one of ['full', 'none', 'no-time', 'away', 'left'] as const) {
    const paused = { ...list, paused: { until: null, because: one } }
    expect(because({ ...empty, lists: [paused], blocked: [blocked('wait')] })).toEqual([`pause-${one}`, 'wait'])
  }
  expect(because({ ...empty, opensAt: '2026-11-24T08:00:00+01:00', blocked: [blocked('answered')] })).toEqual([
    'outside-hours',
    'answered',
  ])
})

test('where all are away, or have no hour left, others are named; nobody is led to ask those who are not there for more', () => {
  expect(mends['pause-away']).toBe(mends['pause-left'])
  expect(mends['pause-no-time']).toBe(mends['pause-away'])
  expect(mends['pause-away']).not.toBe(mends['pause-full'])
  const [full, none] = [mends['pause-full'], mends['pause-none']]
  expect([full.by === 'page' && full.to(3), none.by === 'page' && none.to(3)]).toEqual([
    '/kapacitet',
    '/kapacitet?liste=3',
  ])
})

test('a button stands for somebody, and leads to a page that is open to everyone it stands for', () => {
  const shut = [...hindrances, ...emptiness].flatMap((reason) => {
    const mend = mends[reason]
    if (mend.by !== 'page') return []
    const may = roles.filter((role) => mend.needs.every(({ can }) => Array.isArray(can) && can.includes(role)))
    const need = needOf(mend.to(3).replace('/3', '/$id'), {})
    const refused = may.filter((role) => need !== null && !need.may.includes(role))
    return may.length === 0 || refused.length > 0 ? [{ reason, may, refused }] : []
  })
  expect(shut).toEqual([])
})
