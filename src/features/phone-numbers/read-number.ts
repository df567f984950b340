/** Numbers that people write: what can be called, as it is compared everywhere. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { problemAt } from '#platform/errors'
import { readPhone } from '../official-codes/official-codes.ts'

/**
 * Eight digits that begin with two or more in Denmark (the Danish numbering plan gives no subscriber a number that begins with 0 or 1: those are
 * 112, 114 and the operators' own); others with their country's `+`; six digits in Greenland and the Faroes.
 */
const callable = /^([2-9]\d{7}|\d{6}|\+(?!45)\d{6,15})$/

/** Throws wrong-input at the field. */
export const readNumber = (ctx: Ctx, written: string, pointer: string): string => {
  const read = /[\p{L}]/u.test(written) ? null : readPhone(written)
  if (read === null || !callable.test(read))
    throw problemAt('wrong-input', pointer, m.phone_numbers_not_a_number({ written }, { locale: ctx.language }))
  return read
}
