/** A start that cannot go on: the sentence is all the user needs. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}
