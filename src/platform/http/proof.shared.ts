/** So long, in minutes, whoever proved who he is may grant roles and accesses without doing it again. */
export const proofMinutes = 15
