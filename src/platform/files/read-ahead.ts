/** Lets a `for await` be left early without closing the stream behind it, so that reading can go on later. */
export const keptOpen = <T>(stream: AsyncIterator<T>): AsyncIterable<T> => ({
  [Symbol.asyncIterator]: () => ({ next: () => stream.next() }),
})
