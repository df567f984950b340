/** So many weeks ahead people are looked for. */
export const weeksAhead = 4
/** How hard the engine tries: rounds of prices, and trials. */
export const effort = { rounds: 80, trials: 20_000 }
