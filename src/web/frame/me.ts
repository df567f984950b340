import type { AnswerOf, Endpoint } from '#platform/endpoint'
import { showMe } from '../../features/members/members.schema.ts'
import { writeFirstQuestions } from './first-questions.ts'
import { answerOf, queries, useAnswer } from '#web/data/answers.ts'

export type Me = AnswerOf<typeof showMe>

/** Who is signed in; throws ApiProblem `not-signed-in`. */
export const fetchMe = async (): Promise<Me> => {
  const me = await queries.ensureQueryData(answerOf(showMe))
  writeFirstQuestions(me)
  return me
}

/** Who is signed in. Only for pages inside the sign-in guard, where the answer is always there. */
export const useMe = (): Me => {
  const { data } = useAnswer(showMe)
  if (!data) throw new Error('useMe outside the sign-in guard')
  return data
}

/** Whether I may use a verb at all: `const may = useMay()`, `may(makeList) && <Button>`. */
export const useMay = () => {
  const { may } = useMe()
  return ({ name }: Pick<Endpoint, 'name'>) => may.includes(name)
}
