import { asRoom } from '#platform/room'
import { endMailedWords } from './mailed-words.ts'

export const room = asRoom({
  name: 'mailed-words',
  owns: ['visit_draft_mail', 'mailed_words_known', 'unsafe_end_mailed_words'],
  routes: [],
  sweeps: [endMailedWords],
})
