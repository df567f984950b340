/** Words that a sentence begins with, before a name of a company or a town. */
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
