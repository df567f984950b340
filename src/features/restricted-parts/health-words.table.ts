/**
 * Words that say something of a person's health or abilities (GDPR art. 9), by their Danish and English stems, whatever they end in: reports are written
 * in either language, whatever the page's. What only looks so stands out again: strength (`kræfter`), the working environment, a job at a hospital.
 */
const stems = [
  'stress',
  'depress',
  'angst',
  'adhd',
  'autis',
  'bipolar',
  'psykisk(?! arbejdsmiljø)',
  'psykiatri',
  'psykolog(?!i)',
  'demen[st]',
  'diagnos',
  'ordblind',
  'dyslek',
  'dyslex',
  'talblind',
  'gravid',
  'barselsgen',
  'abort',
  'kræft(?!e[rn])',
  'brystkræft',
  'cancer',
  'diabet',
  'sukkersyg',
  'epilep',
  'sklerose',
  'parkinson',
  'gigt(?!ig)',
  'slidgigt',
  'blodprop',
  'hjertesyg',
  'hjernerystelse',
  'diskusprolaps',
  'handicap',
  'invalid',
  'misbrug',
  'alkohol(?:iker|misbrug|problem)',
  'alcohol(?:ic|ism)',
  'drikker (?:for meget|tæt)',
  'syg(?:e|dom\\p{L}*)?(?!\\p{L})',
  'sygemeld',
  '\\p{L}*langtidssyg',
  'nedslidt',
  'pregnan',
  'sick leave',
  'disab(?:led|ilit)',
  '(?:mental|chronic)(?:ly)? ill',
]
/** One of them, with whatever it ends in. */
export const healthWord = new RegExp(`(?<!\\p{L})(?:${stems.join('|')})\\p{L}*`, 'iu')

/** What begins a sentence and is nobody's name, though a health word may follow: "Chefen er sygemeldt" names nobody. */
export const noName =
  /^(?:den|det|de|der|han|hun|vi|i|jeg|flere|mange|nogle|to|tre|fire|fem|en|et|ingen|alle|man|mester|begge|hver|nogen|they|he|she|it|we|some|one|nobody|many|two|three|\p{L}+(?:en|et|erne|ene|ere))$/iu
/** What follows a company's name. */
export const companyForm =
  /^(?:a\/s|aps|i\/s|k\/s|p\/s|ivs|s\.?m\.?b\.?a\.?|a\.?m\.?b\.?a\.?|holding|gruppen|group)(?!\p{L})/iu
