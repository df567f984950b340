/** Two who change the same thing at once: what each of them has said stands, or both are shown. */
import { afterAll, expect, test } from 'vitest'
import { type Endpoint, z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { served } from './app.ts'
import { changeRefusalReasons, listRefusalReasons } from './features/calls/refusal-reasons.schema.ts'
import { changeSchool, listSchools } from './features/centre/schools.schema.ts'
import { changeGoal, setGoal } from './features/goals/goals.schema.ts'
import { changeContactList, makeContactList } from './features/lists/lists.schema.ts'
import { Criteria } from './features/lists/criteria.schema.ts'
import { addPartner, changePartner } from './features/partners/partners.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [first, second] = [world.as('birgit'), world.as('birgit')]

/** Nobody else changes it, or all of it is one choice. */
const without: Readonly<Record<string, string>> = {
  changeDeputy: 'one choice',
  changeCallingHours: 'one week, chosen whole',
  changeHandInLine: 'a line is put right once, by the school that handed it in',
  changeHorizon: 'one number',
  changeMyLanguage: 'own',
  changePassword: 'own, and asks for the old one',
  changePresence: 'begins anew from a day on; what was agreed before stays',
  changeSchoolReach: 'choices from a list, told in the card that changes them',
  changeWorkingHours: 'own week',
  correctNumber: 'a number takes the place of one that is named',
  countPresence: 'counts of one day, by who was there',
  findNumber: 'a number takes the place of none',
  givePresenceDay: 'one choice',
  linkJointCompany: 'takes the place of none, and is taken back before another is said',
  moveDeadline: 'one moment',
  changeMyLanguages: 'own',
  changeMyNotices: 'own, one choice',
  giveList: 'one choice',
  placeCaller: 'one choice',
  renameCallCentre: 'one word',
  sayCallerLanguages: 'one choice of a few, told in the card that changes it',
  sayCompanyLanguage: 'one choice; the one it takes the place of is kept',
  sayHeldLanguage: 'one choice, by who holds the call',
  nameTipCompany: 'one choice',
  nameVisitors: 'one choice',
  changeOffer: 'one choice',
  changeCampaignOffer: 'one choice',
  planStruckCompany: 'one line, by who took it',
  renewHold: 'nothing is said',
  setNumber: 'names the number it takes the place of',
}
const fieldsOf = ({ body }: Endpoint): string[] => {
  const whole = body && (z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as { properties?: object })
  return Object.keys(whole?.properties ?? {})
}

test('a change says what it was made of: fields or a version that were seen; whatever does not is named with its reason', () => {
  const changes = served.map(({ endpoint }) => endpoint as Endpoint).filter(({ method }) => method === 'PUT')
  const bare = changes.filter(
    (endpoint) =>
      fieldsOf(endpoint).length > 0 && !['seen', 'version', 'saidAt'].some((said) => fieldsOf(endpoint).includes(said)),
  )
  expect(bare.map(({ name }) => name).toSorted()).toEqual(Object.keys(without).toSorted())
})

/** Both change another field of what both have seen; then both the same one. */
const clash = async <Form extends Record<string, unknown>>(
  form: Form,
  one: Partial<Form>,
  other: Partial<Form>,
  send: (who: typeof first, body: Form & { seen: Record<string, unknown> }) => Promise<unknown>,
) => {
  const seen = { ...form }
  await Promise.all([send(first, { ...form, ...one, seen }), send(second, { ...form, ...other, seen })])
  const at = { ...form, ...one, ...other }
  const told = await Promise.allSettled([
    send(first, { ...at, ...other, ...altered(one, '1'), seen: at }),
    send(second, { ...at, ...other, ...altered(one, '2'), seen: at }),
  ])
  const [refused] = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  return { done: told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), refused }
}
const altered = (of: object, sign: string) =>
  Object.fromEntries(Object.entries(of).map(([field, value]) => [field, `${value} ${sign}`]))
const isTheirs = (field: string, value: unknown) => ({
  code: 'changed-meanwhile',
  problem: { theirs: expect.objectContaining({ [field]: value }) as unknown },
})

test('a goal', async () => {
  const form = { words: 'Fire hold', year: 2027, ownerId: world.people.birgit.id }
  const { id } = await first.call(setGoal, { body: form })
  const { done, refused } = await clash(form, { words: 'Fem hold' }, { year: 2028 }, (who, body) =>
    who.call(changeGoal, { params: { id }, body }),
  )
  expect(done).toEqual([expect.objectContaining({ words: expect.stringMatching(/^Fem hold [12]$/), year: 2028 })])
  expect(refused).toMatchObject(isTheirs('year', 2028))
})

test('a partner', async () => {
  const form = {
    ...{ name: '3F Horsens', kind: 'union' as const, place: 'Horsens', contactName: 'Bo', contactPhone: '' },
    ...{ contactEmail: '', heldById: null },
  }
  const { id } = await first.call(addPartner, { body: form })
  const { done, refused } = await clash(form, { contactName: 'Bo Juhl' }, { place: 'Hedensted' }, (who, body) =>
    who.call(changePartner, { params: { id }, body }),
  )
  expect(done).toEqual([expect.objectContaining({ place: 'Hedensted' })])
  expect(refused).toMatchObject(isTheirs('place', 'Hedensted'))
})

test('a school', async () => {
  const [school] = (await first.call(listSchools)).rows
  if (!school) throw new Error('no school')
  const { id, name, kind, institution, municipality, address, mailDomain } = school
  const form = { name, kind, institution, municipality, address, mailDomain }
  const { done, refused } = await clash(form, { address: 'Havnen 1' }, { mailDomain: 'ny.example' }, (who, body) =>
    who.call(changeSchool, { params: { id }, body }),
  )
  expect(done).toEqual([expect.objectContaining({ mailDomain: 'ny.example' })])
  expect(refused).toMatchObject(isTheirs('mailDomain', 'ny.example'))
})

test('a draft list: each criterion by itself', async () => {
  const criteria = z.parse(Criteria, {})
  const { id } = await first.call(makeContactList, { body: { name: 'Vinter', goal: '', criteria } })
  const seen = { name: 'Vinter', goal: '', ...criteria }
  const send = (who: typeof first, more: Partial<Criteria>) =>
    who.call(changeContactList, {
      params: { id },
      body: { name: 'Vinter', goal: '', criteria: { ...criteria, ...more }, seen },
    })
  await Promise.all([send(first, { limit: 200 }), send(second, { municipalities: [615] })])
  await expect(send(first, { municipalities: [657] })).rejects.toMatchObject(isTheirs('municipalities', [615]))
  expect(await send(second, {})).toMatchObject({ criteria: { limit: 200, municipalities: [615] } })
})

test('the reasons for a no: of two who begin with the same list one is asked', async () => {
  const { rows } = await first.call(listRefusalReasons)
  const seen = rows.map(({ id }) => id)
  const save = (who: typeof first, name: string) =>
    who.call(changeRefusalReasons, { body: { reasons: [...rows, { name }], seen } })
  const told = await Promise.allSettled([save(first, 'Flytter'), save(second, 'Er solgt')])
  expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const after = (await first.call(listRefusalReasons)).rows
  expect(after).toHaveLength(rows.length + 1)
  const refused = told.find((one) => one.status === 'rejected')?.reason as unknown
  expect(refused).toMatchObject({ code: 'changed-meanwhile', problem: { theirs: after } })
})
