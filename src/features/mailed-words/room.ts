import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'mailed-words', owns: ['visit_draft_mail', 'mailed_words_known'], routes: [] })
