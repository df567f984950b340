/** Goals: one line with a year and an owner, of all schools or of one. */
import { endpoint, Id, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, leaders, roles, staff } from '../centre/roles.ts'

/** The common ones are set by who runs the centre, a school's own by who leads it. */
export const goalSetters = roles.filter((role) => [...coordinators, ...leaders].includes(role))

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
  can: goalSetters,
  status: 201,
  body: GoalForm,
  answer: Goal,
})
export const changeGoal = endpoint({
  name: 'changeGoal',
  method: 'PUT',
  path: '/api/goals/{id}',
  summary: 'Say a goal better, give it another year or owner',
  can: goalSetters,
  params: GoalId,
  body: GoalForm,
  answer: Goal,
})
export const giveUpGoal = endpoint({
  name: 'giveUpGoal',
  method: 'DELETE',
  path: '/api/goals/{id}',
  summary: 'Give a goal up: nothing new serves it, what served it still says so',
  can: goalSetters,
  params: GoalId,
  answer: Nothing,
})
