/** Far longer than anything takes on a busy machine, and less than a test may: no measure, only an end for what never comes. */
const patience = 150_000

type Asked = () => boolean | Promise<boolean>

const isSo = async (done: Asked) => {
  try {
    return await done()
  } catch {
    return false
  }
}

/** Waits for what a test waits for, however long it takes. What is asked may fail meanwhile. Throws when it never comes. */
export const until = async (done: Asked): Promise<void> => {
  const end = performance.now() + patience
  for (;;) {
    if (await isSo(done)) return
    if (performance.now() > end) throw new Error(`It did not happen: ${done.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
