import { redirect } from '@tanstack/react-router'
import { ApiProblem } from '#web/data/problem.ts'
import { isHere } from '#web/data/session.ts'
import { followLanguage } from './language.ts'
import { fetchMe } from './me.ts'

/** Nobody sees a page of the centre without being signed in; afterwards they come back to where they were going. */
export const requireMe = async (href: string) => {
  try {
    const me = await fetchMe()
    isHere(me.person.id)
    followLanguage(me)
    return me
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: '/log-ind', search: { til: href } })
    throw error
  }
}
