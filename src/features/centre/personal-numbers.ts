import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { Problem } from '#platform/errors'
import { personalNumber } from './personal-number.shared.ts'

/**
 * Refuses text that holds a personal number: it would be read by every school, and nobody needs it here.
 * `texts`: JSON pointer of the field (`/body/what`) and what stands in it. Throws wrong-input with each bad field.
 */
export const refusePersonalNumbers = (
  ctx: Pick<Ctx, 'language'>,
  texts: readonly (readonly [string, string | null | undefined])[],
) => {
  const fields = texts
    .filter(([, text]) => text && personalNumber.test(text))
    .map(([pointer]) => ({
      pointer,
      code: 'personal-number',
      detail: m.centre_personal_number({}, { locale: ctx.language }),
    }))
  if (fields.length > 0) throw new Problem('wrong-input', { fields })
}
