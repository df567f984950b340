/** A trade area is proposed to who has told of at least so many visits in it, and after a no not again for so long. */
export const proposing = { leastVisits: 5, quietMonths: 12 } as const
