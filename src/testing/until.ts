/** Far longer than anything takes on a busy machine, and less than a test may: no measure, only an end for what never comes. */
const patience = 150_000

/** Waits for what a test waits for, however long it takes. What is asked may fail meanwhile. Throws when it never comes. */
export const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + patience
  for (;;) {
    const there = await Promise.resolve()
      .then(done)
      .catch(() => false)
    if (there) return
    if (performance.now() > end) throw new Error(`It did not happen: ${done.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
