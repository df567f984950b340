/** Puts the text of an element on the clipboard; false when the browser lets nobody: then it stands marked, for the keys. */
export const copyTextOf = async (shown: HTMLElement): Promise<boolean> => {
  // Without https there is no `navigator.clipboard`, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    await clipboard?.writeText(shown.textContent)
    if (clipboard) return true
  } catch {
    // Refused: the older way is tried.
  }
  getSelection()?.selectAllChildren(shown)
  return document.execCommand('copy')
}

/** Puts words on the clipboard; false when the browser lets nobody: then they must be shown. */
export const copyText = async (text: string): Promise<boolean> => {
  const shown = document.createElement('pre')
  shown.textContent = text
  document.body.append(shown)
  try {
    return await copyTextOf(shown)
  } finally {
    shown.remove()
  }
}
