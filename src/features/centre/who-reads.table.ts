/**
 * Who reads what is written of a company: the mark beside the field, and what is really shown (`company-page/who-reads.test.ts`). `company`: its own page
 * shows it, word for word.
 */
export const whoReads = {
  /** Who has the company. */
  contact: 'company',
  /** When and where is met, and who comes. */
  meeting: 'company',
  /** What was agreed to do, by us or by them. */
  promise: 'company',
  'follow-up': 'centre',
  deputy: 'centre',
  'booking-words': 'centre',
  'call-words': 'centre',
  report: 'centre',
  need: 'centre',
  enquiry: 'centre',
  /** What was said with a referral: who gave it, who has it, those who lead their schools, and the coordinators. */
  referral: 'group',
  /** A working group's plan: who is in it, who is asked, and the coordinators; what is said there is for who is in it alone. */
  group: 'group',
  /** The three lines at its end. */
  'group-result': 'centre',
  question: 'centre',
  'wait-words': 'centre',
  register: 'centre',
  workplaces: 'centre',
} as const
