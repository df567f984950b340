import { getLocale, setLocale } from '#texts/runtime'
import { showMe } from '../../features/members/members.schema.ts'
import { answerOf, queries } from '#web/data/answers.ts'
import { dropCarried } from '#web/data/carried-answers.ts'
import { pathOf, useGo } from '#web/parts/Go.tsx'
import type { Me } from './me.ts'
import { writeFirstQuestions } from './first-questions.ts'
import { safeBack } from '#web/data/session.ts'

/** After signing in: forget what was asked as nobody, take over the person's language, and go where one was going. */
export const useArrive = () => {
  const go = useGo()
  return async (me: Me, back?: string) => {
    queries.clear()
    await dropCarried()
    queries.setQueryData(answerOf(showMe).queryKey, me)
    writeFirstQuestions(me)
    const to = safeBack(back)
    if (me.person.language === getLocale()) return go(pathOf(to), { replace: true })
    await setLocale(me.person.language, { reload: false })
    location.assign(to)
  }
}
