/**
 * Which of the questions that a page begins with (`asksFirst`) who is signed in at this browser may ask: the page writes it down for the server, which sends
 * the page before anybody has asked the database. It decides nothing: what may be asked the contracts say.
 */
export const firstQuestionsCookie = 'begins-with'
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

export const writtenDown = (paths: readonly string[]): string => paths.map(nameOf).join('.')
/** Nothing is written down: all of them. */
export const amongThose = (paths: readonly string[], written: string | undefined): string[] =>
  paths.filter((path) => written === undefined || written.split('.').includes(nameOf(path)))
