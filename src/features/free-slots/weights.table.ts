/** What weighs how much when people are chosen for a visit (algorithms.md, B): the same on the phone, at night, and in files that are staffed by command. */
export const weights = {
  staffed: 100,
  expertise: 40,
  contact: 30,
  /** Driving costs no more than this. */
  travel: 30,
  /** Of what driving costs who leads, so much for who comes along. */
  travelAlong: 0.6,
  along: 4,
  learning: 20,
  otherSchool: 6,
} as const
