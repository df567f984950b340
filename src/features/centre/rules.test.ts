import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { changeRules, showRules } from './centre.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')

/** How long a regular contact stands, contact is open to who was let in, and a company's link works: from the least to the most. */
const limits = [
  ['contactMonths', 6, 36],
  ['openDays', 7, 90],
  ['linkDays', 14, 365],
  ['referralDays', 4, 20],
  ['handedInQuarter', 0, 20_000],
] as const

test.each(limits)(
  '%s goes from %i to %i: what is outside is refused with a sentence, and nothing is changed',
  async (name, least, most) => {
    const rules = await birgit.call(showRules)
    for (const outside of [least - 1, most + 1, least + 0.5]) {
      const refused = birgit.call(changeRules, { body: { ...rules, [name]: outside } })
      await expect(refused).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ pointer: `/body/${name}`, detail: expect.stringMatching(/\S+ \S+/) as string }] },
      })
    }
    expect(await birgit.call(showRules)).toEqual(rules)
    for (const inside of [least, most])
      expect(await birgit.call(changeRules, { body: { ...rules, [name]: inside } })).toMatchObject({ [name]: inside })
    await birgit.call(changeRules, { body: rules })
  },
)

test('what is outside is no row of the database either', async () => {
  for (const [column, value] of [
    ['contact_months', 5],
    ['open_days', 91],
    ['link_days', 13],
    ['referral_days', 3],
    ['handed_in_quarter', -1],
  ])
    await expect(world.sql(`update rules set ${column} = ${value}`)).rejects.toThrow(/rules_.*_check/)
})
