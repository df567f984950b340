/** Marks the field that Ctrl+K goes to (frame-keys.ts): `<input {...searchTarget} />`. */
export const searchTarget = { 'data-search-target': true } as const
export const findSearchTarget = () => document.querySelector<HTMLInputElement>('[data-search-target]')
