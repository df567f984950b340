/** What changes something that stands never empties what is left out of it: a field is required, or what stood is kept. Every endpoint is looked at. */
import { expect, test } from 'vitest'
import { served } from './app.ts'

type Def = { type: string; shape?: Record<string, { def: Def }> }
const bodies = served.flatMap(({ endpoint: { method, name, body } }) =>
  (method === 'PUT' || method === 'PATCH') && body ? [{ name, def: (body as unknown as { def: Def }).def }] : [],
)

/** Said anew as a whole each time, with what is usual where nothing is said; a draft is kept by pages that are older than the server, too. */
const usual = [
  'moveDeadline.time',
  'saveDraft.tookPart',
  'saveDraft.regularContact',
  'saveDraft.mails',
  'saveDraft.restricted',
  'saveDraft.asked',
]
/** What may be left out, and what stood is kept then, or it is no field of what stands. */
const kept = [
  ...['changeCampaign.offer', 'changeCampaign.script', 'changeCampaign.why'],
  ...['changeHandInLine.companyId', 'changeHandInLine.wrote'],
  ...['changeVisit.tookPart', 'correctCompanyPerson.saidOn', 'correctHeldPerson.saidOn', 'correctNumber.saidOn'],
  ...['findNumber.saidOn', 'setNumber.saidOn'],
]

test('no field of a body that changes something has a value of its own when it is left out', () => {
  expect(bodies.length).toBeGreaterThan(20)
  const emptied = bodies.flatMap(({ name, def }) =>
    Object.entries(def.shape ?? {}).flatMap(([field, { def: of }]) =>
      of.type === 'default' ? [`${name}.${field}`] : [],
    ),
  )
  expect(emptied.filter((one) => !usual.includes(one))).toEqual([])
})

test('what may be left out is named here: what stood is kept then, or it is about the change and not about what stands', () => {
  const optional = bodies.flatMap(({ name, def }) =>
    Object.entries(def.shape ?? {}).flatMap(([field, { def: of }]) =>
      of.type === 'optional' && field !== 'seen' ? [`${name}.${field}`] : [],
    ),
  )
  expect(optional.toSorted()).toEqual(kept)
})
