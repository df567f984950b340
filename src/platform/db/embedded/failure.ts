/** The system's short name for what failed ('ENOENT', or PostgreSQL's '57P03'). */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
