/** What consultants come together for: theme meetings, tours of a school, joint stands; who is signed up, and what came of it. */
import { endpoint, Flag, Id, MaybeWords, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'
import { gatheringKinds, newsKinds } from './gathering-kinds.table.ts'

const Person = z.object({ id: z.int(), name: z.string() })
const School = z.object({ id: z.int(), name: z.string() })
/** So many turns a stand has at most, and a time so many seats. */
export const most = { times: 24, seats: 500, hours: 12 } as const
const Seats = z.int().check(z.minimum(1), z.maximum(most.seats))
const When = { startsAt: Moment, endsAt: Moment, place: Words(200), seats: Seats }

const GatheringTime = named(
  'GatheringTime',
  z.object({
    id: z.int(),
    ...When,
    /** Seats that nobody has. */
    free: z.int(),
    /** Who has a seat, then who waits for one, in turn. */
    people: z.array(
      z.object({
        ...Person.shape,
        school: z.nullable(z.string()),
        waits: z.boolean(),
        /** The colleague who is asked to take the turn. */
        asked: z.nullable(z.string()),
        /** Own, or for whoever hosts it; null: not said, or not for who asks. */
        came: z.nullable(z.boolean()),
        can: z.object({ say: z.boolean(), take: z.boolean() }),
      }),
    ),
    /** Of who asks; null: is not signed up. `place` in the line of those who wait. */
    mine: z.nullable(z.object({ waits: z.boolean(), place: z.int(), news: z.nullable(z.enum(newsKinds)) })),
    can: z.object({ signUp: z.boolean(), signOff: z.boolean(), ask: z.boolean(), move: z.boolean() }),
  }),
)
const about = {
  id: z.int(),
  kind: z.enum(gatheringKinds),
  title: z.string(),
  aim: z.string(),
  /** Null: the centre hosts it. */
  school: z.nullable(School),
  startsAt: Moment,
  endsAt: Moment,
  calledOff: z.boolean(),
  over: z.boolean(),
  learnt: z.array(z.string()),
}
const ListedGathering = named(
  'ListedGathering',
  z.object({
    ...about,
    place: z.string(),
    times: z.int(),
    free: z.int(),
    waiting: z.int(),
    /** Of who asks. */
    mine: z.nullable(z.enum(['seat', 'waits'])),
  }),
)
export const Gathering = named(
  'Gathering',
  z.object({
    ...about,
    heldBy: z.nullable(Person),
    /** Empty: all schools. */
    invited: z.array(School),
    calledOffWhy: z.string(),
    times: z.array(GatheringTime),
    can: z.object({ run: z.boolean(), callOff: z.boolean(), learn: z.boolean(), hold: z.boolean() }),
  }),
)
export type Whole = z.infer<typeof Gathering>
export type Time = Whole['times'][number]
export type Listed = z.infer<typeof ListedGathering>
const ById = z.object({ id: Id })
const refusals = ['not-found', 'gathering-over'] as const

export const listGatherings = endpoint({
  name: 'listGatherings',
  method: 'GET',
  path: '/api/gatherings',
  summary: 'Theme meetings, tours and stands ahead, the next first; or those that are over, the latest first',
  can: staff,
  query: z.object({ over: z.optional(Flag) }),
  answer: z.object({ rows: z.array(ListedGathering) }),
})
export const showGathering = endpoint({
  name: 'showGathering',
  method: 'GET',
  path: '/api/gatherings/{id}',
  summary: 'One of them: its times, and who is signed up',
  can: staff,
  params: ById,
  answer: Gathering,
  problems: ['not-found'],
})
export const makeGathering = endpoint({
  name: 'makeGathering',
  method: 'POST',
  path: '/api/gatherings',
  summary: 'A theme meeting, a tour of a school or a joint stand; whom it is for gets a mail',
  can: staff,
  status: 201,
  body: z.object({
    kind: z.enum(gatheringKinds),
    title: Words(120),
    aim: Words(500),
    schoolId: z.nullable(z.int()),
    /** Empty: all schools. */
    invited: z._default(z.array(z.int()).check(z.maxLength(100)), []),
    /** A stand has a time for each turn at it, the others have one. */
    times: z.array(z.object(When)).check(z.minLength(1), z.maxLength(most.times)),
  }),
  answer: Gathering,
})
export const callOffGathering = endpoint({
  name: 'callOffGathering',
  method: 'POST',
  path: '/api/gatherings/{id}/cancellations',
  within: showGathering,
  summary: 'It does not take place: who is signed up is told, and the time is free',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ why: MaybeWords(500) }),
  answer: Gathering,
  problems: [...refusals, 'not-allowed'],
})
export const holdGathering = endpoint({
  name: 'holdGathering',
  method: 'POST',
  path: '/api/gatherings/{id}/holdings',
  within: showGathering,
  summary: 'I see to it, where nobody does any more',
  can: coordinators,
  status: 201,
  params: ById,
  answer: Gathering,
  problems: refusals,
})
export const writeLearnt = endpoint({
  name: 'writeLearnt',
  method: 'POST',
  path: '/api/gatherings/{id}/lessons',
  within: showGathering,
  summary:
    'What came of it, in three lines at most; said anew it takes the place of what was written, if that was seen',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({
    lines: z.array(Words(200)).check(z.minLength(1), z.maxLength(3)),
    seen: z.array(Words(200)),
  }),
  answer: Gathering,
  problems: ['not-found', 'not-allowed', 'gathering-not-yet', 'changed-meanwhile'],
})

// ---- One of its times ----------------------------------------------------------------------------------------------
const OfTime = z.object({ id: Id, timeId: Id })
const at = '/api/gatherings/{id}/times/{timeId}' as const
export const signUp = endpoint({
  name: 'signUp',
  method: 'POST',
  path: `${at}/places`,
  within: showGathering,
  summary: 'I come: the time is taken in my calendar; where it is full I wait in turn for a seat',
  can: staff,
  status: 201,
  params: OfTime,
  answer: Gathering,
  problems: [...refusals, 'not-allowed', 'gathering-busy'],
})
export const signOff = endpoint({
  name: 'signOff',
  method: 'DELETE',
  path: `${at}/places`,
  within: showGathering,
  summary: 'I do not come: whoever waits first has my seat',
  can: staff,
  params: OfTime,
  answer: Gathering,
  problems: refusals,
})
export const moveGathering = endpoint({
  name: 'moveGathering',
  method: 'POST',
  path: `${at}/moves`,
  within: showGathering,
  summary:
    'Another time, place or number of seats: who is signed up is told, and keeps the seat where that time is free',
  can: staff,
  status: 201,
  params: OfTime,
  body: z.object({ ...When, seen: z.object(When) }),
  answer: Gathering,
  problems: [...refusals, 'not-allowed', 'changed-meanwhile', 'gathering-seats-taken'],
})
export const askToTakeTurn = endpoint({
  name: 'askToTakeTurn',
  method: 'POST',
  path: `${at}/askings`,
  within: showGathering,
  summary: 'Ask a colleague to take my turn',
  can: staff,
  status: 201,
  params: OfTime,
  body: z.object({ toId: z.int() }),
  answer: Gathering,
  problems: [...refusals, 'not-allowed'],
})
export const answerTurn = endpoint({
  name: 'answerTurn',
  method: 'POST',
  path: `${at}/answers`,
  within: showGathering,
  summary: 'I take the turn of a colleague who asked me, or not',
  can: staff,
  status: 201,
  params: OfTime,
  body: z.object({ fromId: z.int(), yes: z.boolean() }),
  answer: Gathering,
  problems: [...refusals, 'not-allowed', 'gathering-busy'],
})
export const sayWhoCame = endpoint({
  name: 'sayWhoCame',
  method: 'POST',
  path: `${at}/attendances`,
  within: showGathering,
  summary: 'Whether I came; or whether somebody did, by whoever hosts it',
  can: staff,
  status: 201,
  params: OfTime,
  body: z.object({ personId: z.int(), came: z.boolean() }),
  answer: Gathering,
  problems: ['not-found', 'not-allowed', 'gathering-over', 'gathering-not-yet'],
})
export const putAwayNews = endpoint({
  name: 'putAwayNews',
  method: 'POST',
  path: `${at}/readings`,
  within: showGathering,
  summary: 'I have read what happened to it',
  can: staff,
  status: 201,
  params: OfTime,
  answer: Nothing,
  problems: ['not-found'],
})
/** Whom one may ask to take a turn, with who is free then. */
export const listTakers = endpoint({
  name: 'listTakers',
  method: 'GET',
  path: `${at}/takers`,
  within: showGathering,
  summary: 'Colleagues whom it is for, who are not signed up and have nothing else then',
  can: staff,
  params: OfTime,
  answer: z.object({ rows: z.array(Person) }),
  problems: ['not-found'],
})
