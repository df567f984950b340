import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { changeCampaign, startCampaign } from '../campaigns/campaigns.schema.ts'
import { announceCampaign, showCampaignCalendar, withdrawAnnouncement } from './announced-campaigns.schema.ts'
import { collide, type Reaching } from './collisions.ts'

const reaching = (part: Partial<Reaching> = {}): Reaching => ({
  ...{ fromOn: '2026-12-01', toOn: '2026-12-14', municipalities: [787], industries: ['25'] },
  ...part,
})

describe('two campaigns', () => {
  test('collide in the same weeks at the same companies, and not beside each other', () => {
    expect(collide(reaching(), reaching())).toBe(true)
    expect(collide(reaching(), reaching({ fromOn: '2026-12-14', toOn: '2026-12-20' }))).toBe(true)
    expect(collide(reaching(), reaching({ fromOn: '2026-12-15', toOn: '2026-12-20' }))).toBe(false)
    expect(collide(reaching(), reaching({ municipalities: [779] }))).toBe(false)
    expect(collide(reaching(), reaching({ industries: ['256200'] }))).toBe(true)
    expect(collide(reaching(), reaching({ industries: ['47'] }))).toBe(false)
    expect(collide(reaching(), reaching({ municipalities: [], industries: [] }))).toBe(true)
  })
  test('collide both ways alike', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-12-${String(one).padStart(2, '0')}`)
    const any = fc
      .record({
        days: fc.tuple(day, day),
        municipalities: fc.array(fc.constantFrom(787, 779, 773)),
        industries: fc.array(fc.constantFrom('25', '256200', '47')),
      })
      .map(({ days, ...rest }): Reaching => {
        const [fromOn = '', toOn = ''] = days.toSorted()
        return { fromOn, toOn, ...rest }
      })
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(collide(one, other)).toBe(collide(other, one))
      }),
    )
  })
})

describe('the calendar', () => {
  let world: Awaited<ReturnType<typeof openWorld>>
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const weeks = { fromOn: '2026-11-30', toOn: '2026-12-11' }
  const advert = (part: object = {}) => ({
    ...{ name: 'Truckkort i radioen', schoolId: world.schools.technical, whose: '', ...weeks },
    ...{ municipalities: [787], industries: ['25'], ...part },
  })
  const calendar = (who: 'anne' | 'birgit' = 'anne', query = {}) => world.as(who).call(showCampaignCalendar, { query })

  test('shows ours, a school’s and a partner’s, and tells everyone which collide', async () => {
    const birgit = world.as('birgit')
    const { can: _can, id, version, ...seen } = await birgit.call(startCampaign, { body: { name: 'Smede i Thy' } })
    const { goalId, target, employees, criteria, mix, why } = seen
    await birgit.call(changeCampaign, {
      params: { id },
      body: {
        ...{ name: 'Smede i Thy', goalId, target, employees, mix, why, version, ...weeks },
        criteria: { ...criteria, municipalities: [787], industries: ['256200'] },
      },
    })
    await world.as('torben').call(announceCampaign, { body: advert() })
    const union = await birgit.call(announceCampaign, {
      body: advert({ name: 'Voksenlærlinge', schoolId: null, whose: '3F Skive', municipalities: [779] }),
    })
    expect(union.collides).toEqual([])
    const { from, rows } = await calendar()
    expect(from).toBe('2026-11-23')
    expect(rows.map(({ name, whose, collides }) => [name, whose, collides])).toEqual([
      ['Truckkort i radioen', 'Østkystens Tekniske Skole', ['Smede i Thy']],
      ['Voksenlærlinge', '3F Skive', []],
      ['Smede i Thy', null, ['Truckkort i radioen']],
    ])
    expect((await calendar('anne', { from: '2027-01-04' })).rows).toEqual([])
  })

  test('a leader speaks for the own school and no other; what is withdrawn is gone, once', async () => {
    const mine = await world.as('torben').call(announceCampaign, { body: advert({ name: 'Åbent hus' }) })
    const told = (who: 'torben' | 'vibeke', body: object) =>
      world
        .as(who)
        .call(announceCampaign, { body: advert(body) })
        .catch((error: unknown) => error)
    expect(await told('vibeke', {})).toMatchObject({ code: 'not-allowed' })
    expect(await told('torben', { schoolId: null, whose: 'HK' })).toMatchObject({ code: 'not-allowed' })
    expect(await told('torben', { whose: 'HK' })).toMatchObject({ code: 'wrong-input' })
    expect(await told('torben', { toOn: '2026-11-01' })).toMatchObject({ code: 'wrong-input' })
    const withdraw = (who: 'torben' | 'vibeke') => world.as(who).call(withdrawAnnouncement, { params: { id: mine.id } })
    await expect(withdraw('vibeke')).rejects.toMatchObject({ code: 'not-allowed' })
    await withdraw('torben')
    await expect(withdraw('torben')).rejects.toMatchObject({ code: 'not-found' })
    expect((await calendar()).rows.map(({ name }) => name)).not.toContain('Åbent hus')
  })
})
