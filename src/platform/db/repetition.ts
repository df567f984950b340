/** Whether somebody does the same over and over, and a way to say so. */
export const repetition = () => {
  let running = 0
  const repeating = async <T>(work: () => Promise<T>): Promise<T> => {
    running++
    try {
      return await work()
    } finally {
      running--
    }
  }
  return { repeating, repeats: () => running > 0 }
}
