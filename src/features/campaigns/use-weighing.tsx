import { useEffect, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import { useAnswer } from '#web/data/answers.ts'
import { weighModels } from './asking.schema.ts'
import type { Draft } from './use-campaign-draft.tsx'

export type TargetGroup = AnswerOf<typeof weighModels>

/** The target group as it is chosen, once the choice has been still for a moment; until the next one is weighed the last one stands. */
export const useWeighing = (id: number, { target, criteria }: Pick<Draft, 'target' | 'criteria'>) => {
  const [still, setStill] = useState({ target, criteria })
  useEffect(() => {
    const timer = setTimeout(() => setStill({ target, criteria }), 150)
    return () => clearTimeout(timer)
  }, [target, criteria])
  return useAnswer(weighModels, { params: { id }, body: still }, { keep: true })
}
