/** Front door: what was overruled counts again. What must hold: it is written down once more as it was said, and seen with who and when. */
import type { Ctx } from '#platform/context'
import { undoCorrection } from '../calls/calls.ts'

export const undoOverruling = (ctx: Ctx, callId: number) => undoCorrection(ctx, callId)
