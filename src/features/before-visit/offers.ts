/** What may answer a company, by what it said itself; and what is worth asking about though nobody has mentioned it. Pure. */
import { answering } from '../look-up/find.shared.ts'
import type { LookUp, OfferedCourse } from '../look-up/look-up.schema.ts'
import type { BeforeVisit } from './before-visit.schema.ts'

type Offer = BeforeVisit['offers'][number]
const mostSaid = 4
const mostUnsaid = 2
/** A list never names this beside a company: it says something of people's abilities. */
const unnamed = ['OBU']
/** Asked about gently, wherever people work. */
const askedEverywhere = ['FVU']

/** "Der kommer nye krav. Halvdelen følger ikke med." is two. */
export const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const openOf = ({ classes }: OfferedCourse) => classes.filter(({ state }) => state !== 'full')
const offerOf = (lookUp: LookUp, course: OfferedCourse, answers: string | null): Offer[] => {
  const [next] = openOf(course)
  if (!next) return []
  const schools = new Set(course.classes.map(({ provider }) => provider)).size
  const { kind, title } = course
  return [{ kind, title, next, schools, answers, school: lookUp.providers[next.provider]?.name ?? '' }]
}

/** What they said first comes first; a course stands once, with the first sentence that it answers. */
export const offersFor = (lookUp: LookUp, said: readonly string[]): Offer[] => {
  const courses = lookUp.courses.filter(({ kind }) => !unnamed.includes(kind.toUpperCase()))
  const answered = new Map<OfferedCourse, string>()
  for (const sentence of said)
    for (const course of answering(courses, sentence)) if (!answered.has(course)) answered.set(course, sentence)
  const saidOf = [...answered].flatMap(([course, sentence]) => offerOf(lookUp, course, sentence)).slice(0, mostSaid)
  const unsaid = courses
    .filter((course) => askedEverywhere.includes(course.kind.toUpperCase()) && !answered.has(course))
    .flatMap((course) => offerOf(lookUp, course, null))
  return [...saidOf, ...unsaid.slice(0, mostUnsaid)]
}
