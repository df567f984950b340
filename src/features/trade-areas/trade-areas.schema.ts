/** What consultants and schools know: trade areas, kinds of education, languages, and what they wish to learn. Theirs to say. */
import { endpoint, Id, Moment, named, z } from '#platform/endpoint'
import { leaders, roles, settlers, staff, visitors } from '../centre/roles.ts'
import { fieldCodes } from '../enquiries/enquiry-words.table.ts'
import { languageCodes, tradeAreaCodes } from './trade-areas.table.ts'

const Trades = z.array(z.enum(tradeAreaCodes)).check(z.maxLength(40))
const Kinds = z.array(z.enum(fieldCodes)).check(z.maxLength(20))
const Languages = z.array(z.enum(languageCodes)).check(z.maxLength(20))
/** A trade area or a kind of education. */
const Wishes = z.array(z.enum([...tradeAreaCodes, ...fieldCodes])).check(z.maxLength(40))

const said = { trades: Trades, languages: Languages, wishes: Wishes }
const own = {
  ...said,
  kinds: Kinds,
  /** Knows the whole offer: goes first to companies that nobody has met. */
  generalist: z.boolean(),
}
/** What was seen before: what somebody else said meanwhile is not overwritten. */
const seen = { saidAt: z.nullable(Moment) }
export const VisitorTrades = named(
  'VisitorTrades',
  z.object({
    ...own,
    personId: z.int(),
    name: z.string(),
    school: z.nullable(z.string()),
    /** Null: has said nothing yet; what the school says holds. */
    saidAt: z.nullable(Moment),
    can: z.object({ change: z.boolean() }),
  }),
)
export const SchoolTrades = named(
  'SchoolTrades',
  z.object({
    ...said,
    schoolId: z.int(),
    school: z.string(),
    saidAt: z.nullable(Moment),
    can: z.object({ change: z.boolean() }),
  }),
)
export const listTradeAreas = endpoint({
  name: 'listTradeAreas',
  method: 'GET',
  path: '/api/trade-areas',
  summary: 'What those who visit, and the schools, know and wish to learn',
  can: staff,
  answer: z.object({ visitors: z.array(VisitorTrades), schools: z.array(SchoolTrades) }),
})
export const changeMyTrades = endpoint({
  name: 'changeMyTrades',
  method: 'PUT',
  path: '/api/trade-areas/mine',
  summary: 'What I know, and wish to learn',
  can: visitors,
  body: z.object({ ...own, ...seen }),
  answer: VisitorTrades,
  problems: ['not-found', 'changed-meanwhile'],
})
const whoSays = roles.filter((role) => settlers.includes(role) || leaders.includes(role))
export const changeSchoolTrades = endpoint({
  name: 'changeSchoolTrades',
  method: 'PUT',
  path: '/api/trade-areas/schools/{schoolId}',
  summary: 'Which trades a school knows; what its consultants have not said otherwise',
  can: whoSays,
  params: z.object({ schoolId: Id }),
  body: z.object({ ...said, ...seen }),
  answer: SchoolTrades,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})
