import { endpoint, Id, Moment, named, Page, PageQuery, z } from '#platform/endpoint'
import { ByHand, FileReading } from '#platform/files/reading.schema'

/** A column of a table, counted from 0. */
export const ColumnPlace = z.int().check(z.minimum(0), z.maximum(999))
type AnyMapping = z.ZodMiniType<Partial<Record<string, number>>>

/** An import as lists show it. */
export const ImportInShort = z.object({
  id: z.int(),
  fileName: z.string(),
  /** `register`: documents, as the register's own JSON. `list`: CSV or a workbook, with a mapping. */
  format: z.enum(['register', 'list']),
  state: z.enum(['uploaded', 'trying', 'tried', 'running', 'done', 'failed', 'undone']),
  who: z.nullable(z.string()),
  uploadedAt: Moment,
  finishedAt: z.nullable(Moment),
  undoneAt: z.nullable(Moment),
  undoneBy: z.nullable(z.string()),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  failure: z.nullable(z.string()),
  can: z.object({ run: z.boolean(), undo: z.boolean() }),
})

const inFull = (mapping: AnyMapping) =>
  z.object({
    ...ImportInShort.shape,
    can: z.object({ run: z.boolean(), undo: z.boolean(), readAgain: z.boolean() }),
    /** Null of documents: there is nothing to choose. */
    reading: z.nullable(FileReading),
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    mapping,
    /** What concerns the whole file: mixed encodings, a heading that stands twice. */
    fileNotes: z.array(z.string()),
    /** Rows of a workbook that nobody sees, the first of their lines, and whether they are taken in. */
    hidden: z.nullable(z.object({ count: z.int(), lines: z.string(), taken: z.boolean() })),
    /** Rows changed, by field. */
    fields: z.array(z.object({ field: z.string(), count: z.int() })),
    /** A field that changes in over 30 % of the known rows: perhaps the wrong column. */
    warnings: z.array(z.object({ field: z.string(), percent: z.int() })),
    /** Rows whose differing values stay as the register has them, because the register's record is dated and newer or the file is undated. */
    stayed: z.int(),
    notes: z.int(),
  })
export const ImportInFull = inFull(z.partialRecord(z.string(), ColumnPlace))

export const ImportError = named(
  'ImportError',
  z.object({ n: z.int(), line: z.int(), column: z.nullable(z.string()), reason: z.string(), rejected: z.boolean() }),
)

type About = {
  /** `Company`: the verbs are `uploadCompanies`, `listImports`… as given, the shapes `CompanyImport`. */
  shape: string
  verbs: Record<'upload' | 'read' | 'list' | 'show' | 'attempt' | 'run' | 'undo' | 'errors', string>
  path: `/api/${string}`
  /** "of companies" */
  of: string
  can: readonly string[]
  mapping: AnyMapping
  /** Bytes a file may have. */
  most: number
}

const params = z.object({ id: Id })
type Shaped = Pick<About, 'verbs' | 'path' | 'of' | 'can' | 'mapping' | 'most'>

const looking = <Short extends z.ZodMiniType, Full extends z.ZodMiniType>(
  { verbs, path, of, can }: Shaped,
  { InShort, InFull }: { InShort: Short; InFull: Full },
) => ({
  list: endpoint({
    name: verbs.list,
    method: 'GET',
    path,
    summary: `Imports ${of}, newest first`,
    can,
    query: z.object(PageQuery),
    answer: Page(InShort),
    problems: ['bad-cursor'],
  }),
  show: endpoint({
    name: verbs.show,
    method: 'GET',
    path: `${path}/{id}`,
    summary: 'An import: file, mapping, progress, result',
    can,
    params,
    answer: InFull,
  }),
  errors: endpoint({
    name: verbs.errors,
    method: 'GET',
    path: `${path}/{id}/errors`,
    summary: 'Rows that did not come in, by line and column with the reason',
    can,
    params,
    query: z.object(PageQuery),
    answer: Page(ImportError),
    problems: ['bad-cursor'],
  }),
})

const doing = <Full extends z.ZodMiniType>({ verbs, path, of, can, mapping, most }: Shaped, InFull: Full) => {
  /** `hidden`: with the rows that nobody sees; without, as it was said before, at first not. */
  const body = z.object({ mapping: z.optional(mapping), hidden: z.optional(z.boolean()) })
  const problems = ['columns-not-chosen', 'import-running', 'import-over'] as const
  const start = { method: 'POST', can, status: 202, params, body, answer: InFull, problems } as const
  return {
    upload: endpoint({
      name: verbs.upload,
      method: 'POST',
      path,
      summary: `Hand in a file ${of}`,
      can,
      kind: 'upload',
      most,
      status: 201,
      query: z.object({ name: z.string().check(z.minLength(1), z.maxLength(200)) }),
      answer: InFull,
      problems: ['file-refused', 'too-large'],
    }),
    read: endpoint({
      name: verbs.read,
      method: 'POST',
      path: `${path}/{id}/readings`,
      summary: 'Read the file once more with other headings, another sheet, another encoding',
      can,
      status: 201,
      params,
      body: ByHand,
      answer: InFull,
      problems: ['file-refused', 'import-running', 'import-over'],
    }),
    attempt: endpoint({
      ...start,
      name: verbs.attempt,
      path: `${path}/{id}/trials`,
      summary: 'Dry run: everything is done and rolled back',
    }),
    run: endpoint({ ...start, name: verbs.run, path: `${path}/{id}/runs`, summary: 'Import the file' }),
    undo: endpoint({
      name: verbs.undo,
      method: 'POST',
      path: `${path}/{id}/undoings`,
      summary: 'Undo the whole import',
      can,
      status: 201,
      params,
      answer: InFull,
      problems: ['import-undone', 'import-newer-changes', 'import-in-use', 'import-running'],
    }),
  }
}

/** The endpoints of one kind of import: hand in, look, try, run, undo. */
export const importEndpoints = ({ shape, ...about }: About) => {
  const InShort = named(`${shape}Import`, z.object(ImportInShort.shape))
  const InFull = named(`${shape}ImportInFull`, inFull(about.mapping))
  return { ...looking(about, { InShort, InFull }), ...doing(about, InFull) }
}
export type ImportContract = ReturnType<typeof importEndpoints>
