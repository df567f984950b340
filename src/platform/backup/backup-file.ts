import * as z from 'zod/mini'

/**
 * A backup is one packed text (`zcat` reads it): a line that says what it is, then each table as a line with its name and its rows as
 * PostgreSQL's COPY writes them, ended by `\.`, and as last line the manifest: rows and checksum of each table.
 */
export const product = 'tovholder'
/** Goes up when this form changes; what the tables hold is told by the migrations. */
export const format = 1

/** What every backup says, of whatever version: enough to refuse it in a sentence. */
export const Claim = z.object({ product: z.string(), format: z.number(), version: z.string() })

export const TableName = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })
export type TableName = z.infer<typeof TableName>

export const Header = z.extend(Claim, {
  madeAt: z.string(),
  server: z.string(),
  /** Those that had been, in order: the last is where the restored database goes on from. */
  migrations: z.array(z.string()).check(z.minLength(1)),
  tables: z.array(TableName),
})
export type Header = z.infer<typeof Header>

export const TableLine = z.object({ table: z.string() })

export const TableSum = z.object({ table: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })
export type TableSum = z.infer<typeof TableSum>

export const Manifest = z.object({
  tables: z.array(TableSum),
  /** How far each count had come: no number is given twice. */
  counted: z.record(z.string(), z.number()),
  /** Of the first line. */
  sha256: z.string(),
})
export type Manifest = z.infer<typeof Manifest>

export const fullName = ({ schema, name }: Pick<TableName, 'schema' | 'name'>) => `${schema}.${name}`

/** All that a command tells of a backup. */
export type Told = { madeAt: string; version: string; tables: number; rows: number }
export const toldOf = ({ madeAt, version }: Header, tables: readonly TableSum[]): Told => ({
  madeAt,
  version,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
})
