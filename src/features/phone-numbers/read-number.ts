/** Numbers that people write: what can be called, as it is compared everywhere. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { problemAt } from '#platform/errors'
import { readPhone } from '../official-codes/official-codes.ts'

/** Throws wrong-input at the field. */
export const readNumber = (ctx: Ctx, written: string, pointer: string): string => {
  const read = readPhone(written)
  if (read === null)
    throw problemAt('wrong-input', pointer, m.phone_numbers_not_a_number({ written }, { locale: ctx.language }))
  return read
}
