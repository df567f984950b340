/** What is asked until the centre has written its own: open questions, none that can be answered with yes. */
import type { Message } from '#platform/text/language'
import * as m from '#texts'
import type { Question } from './guides.schema.ts'

type Asked = Omit<Question, 'words'> & { words: Message }
const ask = (
  part: Question['part'],
  words: Message,
  { occasion = null, trade = null }: Partial<Pick<Question, 'occasion' | 'trade'>> = {},
): Asked => ({ part, occasion, trade, words })

export const houseGuide: readonly Asked[] = [
  ask('direction', m.guides_ask_going),
  ask('direction', m.guides_ask_going_since, { occasion: 'follow-up' }),
  ask('direction', m.guides_ask_going_new, { occasion: 'new-manager' }),
  ask('direction', m.guides_ask_going_metal, { trade: 'metal' }),
  ask('direction', m.guides_ask_going_food, { trade: 'food' }),
  ask('direction', m.guides_ask_going_building, { trade: 'building' }),
  ask('direction', m.guides_ask_going_transport, { trade: 'transport' }),
  ask('direction', m.guides_ask_going_trading, { trade: 'trading' }),
  ask('direction', m.guides_ask_going_kitchens, { trade: 'kitchens' }),
  ask('direction', m.guides_ask_going_care, { trade: 'care' }),
  ask('direction', m.guides_ask_busy_day),
  ask('people', m.guides_ask_people_then),
  ask('people', m.guides_ask_people_used, { occasion: 'follow-up' }),
  ask('people', m.guides_ask_people_keep, { occasion: 'new-manager' }),
  ask('people', m.guides_ask_people_dear),
  ask('people', m.guides_ask_people_new),
  ask('education', m.guides_ask_learnt),
  ask('education', m.guides_ask_learnt_since, { occasion: 'follow-up' }),
  ask('education', m.guides_ask_learnt_before, { occasion: 'new-manager' }),
  ask('education', m.guides_ask_spare),
  ask('basics', m.guides_ask_words),
  ask('basics', m.guides_ask_words_food, { trade: 'food' }),
  ask('basics', m.guides_ask_words_care, { trade: 'care' }),
  ask('basics', m.guides_ask_not_understood),
]
