import { firstQuestionsCookie, writtenDown } from '#platform/first-questions.shared'
import { listWaiting } from '../../features/home/home.schema.ts'
import { showMe } from '../../features/members/members.schema.ts'
import type { Me } from './me.ts'

const year = 365 * 24 * 60 * 60
/** The next page that is loaded here begins with what this person may ask, and with no refusal. */
export const writeFirstQuestions = ({ may }: Pick<Me, 'may'>): void => {
  const asks = [showMe.path, ...(may.includes(listWaiting.name) ? [listWaiting.path] : [])]
  document.cookie = `${firstQuestionsCookie}=${writtenDown(asks)}; path=/; max-age=${year}; samesite=lax`
}
