import type { Context } from 'hono'
import { problem } from '../errors.ts'
import { languageOf } from './exchange.ts'
import { problemAnswer } from './problem-answer.ts'

/** A known address, asked in another way; served last, so that no other address is taken for it. `methods`: `GET, POST`. */
export const wrongMethod = (methods: string) => (context: Context) => {
  const refused = problemAnswer(problem('wrong-method', { methods }), languageOf(context), () => '')
  refused.headers.set('allow', methods)
  return refused
}
