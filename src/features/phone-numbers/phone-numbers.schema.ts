/** A company's phone number: the register's, or one of our own with who found it, where and when. */
import { CalendarDate, endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

/** Where a number was found: they said it, their own page, a directory, a mail of theirs, a school knew it. */
export const numberSources = ['said', 'own-page', 'directory', 'mail', 'school'] as const
const Source = z.enum(numberSources)

const FoundNumber = z.object({
  phone: z.string(),
  source: Source,
  saidOn: CalendarDate,
  /** What was called before; null: nobody knew any. */
  instead: z.nullable(z.string()),
  who: z.nullable(z.string()),
  setAt: Moment,
  /** Another took its place, or it was taken back; null: it stands. */
  endedAt: z.nullable(Moment),
})
export const PhoneNumber = named(
  'PhoneNumber',
  z.object({
    companyId: z.int(),
    /** What is called; null: nobody knows any. */
    phone: z.nullable(z.string()),
    /** The one that stands of our own; null: the register's, or a file's. */
    own: z.nullable(FoundNumber),
    /** All that were ever found, newest first. */
    found: z.array(FoundNumber),
  }),
)
const ByCompany = z.object({ companyId: Id })

/** A number as somebody found it, and what stood there when he wrote it (null: none): of two at once the second is told. */
export const NumberForm = {
  phone: Words(40),
  source: Source,
  /** Today, without. */
  saidOn: z.optional(z.nullable(CalendarDate)),
  instead: z.nullable(z.string().check(z.maxLength(40))),
}

export const showNumber = endpoint({
  name: 'showNumber',
  method: 'GET',
  path: '/api/companies/{companyId}/number',
  summary: 'The phone number of a company or workplace, and where it comes from',
  can: staff,
  params: ByCompany,
  answer: PhoneNumber,
  problems: ['not-found'],
})
export const setNumber = endpoint({
  name: 'setNumber',
  method: 'PUT',
  path: '/api/companies/{companyId}/number',
  summary: 'This is the number to call; it goes before the register’s',
  can: staff,
  params: ByCompany,
  body: z.object(NumberForm),
  answer: PhoneNumber,
  problems: ['not-found', 'number-changed'],
})
export const takeNumberBack = endpoint({
  name: 'takeNumberBack',
  method: 'DELETE',
  path: '/api/companies/{companyId}/number',
  summary: 'Our own number was a mistake: what files and register say counts again',
  can: staff,
  params: ByCompany,
  answer: PhoneNumber,
  problems: ['not-found'],
})
