import type { Ctx } from '#platform/context'
import { keysOf } from '#platform/typed.shared'
import { noteChanges, type Outcome, type Work } from '../imports/imports.ts'
import { readClasses } from './class-file.ts'
import type { FoundClass } from './class-row.ts'
import * as store from './class-imports.sql.ts'
import type { ClassToWrite, NewCourse, StoredClass, Subject } from './class-imports.sql.ts'

export type ClassesIn = Outcome & { also: { newProviders: number } }
type Plan = {
  created: FoundClass[]
  updated: FoundClass[]
  unchanged: number
  newProviders: FoundClass['provider'][]
  changedProviders: FoundClass['provider'][]
  newCourses: NewCourse[]
}
/** The value most rows have; the first of them when several are as common. */
const mostCommon = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

const keyOf = (course: { kind: string; code: string }) => `${course.kind} ${course.code}`

const isSame = (stored: StoredClass, { facts, provider, course }: FoundClass) =>
  stored.institution === provider.institution &&
  stored.kind === course.kind &&
  stored.code === course.code &&
  keysOf(facts).every((key) => stored[key] === facts[key])

/**
 * Providers of the file that are new, or have another name. A school writes its name and address in more than one way in
 * one file; the commonest counts. An address is only filled in, never replaced, so that a part of the portal cannot flip it.
 */
const planProviders = async (ctx: Ctx, found: readonly FoundClass[]) => {
  const stored = new Map((await store.storedProviders(ctx)).map((one) => [one.institution, one]))
  const newProviders: FoundClass['provider'][] = []
  const changedProviders: FoundClass['provider'][] = []
  for (const [institution, rows] of Map.groupBy(found, (one) => one.provider.institution)) {
    const known = stored.get(institution)
    const name = mostCommon(rows.map((one) => one.provider.name)) ?? institution
    const website = known?.website ?? mostCommon(rows.flatMap((one) => one.provider.website ?? [])) ?? null
    if (!known) newProviders.push({ institution, name, website })
    else if (known.name !== name || known.website !== website) changedProviders.push({ institution, name, website })
  }
  return { newProviders, changedProviders }
}

/** A course takes its title and length from the classes that first bring it; later files do not rename it. */
const planCourses = async (ctx: Ctx, found: readonly FoundClass[]): Promise<NewCourse[]> => {
  const known = new Set((await store.storedCourses(ctx)).map(keyOf))
  const unknown = found.filter((one) => !known.has(keyOf(one.course)))
  return [...Map.groupBy(unknown, (one) => keyOf(one.course)).values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const title = mostCommon(rows.map((one) => one.facts.title)) ?? first.facts.title
    return [{ ...first.course, title, days: mostCommon(rows.map((one) => one.facts.days)) ?? null }]
  })
}

const planOf = async (ctx: Ctx, found: readonly FoundClass[]): Promise<Plan> => {
  const rows = await store.storedClasses(
    ctx,
    found.map((one) => one.quickNumber),
  )
  const stored = new Map(rows.map((one) => [one.quickNumber, one]))
  const plan: Plan = {
    created: [],
    updated: [],
    unchanged: 0,
    ...(await planProviders(ctx, found)),
    newCourses: await planCourses(ctx, found),
  }
  for (const one of found) {
    const before = stored.get(one.quickNumber)
    if (!before) plan.created.push(one)
    else if (isSame(before, one)) plan.unchanged++
    else plan.updated.push(one)
  }
  return plan
}

/** Keeps what rows of a table were before and are now, the new ones without a before. */
const keepChanges = async (
  ctx: Ctx,
  importId: number,
  subject: Subject,
  key: string,
  { values, before }: { values: readonly string[]; before: ReadonlyMap<number, object> },
) => {
  const now = await store.rowsAsTheyStand(ctx, subject, key, values)
  const changes = [...now].map(([subjectId, after]) => ({ subjectId, before: before.get(subjectId) ?? null, after }))
  await noteChanges(ctx, importId, subject, changes)
}

const writeProviders = async (ctx: Ctx, importId: number, { newProviders, changedProviders }: Plan) => {
  const values = [...newProviders, ...changedProviders].map((one) => one.institution)
  const before = await store.rowsAsTheyStand(ctx, 'provider', 'institution', values)
  if (newProviders.length > 0) await store.insertProviders(ctx, newProviders)
  for (const one of changedProviders) await store.renameProvider(ctx, one)
  await keepChanges(ctx, importId, 'provider', 'institution', { values, before })
}

const writeCourses = async (ctx: Ctx, importId: number, { newCourses }: Plan) => {
  if (newCourses.length === 0) return
  const made = await store.insertCourses(ctx, newCourses)
  const changes = made.map(({ id, ...after }) => ({ subjectId: id, before: null, after }))
  await noteChanges(ctx, importId, 'course', changes)
}

const writeClasses = async (ctx: Ctx, importId: number, plan: Plan) => {
  const providers = new Map((await store.storedProviders(ctx)).map((one) => [one.institution, one.id]))
  const courses = new Map((await store.storedCourses(ctx)).map((one) => [keyOf(one), one.id]))
  const rowOf = (one: FoundClass): ClassToWrite => {
    const providerId = providers.get(one.provider.institution)
    const courseId = courses.get(keyOf(one.course))
    if (providerId === undefined || courseId === undefined)
      throw new Error(`no provider or course for class ${one.quickNumber}`)
    return { quickNumber: one.quickNumber, providerId, courseId, ...one.facts }
  }
  const changed = [...plan.updated, ...plan.created]
  const values = changed.map((one) => one.quickNumber)
  const before = await store.rowsAsTheyStand(ctx, 'class', 'quick_number', values)
  await store.writeClasses(ctx, changed.map(rowOf))
  await keepChanges(ctx, importId, 'class', 'quick_number', { values, before })
}

/**
 * Brings the portal's rows in. Importing the same file again changes nothing. A class that the file does not name stays as
 * it is: a file may be a part of the portal.
 */
export const bringClasses = async (ctx: Ctx, { importId, mapping, rows }: Work<undefined>): Promise<ClassesIn> => {
  const read = await readClasses(rows, mapping)
  const plan = await planOf(ctx, read.found)
  await writeProviders(ctx, importId, plan)
  await writeCourses(ctx, importId, plan)
  await writeClasses(ctx, importId, plan)
  return {
    created: plan.created.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged + read.repeated,
    rejected: read.rejected,
    errors: read.errors,
    also: { newProviders: plan.newProviders.length },
  }
}
