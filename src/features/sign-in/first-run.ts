/** The first page of an empty installation: the centre and its administrator, once, by who knows the word that the start printed. */
import { problem, problemAt } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import * as m from '#texts'
import { centreIds, makeFirstCentre } from '../centre/centre.ts'
import { firstRole } from '../centre/roles.ts'
import { addMember } from '../members/members.ts'
import { endFirstRunWords, isFirstRunWord } from './first-run-word.ts'
import { hashPassword } from './password.ts'
import { refuseWeakPassword } from './weak-passwords.ts'
import { beginSession } from './sign-in.ts'
import { tryInTurn } from './tries.ts'

type Given = { word: string; centreName: string; name: string; email: string; password: string }

/** The word is read before the centres are: it goes when a centre comes, and who was slower hears that, not of a wrong word. */
const refuseWithoutWord = (visitor: Visitor, word: string) => {
  const wrong = problemAt('wrong-word', '/body/word', m.sign_in_problem_wrong_word({}, { locale: visitor.language }))
  return tryInTurn(visitor, { account: 'first run', wrong }, async () => {
    const known = await isFirstRunWord(visitor.database, word)
    if ((await centreIds(visitor.database)).length > 0) throw problem('already-set-up')
    return known || undefined
  })
}

export const setUpCentre = async (visitor: Visitor, given: Given) => {
  const { word, centreName, name, email, password } = given
  await refuseWithoutWord(visitor, word)
  refuseWeakPassword(password, [name, email, centreName], visitor.language)
  const passwordHash = await hashPassword(password)
  const { language } = visitor
  const made = await makeFirstCentre(visitor.database, centreName, async (ctx) => {
    await endFirstRunWords(ctx)
    const { personId } = await addMember(ctx, { name, email, role: firstRole, passwordHash, language })
    return { personId, centreId: ctx.centreId }
  })
  if (!made) throw problem('already-set-up')
  return beginSession(visitor, made.personId, made.centreId)
}
