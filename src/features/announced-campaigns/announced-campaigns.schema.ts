/** One calendar of the centre's campaigns and of what schools and partners run of their own: so that three do not knock in the same week. */
import { CalendarDate, endpoint, Id, MaybeWords, named, Nothing, Words, z } from '#platform/endpoint'
import { speakers, staff } from '../centre/roles.ts'

export const CalendarCampaign = named(
  'CalendarCampaign',
  z.object({
    kind: z.enum(['campaign', 'announced']),
    id: z.int(),
    name: z.string(),
    /** A school, or a partner by name; null: the centre's own campaign. */
    whose: z.nullable(z.string()),
    fromOn: CalendarDate,
    toOn: CalendarDate,
    /** Names of those that go to the same companies in the same weeks. */
    collides: z.array(z.string()),
    can: z.object({ withdraw: z.boolean() }),
  }),
)
export const showCampaignCalendar = endpoint({
  name: 'showCampaignCalendar',
  method: 'GET',
  path: '/api/campaign-calendar',
  summary: 'Campaigns of all schools and partners in twelve weeks from a day, and which of them collide',
  can: staff,
  query: z.object({ from: z.optional(CalendarDate) }),
  answer: z.object({ from: CalendarDate, to: CalendarDate, rows: z.array(CalendarCampaign) }),
})
export const announceCampaign = endpoint({
  name: 'announceCampaign',
  method: 'POST',
  path: '/api/announced-campaigns',
  summary: 'Say what a school or a partner runs of its own: adverts, mailings, visits',
  can: speakers,
  status: 201,
  body: z.object({
    name: Words(120),
    /** Whose it is: a school, else a partner by name. */
    schoolId: z.nullable(z.int()),
    whose: z._default(MaybeWords(120), ''),
    fromOn: CalendarDate,
    toOn: CalendarDate,
    /** Empty: everywhere, every industry. Codes of municipalities, first two digits of industries. */
    municipalities: z._default(z.array(z.int()).check(z.maxLength(98)), []),
    industries: z._default(z.array(z.string().check(z.regex(/^\d{2}$/))).check(z.maxLength(100)), []),
  }),
  answer: CalendarCampaign,
})
export const withdrawAnnouncement = endpoint({
  name: 'withdrawAnnouncement',
  method: 'DELETE',
  path: '/api/announced-campaigns/{id}',
  summary: 'It will not be run after all',
  can: speakers,
  params: z.object({ id: Id }),
  answer: Nothing,
})
