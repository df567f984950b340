/**
 * Words that say somebody's union (GDPR article 9: membership of a union is never kept, whoever says it). A machine knows titles; what else is private
 * the hint at the field says.
 */
import { problem } from '#platform/errors'

const words = [
  String.raw`f(\p{L}{1,2}lles)?\.?\s*-?\s*tillids\p{L}*`,
  String.raw`tillids-?\s*\p{L}*`,
  String.raw`f?tr(-?(suppleant|er|’er|'er|s))?`,
  String.raw`(shop|union)\s*-?\s*(steward|rep(resentative)?|delegate)s?`,
  String.raw`klub-?\s*(formand|kasserer|leder|bestyrelse\p{L}*)`,
  String.raw`fag(forenings|forbunds)\p{L}*`,
  String.raw`fagforening|fagforbund`,
]
const isUnion = new RegExp(String.raw`(?<![\p{L}\d])(${words.join('|')})(?![\p{L}\d])`, 'iu')

/** Throws union-title, which says why and what to do. */
export const refuseUnionWords = (written: readonly string[]): void => {
  const found = written.map((text) => isUnion.exec(text.normalize('NFC'))?.[0]).find((word) => word !== undefined)
  if (found !== undefined) throw problem('union-title', { word: found })
}
