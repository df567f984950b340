/** Puts the focus on the first field within that is wrong, once it is marked. */
export const toFirstError = (within: EventTarget | null | undefined) =>
  requestAnimationFrame(() => {
    if (within instanceof Element) within.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  })
