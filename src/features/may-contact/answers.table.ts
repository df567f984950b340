import * as m from '#texts'
import type { AnswerWord } from './answers.schema.ts'

/** What a company can answer, in the words of buttons and threads alike. */
export const answerWords: Record<AnswerWord, () => string> = {
  'wants-contact': m.may_contact_answer_wants_contact,
  later: m.may_contact_answer_later,
  'not-interested': m.may_contact_answer_not_interested,
  'no-answer': m.may_contact_answer_no_answer,
  'call-back': m.may_contact_answer_call_back,
  'wrong-number': m.may_contact_answer_wrong_number,
  'do-not-contact': m.may_contact_answer_do_not_contact,
  closed: m.may_contact_answer_closed,
}
