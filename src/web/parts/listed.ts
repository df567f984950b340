import type { Listed } from './DataTable.tsx'
import type { ApiProblem } from '#web/data/problem.ts'

/** A whole answer with rows (useAnswer) as a DataTable wants it. */
export const listOf = <Row>(
  answer: { isPending: boolean; error: ApiProblem | null },
  rows: readonly Row[],
): Listed<Row> => ({
  rows,
  isPending: answer.isPending,
  error: answer.error,
})
