import { getLocale } from '#texts/runtime'

/** "A, B og C". */
export const saysNames = (names: readonly string[]): string => new Intl.ListFormat(getLocale()).format(names)
