import { useMutation } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import * as m from '#texts'
import type { AnswerOf, Endpoint } from '#platform/endpoint'
import type { InputArg } from './address.ts'
import { touchAfter } from './answers.ts'
import { type CallOptions, call } from './api.ts'
import { sayDone, sayProblem } from './notices.ts'
import { ApiProblem, sentenceOf } from './problem.ts'
import { leaveForSignIn } from './session.ts'

type Sending = Pick<CallOptions, 'file' | 'onProgress' | 'signal'>
export type ActOptions<E> = {
  onDone?: (answer: AnswerOf<E>, input: InputArg<E>) => unknown
  /** What the bar says when it is done; nothing said without. */
  says?: (answer: AnswerOf<E>, input: InputArg<E>) => string
  /** How to take it back; shown for ten seconds beside what `says` said. */
  undo?: (answer: AnswerOf<E>, input: InputArg<E>) => (() => Promise<unknown>) | undefined
  /** Return true when the page shows the problem itself; otherwise the bar says it. */
  onProblem?: (problem: ApiProblem, input: InputArg<E>) => boolean | void
}

/** What was done stands, whatever the page makes of it: an error there is the page's, and goes where such errors go. */
const tellPage = async (tell: () => unknown) => {
  try {
    await tell()
  } catch (error) {
    reportError(error)
  }
}

/**
 * An act: `const strike = useAct(strikeCompany, {says: () => m.struck(), undo: ...})`, then `strike.run({params, body})`.
 * `run` never throws: it gives the answer, or undefined when the problem has been said. A repeated run with the same
 * input after a failure uses the same Idempotency-Key, so an act whose answer was lost is not done twice.
 */
export const useAct = <E extends Endpoint>(endpoint: E, options: ActOptions<E> = {}) => {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const unanswered = useRef<{ input: string; key: string } | undefined>(undefined)
  const mutation = useMutation<AnswerOf<E>, ApiProblem, { input: InputArg<E>; sending: Sending | undefined }>({
    networkMode: 'always',
    mutationFn: async ({ input, sending }) => {
      const text = JSON.stringify(input ?? null)
      if (unanswered.current?.input !== text) unanswered.current = { input: text, key: crypto.randomUUID() }
      const answer = await call(endpoint, input, { ...sending, idempotencyKey: unanswered.current.key })
      unanswered.current = undefined
      return answer
    },
  })
  const run = async (input?: InputArg<E>, sending?: Sending): Promise<AnswerOf<E> | undefined> => {
    const given = input as InputArg<E>
    const { onDone, says, undo } = latest.current
    let answer: AnswerOf<E>
    try {
      answer = await mutation.mutateAsync({ input: given, sending })
    } catch (error) {
      // A refusal is an answer: pressing again is a new try. Only a lost answer keeps its key.
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) unanswered.current = undefined
      if (error instanceof ApiProblem && error.code === 'not-signed-in') leaveForSignIn()
      else if (!(error instanceof ApiProblem) || latest.current.onProblem?.(error, given) !== true)
        sayProblem(sentenceOf(error, m.web_failed()))
      return undefined
    }
    await tellPage(() => {
      if (says) sayDone(says(answer, given), undo?.(answer, given))
      return onDone?.(answer, given)
    })
    touchAfter(endpoint.path)
    return answer
  }
  return { run, running: mutation.isPending, problem: mutation.error, reset: mutation.reset }
}
