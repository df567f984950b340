import type { Ctx } from '#platform/context'
import { record } from '#platform/events'
import { problemText } from '#platform/files/file-problems.table'
import { type GivenFile, readClassFile } from './class-file.ts'
import type { ClassFacts, FoundClass } from './class-row.ts'
import {
  type ClassToWrite,
  insertCourses,
  insertErrors,
  insertImport,
  insertProviders,
  lockImports,
  type NewCourse,
  rememberAfter,
  rememberBefore,
  rememberCreated,
  renameProvider,
  type StoredClass,
  storedClasses,
  storedCourses,
  storedProviders,
  writeClasses,
} from './imports.sql.ts'

type ImportResult = {
  importId: number | null
  fileName: string
  created: number
  updated: number
  unchanged: number
  rejected: number
  newProviders: number
  errors: { line: number; column: string | null; reason: string }[]
  notes: string[]
}
type Plan = {
  created: FoundClass[]
  updated: FoundClass[]
  unchanged: number
  newProviders: FoundClass['provider'][]
  changedProviders: FoundClass['provider'][]
  newCourses: NewCourse[]
}
const mostErrors = 1000

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
  (Object.keys(facts) as (keyof ClassFacts)[]).every((key) => stored[key] === facts[key])

/**
 * Providers of the file that are new, or have another name. A school writes its name and address in more than one way in
 * one file; the commonest counts. An address is only filled in, never replaced, so that a part of the portal cannot flip it.
 */
const planProviders = async (ctx: Ctx, found: readonly FoundClass[]) => {
  const stored = new Map((await storedProviders(ctx)).map((one) => [one.institution, one]))
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
  const known = new Set((await storedCourses(ctx)).map(keyOf))
  const unknown = found.filter((one) => !known.has(keyOf(one.course)))
  return [...Map.groupBy(unknown, (one) => keyOf(one.course)).values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const title = mostCommon(rows.map((one) => one.facts.title)) ?? first.facts.title
    return [{ ...first.course, title, days: mostCommon(rows.map((one) => one.facts.days)) ?? null }]
  })
}

const planOf = async (ctx: Ctx, found: readonly FoundClass[]): Promise<Plan> => {
  const rows = await storedClasses(
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

const writeProviders = async (ctx: Ctx, importId: number, plan: Plan) => {
  if (plan.newProviders.length > 0) {
    const made = await insertProviders(ctx, plan.newProviders)
    await rememberCreated(
      ctx,
      importId,
      'provider',
      made.map((one) => one.id),
    )
  }
  await rememberBefore(
    ctx,
    importId,
    'provider',
    'institution',
    plan.changedProviders.map((one) => one.institution),
  )
  for (const one of plan.changedProviders) await renameProvider(ctx, one)
  await rememberAfter(ctx, importId, 'provider')
  if (plan.newCourses.length > 0) {
    const made = await insertCourses(ctx, plan.newCourses)
    await rememberCreated(
      ctx,
      importId,
      'course',
      made.map((one) => one.id),
    )
    await rememberAfter(ctx, importId, 'course')
  }
}

const write = async (ctx: Ctx, importId: number, plan: Plan) => {
  await writeProviders(ctx, importId, plan)
  const providers = new Map((await storedProviders(ctx)).map((one) => [one.institution, one.id]))
  const courses = new Map((await storedCourses(ctx)).map((one) => [keyOf(one), one.id]))
  const rowOf = (one: FoundClass): ClassToWrite => {
    const providerId = providers.get(one.provider.institution)
    const courseId = courses.get(keyOf(one.course))
    if (providerId === undefined || courseId === undefined)
      throw new Error(`no provider or course for class ${one.quickNumber}`)
    return { quickNumber: one.quickNumber, providerId, courseId, ...one.facts }
  }
  await rememberBefore(
    ctx,
    importId,
    'class',
    'quick_number',
    plan.updated.map((one) => one.quickNumber),
  )
  await writeClasses(ctx, plan.updated.map(rowOf))
  const made = await writeClasses(ctx, plan.created.map(rowOf))
  await rememberCreated(
    ctx,
    importId,
    'class',
    made.map((one) => one.id),
  )
  await rememberAfter(ctx, importId, 'class')
}

/**
 * Brings the portal's file in: good rows in, bad rows listed by line and column with the reason. A dry run does everything
 * but the writing. Importing the same file again changes nothing. A class that the file does not name stays as it is: a
 * file may be a part of the portal. Throws `file-refused` when it is no file of classes.
 */
export const importClasses = async (
  ctx: Ctx,
  file: GivenFile & { dryRun?: boolean | undefined },
): Promise<ImportResult> => {
  const read = await readClassFile(ctx, file)
  await lockImports(ctx)
  const plan = await planOf(ctx, read.found)
  const counts = {
    created: plan.created.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged + read.repeated,
    rejected: read.rejected,
  }
  const importId = file.dryRun ? null : await insertImport(ctx, file.name, counts)
  if (importId !== null) {
    await insertErrors(ctx, importId, read.errors)
    await write(ctx, importId, plan)
    await record(ctx, {
      verb: 'imported',
      subject: 'import',
      subjectId: importId,
      after: { fileName: file.name, ...counts },
      topics: ['classes', 'class-imports', 'waiting'],
    })
  }
  return {
    importId,
    fileName: file.name,
    ...counts,
    newProviders: plan.newProviders.length,
    errors: read.errors
      .slice(0, mostErrors)
      .map(({ line, column, said }) => ({ line, column, reason: said[ctx.language] })),
    notes: read.notes.map((note) => problemText(note, ctx.language)),
  }
}
