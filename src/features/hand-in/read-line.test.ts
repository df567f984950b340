import { expect, test } from 'vitest'
import { nearestOf, nearness } from './read-line.ts'

test('a slip is near, another name is not, and a form counts for nothing', () => {
  expect(nearness('Jensen Smede', 'Jensen Smede ApS')).toBe(1)
  for (const [wrote, name] of [
    ['Jensen Smdee', 'Jensen Smede ApS'],
    ['Tømerfirmaet Bo Holm', 'Tømrerfirmaet Bo Holm A/S'],
    ['Bagri Lund', 'Bageri Lund'],
  ] as const)
    expect(nearness(wrote, name)).toBeGreaterThan(0.4)
  expect(nearness('Bageri Lund', 'Murerfirmaet Holm')).toBe(0)
})

test('the town that was written comes first, then the nearest; who shares too little is not proposed', () => {
  const found = [
    { name: 'Jensen Sko', town: 'Viborg' },
    { name: 'Jensens Smedje ApS', town: 'Skive' },
    { name: 'Jensen Smede ApS', town: 'Viborg' },
    { name: 'Hansen Murer', town: 'Skive' },
  ]
  const names = nearestOf('Jensen Smdee', found, ({ town }) => town === 'Skive').map(({ name }) => name)
  expect(names).toEqual(['Jensens Smedje ApS', 'Jensen Smede ApS', 'Jensen Sko'])
})
