/**
 * A spreadsheet runs a CSV cell that starts with = + - @ (or a tab or CR before them, or their full-width twins) as a formula; text
 * typed by strangers must not. Source: OWASP, "CSV Injection". The guard is a leading apostrophe.
 * Left alone, because they cannot do anything and people want them back as they were: signed numbers and phone numbers,
 * that is a sign followed only by digits, spaces, points and commas (`-12,50`, `+45 12 34 56 78`).
 * Text that already looks guarded gets one more apostrophe, so that `unguarded(guarded(text))` is always `text`.
 */
export const guarded = (text: string): string =>
  /^'*[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]\d[\d .,]*$/.test(text) ? `'${text}` : text

/** Takes the guard off again when such a file comes back to us. */
export const unguarded = (text: string): string =>
  text.charCodeAt(0) === 39 && /^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
