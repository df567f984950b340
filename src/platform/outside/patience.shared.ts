/** So long, in milliseconds, an address outside may take to answer, redirects included; and so many bytes its answer may have. */
export const longest = 20_000
export const most = 8_000_000
