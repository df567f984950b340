/** A pattern for `like`: texts that hold these words as they were written, where `%` and `_` mean themselves. */
export const containing = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`
