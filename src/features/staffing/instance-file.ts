/** An instance as it stands in a file (shared/data/INSTANCES.md), read and checked: what is wrong is said with where it stands. */
import { z } from '#platform/endpoint'
import { type Instance, slotsAWeek, topics } from './instance.ts'

/** What is wrong with a file, in a sentence. */
export class BadInstance extends Error {
  override name = 'BadInstance'
}

const longestYear = 53 * slotsAWeek
const mostRows = 10_000
const whole = (least: number, most: number) =>
  z
    .int({ error: `a whole number from ${least} to ${most}` })
    .check(z.minimum(least, { error: `${least} or more` }), z.maximum(most, { error: `${most} or less` }))
const share = z
  .number({ error: 'a number from 0 to 1' })
  .check(z.minimum(0, { error: '0 or more' }), z.maximum(1, { error: '1 or less' }))
const list = <Row extends z.core.$ZodType>(row: Row, what: string) =>
  z.array(row, { error: `a list of ${what}` }).check(z.maxLength(mostRows, { error: `a list of at most ${mostRows}` }))
const row = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object(shape, { error: 'an object' })

const place = whole(0, mostRows)
const slot = whole(0, longestYear - 1)
const topic = whole(0, topics.all - 1)
const cap = whole(0, 1_000_000)
const File = row({
  schools: list(row({ target: share, cap }), 'schools'),
  cons: list(
    row({
      ...{ school: place, kom: place, cap, free: list(slot, 'slots'), learn: list(topic, 'topics') },
      ex: list(whole(0, 3), 'levels').check(z.length(topics.all, { error: `${topics.all} levels` })),
    }),
    'consultants',
  ),
  visits: list(
    row({
      ...{ kom: place, br: whole(0, topics.firstService - 1), slots: list(slot, 'slots') },
      sv: list(whole(0, topics.all - topics.firstService - 1), 'services'),
      contact: whole(-1, mostRows),
      two: z.boolean({ error: 'true or false' }),
    }),
    'visits',
  ),
})
const Minutes = row({ minutes: list(list(z.number({ error: 'a number of minutes' }), 'minutes'), 'rows of minutes') })

const nameOf = (path: readonly PropertyKey[]) =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
const told = (path: readonly PropertyKey[], must: string) =>
  new BadInstance(path.length === 0 ? `it must be ${must}` : `${nameOf(path)} must be ${must}`)
const parse = <Shape extends z.core.$ZodType>(schema: Shape, value: unknown): z.output<Shape> => {
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw told(issue?.path ?? [], issue?.message ?? 'an instance')
}

/** Whom and what rows name by their place must be there. */
const checkPlaces = ({ schools, cons, visits }: z.output<typeof File>, places: number) => {
  const check = (path: readonly PropertyKey[], named: number, there: number, what: string) => {
    if (named >= there) throw told(path, `one of the ${there} ${what}, counted from 0; it is ${named}`)
  }
  for (const [at, { school, kom }] of cons.entries()) {
    check(['cons', at, 'school'], school, schools.length, 'schools')
    check(['cons', at, 'kom'], kom, places, 'municipalities')
  }
  for (const [at, { contact, kom }] of visits.entries()) {
    check(['visits', at, 'contact'], contact, cons.length, 'consultants')
    check(['visits', at, 'kom'], kom, places, 'municipalities')
  }
}

/** A square of minutes, by municipality. */
export const readMinutes = (value: unknown): number[][] => {
  const { minutes } = parse(Minutes, value)
  const short = minutes.findIndex(({ length }) => length !== minutes.length)
  if (short !== -1) throw told(['minutes', short], `as long as there are rows, ${minutes.length}`)
  return minutes
}

/** Its `fixed` times and the weights, which are ours, are not looked at. */
export const readInstance = (value: unknown, minutes: readonly (readonly number[])[]): Instance => {
  const file = parse(File, value)
  checkPlaces(file, minutes.length)
  return {
    schools: file.schools,
    consultants: file.cons.map(({ school, kom, ex, learn, free, cap: most }) => ({
      ...{ school, place: kom, expertise: ex, learns: learn, free, cap: most },
    })),
    visits: file.visits.map(({ kom, br, sv, slots, contact, two }) => ({
      ...{ place: kom, industry: br, services: sv.map((service) => topics.firstService + service) },
      ...{ slots, contact: contact === -1 ? null : contact, two },
    })),
    minutes,
  }
}
