/** Words that a sentence begins with, before a name that is no person's. */
export const startsOfSentences: readonly string[] = [
  'De',
  'Vi',
  'Der',
  'Det',
  'Jeg',
  'Men',
  'Og',
  'På',
  'Hos',
  'I',
  'Nu',
  'Fra',
  'Ved',
  'Både',
]
