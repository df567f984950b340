/** Words about health, and how a sentence names someone, in Danish and in English: reports are written in either, whatever language the page has. */
export const health =
  /(?<!\p{L})(stress\p{L}*|angst|depress\p{L}*|kræft|diabetes|epilepsi|adhd|autis\p{L}*|handicap\p{L}*|misbrug\p{L}*|alkohol\p{L}*|drikker|sygemeld\p{L}*|langtidssyg\p{L}*|psykisk\p{L}*|gravid\p{L}*|ordblind\p{L}*|dyslek\p{L}*|blodprop\p{L}*|cancer|pregnan\p{L}*|dyslex\p{L}*)(?!\p{L})/iu
export const inside = /(?<=[\p{Ll}\d,;:)]\s)\p{Lu}\p{Ll}+/u
export const starts = /^(\p{Lu}\p{Ll}+)\s(?:er|har|vil|kan|bliver|blev|is|has)(?!\p{L})/u
export const noName =
  /^(den|det|de|der|han|hun|vi|flere|mange|nogle|to|tre|fire|en|ingen|alle|man|mester|chefen|ledelsen|medarbejderne?|they|he|she|some|one|nobody)$/i
