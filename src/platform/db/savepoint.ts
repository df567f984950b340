import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { codeOf } from '../failure.ts'

type Refused = { refused: true }
/**
 * Runs `work` so that a refusal leaves the transaction usable: when it answers `refused`, or the database refuses with
 * this SQLSTATE, everything it did is taken back, the locks it took too.
 */
export const alone = async <T>(ctx: Ctx, sqlState: string, work: () => Promise<T | Refused>): Promise<T | Refused> => {
  await sql`savepoint alone`.execute(ctx.db)
  const back = () => sql`rollback to savepoint alone`.execute(ctx.db)
  try {
    const result = await work()
    if (typeof result === 'object' && result !== null && 'refused' in result) await back()
    await sql`release savepoint alone`.execute(ctx.db)
    return result
  } catch (error) {
    if (codeOf(error) !== sqlState) throw error
    await back()
    return { refused: true }
  }
}
