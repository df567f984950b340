import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeWhoMayWhat } from '#testing/who-may-what'
import { served } from './app.ts'
import { roles } from './features/centre/roles.ts'
import { whoMayWhat } from './who-may-what.table.ts'

// What each role is for is written by hand; what the contracts say is generated from them. Neither follows the other in silence.

const said = (who: readonly string[] | 'anyone' | 'public') =>
  typeof who === 'string' ? who : roles.filter((role) => who.includes(role)).join(' ')

test('every verb stands in one group, and the contract names the same roles', () => {
  const written = whoMayWhat.flatMap(({ who, verbs }) => verbs.map((verb) => `${verb}: ${said(who)}`))
  const contracts = served.map(({ endpoint: { name, can } }) => `${name}: ${said(can)}`)
  expect(written.toSorted((a, b) => a.localeCompare(b))).toEqual(contracts.toSorted((a, b) => a.localeCompare(b)))
})

describe('what the roles may never', () => {
  const may = (role: string) =>
    served
      .filter(({ endpoint: { can } }) => typeof can !== 'string' && can.includes(role))
      .map(({ endpoint: { path } }) => path.split('/')[2] ?? '')
  const reads = (role: string) =>
    served
      .filter(({ endpoint: { can, method } }) => method === 'GET' && typeof can !== 'string' && can.includes(role))
      .map(({ endpoint: { path } }) => path.split('/')[2] ?? '')
  const content = [
    'companies',
    'promises',
    'visits',
    'calls',
    'bookings',
    'contact-lists',
    'school-contacts',
    'outcome',
  ]

  test('an administrator reads nothing of companies, a teacher none but the classes, what was referred to her and the groups she is in, a school employee the hearings and what the own school struck', () => {
    expect(may('administrator').filter((topic) => content.includes(topic))).toEqual([])
    expect([...new Set(may('teacher'))].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'classes',
      'enquiries',
      'group-notes',
      'group-people',
      'group-tasks',
      'groups',
      'guidance',
      'my-notices',
      'referral-receivers',
      'referrals',
      'tokens',
      'waiting',
    ])
    expect([...new Set(may('employee'))].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'contact-lists',
      'enquiries',
      'guidance',
      'hearings',
      'lapsed-strikes',
      'my-notices',
      'struck-companies',
      'tokens',
      'waiting',
    ])
    // Whoever is reached writes an enquiry down; read are they by who knows companies.
    for (const role of ['administrator', 'caller', 'teacher', 'employee'])
      expect(reads(role).filter((topic) => ['enquiries', 'enquirers', 'guidance'].includes(topic))).toEqual([])
    expect([...new Set(may('partner'))]).toEqual(['my-partner'])
    for (const topic of ['companies', 'members', 'promises', 'visits', 'classes'])
      expect(may('caller')).not.toContain(topic)
  })
})

test('docs/who-may-what.md shows it as it is: npm run who-may-what writes it', () => {
  expect(readFileSync('docs/who-may-what.md', 'utf8')).toBe(describeWhoMayWhat(whoMayWhat))
})
