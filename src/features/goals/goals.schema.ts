/** Goals: one line with a year and an owner, of all schools or of one. */
import { endpoint, Id, named, Nothing, Seen, Words, z } from '#platform/endpoint'
import { speakers, staff } from '../centre/roles.ts'

export const Goal = named(
  'Goal',
  z.object({
    id: z.int(),
    /** Whose goal it is; null: all schools' together. */
    school: z.nullable(z.object({ id: z.int(), name: z.string() })),
    words: z.string(),
    year: z.int(),
    owner: z.object({ id: z.int(), name: z.string(), left: z.boolean() }),
    can: z.object({ change: z.boolean() }),
  }),
)
const GoalForm = z.object({
  words: Words(200),
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  ownerId: z.int(),
})
const GoalId = z.object({ id: Id })

export const listGoals = endpoint({
  name: 'listGoals',
  method: 'GET',
  path: '/api/goals',
  summary: 'Goals that stand, the common ones first, the latest year first',
  can: staff,
  answer: z.object({ rows: z.array(Goal), can: z.object({ set: z.boolean() }) }),
})
export const setGoal = endpoint({
  name: 'setGoal',
  method: 'POST',
  path: '/api/goals',
  summary: 'Set a goal: a common one, or, by who leads a school, one of the own school',
  can: speakers,
  status: 201,
  body: GoalForm,
  answer: Goal,
})
export const changeGoal = endpoint({
  name: 'changeGoal',
  method: 'PUT',
  path: '/api/goals/{id}',
  summary: 'Say a goal better, give it another year or owner',
  can: speakers,
  params: GoalId,
  body: z.extend(GoalForm, { seen: Seen }),
  answer: Goal,
  problems: ['changed-meanwhile'],
})
export const giveUpGoal = endpoint({
  name: 'giveUpGoal',
  method: 'DELETE',
  path: '/api/goals/{id}',
  summary: 'Give a goal up: nothing new serves it, what served it still says so',
  can: speakers,
  params: GoalId,
  answer: Nothing,
})
