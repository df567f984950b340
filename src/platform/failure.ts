/** The system's short name for what failed: Node's `ENOENT`, PostgreSQL's `57P03`; undefined without. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** What is thrown is nearly always an Error; whatever else it is, is said as it is. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
/** For the log and the terminal: with the place where it happened. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
