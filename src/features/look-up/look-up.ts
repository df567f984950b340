/** Front door: what all schools hold in the time to come, and whom to ask. What must hold: no school comes before another for its own sake. */
import type { Ctx } from '#platform/context'
import type { Class } from '../catalogue/catalogue.schema.ts'
import { listClasses, showCatalogue } from '../catalogue/catalogue.ts'
import { listMembers } from '../members/members.ts'
import { listTradeAreas } from '../trade-areas/trade-areas.ts'
import type { z } from '#platform/endpoint'
import { type LookUp, mostClasses, type OfferedCourse } from './look-up.schema.ts'

type Row = z.output<typeof Class>

const byCourse = (rows: readonly Row[], placeOf: (row: Row) => number): OfferedCourse[] => {
  const courses = new Map<string, OfferedCourse>()
  for (const row of rows) {
    const { kind, code, title } = row.course
    const key = `${kind} ${code}`
    const course = courses.get(key) ?? { kind, code, title, classes: [] }
    courses.set(key, course)
    const { id, startsOn, signUpBy, days, hours, town, price, state, needs, capacity, enrolled } = row
    const places = capacity === null ? null : Math.max(0, capacity - enrolled)
    const said = { id, startsOn, signUpBy, days, hours, town, price, state, needs, places }
    course.classes.push({ provider: placeOf(row), ...said })
  }
  return [...courses.values()]
}

/** Who visits companies, by school: with what they know and the number they are reached on. */
const peopleBySchool = async (ctx: Ctx) => {
  const [{ visitors }, { rows: members }] = await Promise.all([listTradeAreas(ctx), listMembers(ctx)])
  const phones = new Map(members.map(({ personId, phone }) => [personId, phone]))
  return (schoolId: number | null) =>
    schoolId === null
      ? []
      : visitors
          .filter((one) => one.schoolId === schoolId)
          .map(({ personId, name, kinds, trades }) => ({
            ...{ name, phone: phones.get(personId) ?? null },
            ...{ fields: kinds, trades: trades.length },
          }))
}

/** What is not cancelled and has not begun. */
export const showLookUp = async (ctx: Ctx): Promise<LookUp> => {
  const [{ rows, next }, { importedAt }, peopleOf] = await Promise.all([
    listClasses(ctx, { upcoming: true, limit: mostClasses }),
    showCatalogue(ctx),
    peopleBySchool(ctx),
  ])
  const offered = rows.filter(({ cancelled }) => !cancelled)
  const providers = [...new Map(offered.map(({ provider }) => [provider.id, provider])).values()]
  const places = new Map(providers.map(({ id }, place) => [id, place]))
  return {
    importedAt,
    courses: byCourse(offered, ({ provider }) => places.get(provider.id) ?? 0),
    providers: providers.map(({ name, schoolId }) => ({ name, people: peopleOf(schoolId) })),
    cut: next !== null,
  }
}
