import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { codeOf } from '../failure.ts'
import { hot } from './hot.ts'

const begin = hot(() => sql`savepoint alone`)
const takeBack = hot(() => sql`rollback to savepoint alone`)
const end = hot(() => sql`release savepoint alone`)

type Refused = { refused: true }
/**
 * Runs `work` so that a refusal leaves the transaction usable: when it answers `refused`, or the database refuses with
 * this SQLSTATE, everything it did is taken back, the locks it took too.
 */
export const alone = async <T>(
  ctx: Ctx,
  sqlState: string | readonly string[],
  work: () => Promise<T | Refused>,
): Promise<T | Refused> => {
  ctx.follows(begin(ctx, {}))
  try {
    const result = await work()
    if (typeof result === 'object' && result !== null && 'refused' in result) ctx.follows(takeBack(ctx, {}))
    ctx.follows(end(ctx, {}))
    return result
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined || code === null || ![sqlState].flat().includes(code)) throw error
    ctx.follows(takeBack(ctx, {}))
    return { refused: true }
  }
}
