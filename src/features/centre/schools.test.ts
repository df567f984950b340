import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { invite, withdrawInvitation } from '../members/members.schema.ts'
import { addSchool, changeSchool, listSchools, removeSchool } from './schools.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const named = async (name: string) => (await birgit.call(listSchools)).rows.find((one) => one.name === name)

test('all that stands of a school can be put right, and its people are at the same school', async () => {
  const { id } = await birgit.call(addSchool, { body: { name: 'Sprogskole Fjorden', kind: 'vuc' } })
  const right = {
    ...{ name: 'Sprogskolen Fjorden', kind: 'Højskole', institution: 'a04441', municipality: 787 },
    ...{ address: 'Havnevej 1, 7700 Thisted', mailDomain: '' },
  }
  await birgit.call(changeSchool, { params: { id }, body: right })
  expect(await named('Sprogskolen Fjorden')).toMatchObject({
    ...{
      id,
      kind: 'Højskole',
      institution: 'A04441',
      municipality: 787,
      address: 'Havnevej 1, 7700 Thisted',
      mailDomain: null,
    },
    can: { change: true },
  })
  expect(await named('Sprogskole Fjorden')).toBeUndefined()
  const taken = birgit.call(changeSchool, { params: { id }, body: { ...right, name: 'SOSU Fjordby' } })
  await expect(taken).rejects.toMatchObject({ status: 409, code: 'already-exists' })
})

test('a number that is none, and a municipality that is none, are refused at their field', async () => {
  for (const [field, wrong] of [
    ['institution', '281'],
    ['institution', '2810011'],
    ['municipality', 999],
  ] as const)
    await expect(
      birgit.call(addSchool, { body: { name: 'Skæv', kind: 'food', [field]: wrong } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ pointer: `/body/${field}` }] } })
  expect(await named('Skæv')).toBeUndefined()
})

test('a school that nothing hangs on is removed; one with an open invitation first when that is taken back; one with people never', async () => {
  const { id } = await birgit.call(addSchool, { body: { name: 'Lagt ind to gange', kind: 'other' } })
  const asked = await birgit.call(invite, {
    body: { name: 'Ib Holm', email: 'ib@holm.example', role: 'leader', schoolId: id },
  })
  const inUse = { status: 409, code: 'school-in-use' }
  await expect(birgit.call(removeSchool, { params: { id } })).rejects.toMatchObject(inUse)
  await birgit.call(withdrawInvitation, { params: { id: asked.id } })
  await birgit.call(removeSchool, { params: { id } })
  expect(await named('Lagt ind to gange')).toBeUndefined()
  await expect(birgit.call(removeSchool, { params: { id } })).rejects.toMatchObject({ status: 404 })

  const { rows } = await birgit.call(listSchools)
  for (const { id: used } of rows.filter(({ name }) => name === 'SOSU Fjordby'))
    await expect(birgit.call(removeSchool, { params: { id: used } })).rejects.toMatchObject(inUse)
  expect(await named('SOSU Fjordby')).toBeDefined()
})

test('who does not settle how the centre works reads the schools, and changes none', async () => {
  const anne = world.as('anne')
  const [school] = (await anne.call(listSchools)).rows
  expect(school?.can).toEqual({ change: false })
  const id = school?.id ?? 0
  await expect(
    anne.call(changeSchool, {
      params: { id },
      body: {
        ...{ name: 'Annes', kind: 'other', institution: null, municipality: null, address: null, mailDomain: null },
      },
    }),
  ).rejects.toMatchObject({ status: 403 })
  await expect(anne.call(removeSchool, { params: { id } })).rejects.toMatchObject({ status: 403 })
})
