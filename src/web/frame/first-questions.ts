import { firstQuestionsCookie, writtenDown } from '#platform/first-questions.shared'
import { firstQuestions } from '../../features/home/first-questions.shared.ts'
import type { Me } from './me.ts'

const year = 365 * 24 * 60 * 60
/** The next page that is loaded here begins with what this person may ask, and with no refusal. */
export const writeFirstQuestions = ({ may }: Pick<Me, 'may'>): void => {
  const asks = firstQuestions.filter(({ can, name }) => can === 'anyone' || may.includes(name)).map(({ path }) => path)
  document.cookie = `${firstQuestionsCookie}=${writtenDown(asks)}; path=/; max-age=${year}; samesite=lax`
}
