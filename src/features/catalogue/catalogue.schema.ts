import { ByHandInAddress, FileReading } from '#platform/files/reading.schema'
import { endpoint, Flag, Id, Moment, named, Nothing, Page, PageQuery, z } from '#platform/endpoint'
import { catalogueReaders, coordinators } from '../centre/roles.ts'

/** How a class stands. `open`: the portal gave no minimum, so nobody can say yet. */
export const classStates = ['cancelled', 'full', 'guaranteed', 'runs', 'short', 'open'] as const

export const Class = named(
  'Class',
  z.object({
    id: z.int(),
    /** The portal's own number (kviknummer). */
    quickNumber: z.string(),
    title: z.string(),
    course: z.object({ kind: z.string(), code: z.string(), title: z.string() }),
    provider: z.object({
      id: z.int(),
      institution: z.string(),
      name: z.string(),
      /** The school of this centre that the provider is; null for others. */
      schoolId: z.nullable(z.int()),
    }),
    startsOn: z.string(),
    endsOn: z.string(),
    signUpBy: z.nullable(z.string()),
    days: z.nullable(z.number()),
    street: z.nullable(z.string()),
    postalCode: z.nullable(z.string()),
    town: z.nullable(z.string()),
    teaching: z.nullable(z.string()),
    hours: z.nullable(z.string()),
    /** Kroner a participant, of which `extra` is for meals, rooms and the like. */
    price: z.nullable(z.number()),
    extra: z.nullable(z.number()),
    minimum: z.nullable(z.int()),
    capacity: z.nullable(z.int()),
    enrolled: z.int(),
    guaranteed: z.boolean(),
    cancelled: z.boolean(),
    state: z.enum(classStates),
    /** How many more it needs to run; 0 when it runs, is cancelled or is guaranteed. */
    needs: z.int(),
    link: z.nullable(z.string()),
  }),
)

const OneOrMore = z.pipe(
  z.transform((value): unknown[] => (Array.isArray(value) ? value : [value])),
  z.array(Id).check(z.maxLength(200)),
)
export const ClassQuery = {
  /** Part of a title, a course code, a place or a provider's name. */
  q: z.optional(z.string().check(z.maxLength(200))),
  provider: z.optional(OneOrMore),
  /** Begins within so many weeks from today. */
  weeks: z.optional(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(200))),
  /** Not begun yet. */
  upcoming: z.optional(Flag),
  /** Under its own minimum, neither guaranteed nor cancelled. */
  short: z.optional(Flag),
  guaranteed: z.optional(Flag),
}
export const listClasses = endpoint({
  name: 'listClasses',
  method: 'GET',
  path: '/api/classes',
  summary: 'Classes of all providers, soonest first',
  can: catalogueReaders,
  query: z.object({ ...PageQuery, ...ClassQuery }),
  answer: Page(Class),
  problems: ['bad-cursor'],
})

export const showCatalogue = endpoint({
  name: 'showCatalogue',
  method: 'GET',
  path: '/api/classes/overview',
  summary: 'How many classes, how many under their minimum, whose, and since when',
  can: catalogueReaders,
  answer: named(
    'Catalogue',
    z.object({
      classes: z.int(),
      upcoming: z.int(),
      /** Upcoming ones under their own minimum, guaranteed ones left out. */
      short: z.int(),
      providers: z.array(
        z.object({
          id: z.int(),
          institution: z.string(),
          name: z.string(),
          schoolId: z.nullable(z.int()),
          classes: z.int(),
        }),
      ),
      importedAt: z.nullable(Moment),
      can: z.object({ import: z.boolean() }),
    }),
  ),
})

// ---- Import ------------------------------------------------------------------------------------------
export const ClassImportError = named(
  'ClassImportError',
  z.object({ line: z.int(), column: z.nullable(z.string()), reason: z.string(), rejected: z.boolean() }),
)
export const ClassImportResult = named(
  'ClassImportResult',
  z.object({
    /** Null for a dry run. */
    importId: z.nullable(z.int()),
    fileName: z.string(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    newProviders: z.int(),
    /** At most 1,000; the rest can be read from the import itself. */
    errors: z.array(ClassImportError),
    reading: z.nullable(FileReading),
    /** What concerns the whole file. */
    notes: z.array(z.string()),
  }),
)
export const importClassFile = endpoint({
  name: 'importClasses',
  method: 'POST',
  path: '/api/class-imports',
  summary: 'Import classes from the catalogue portal; with dryRun=true everything but the writing',
  can: coordinators,
  kind: 'upload',
  most: 64_000_000,
  status: 201,
  query: z.object({
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    dryRun: z.optional(Flag),
    ...ByHandInAddress,
  }),
  answer: ClassImportResult,
  problems: ['file-refused', 'too-large'],
})

export const ClassImport = named(
  'ClassImport',
  z.object({
    id: z.int(),
    fileName: z.string(),
    state: z.enum(['done', 'undone']),
    who: z.nullable(z.string()),
    at: Moment,
    undoneAt: z.nullable(Moment),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    can: z.object({ undo: z.boolean() }),
  }),
)
export const listClassImports = endpoint({
  name: 'listClassImports',
  method: 'GET',
  path: '/api/class-imports',
  summary: 'Imports of classes, newest first',
  can: coordinators,
  query: z.object(PageQuery),
  answer: Page(ClassImport),
  problems: ['bad-cursor'],
})
export const listClassImportErrors = endpoint({
  name: 'listClassImportErrors',
  method: 'GET',
  path: '/api/class-imports/{id}/errors',
  summary: 'Rows that did not come in, by line and column with the reason',
  can: coordinators,
  params: z.object({ id: Id }),
  query: z.object(PageQuery),
  answer: Page(ClassImportError),
  problems: ['bad-cursor'],
})
export const undoClassImport = endpoint({
  name: 'undoClassImport',
  method: 'POST',
  path: '/api/class-imports/{id}/undoings',
  summary: 'Undo a whole import of classes: new ones go, changed ones get their old values back',
  can: coordinators,
  status: 201,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['import-undone', 'class-import-newer'],
})
