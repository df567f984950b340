/** What the compiler cannot see by itself of lists and records; only for values that are made whole in one place. */

/** Whether a word is one of a list's: afterwards the compiler knows it too. */
export const isOneOf = <Word extends string>(words: readonly Word[], word: string): word is Word =>
  words.some((one) => one === word)

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `Object.keys` and its like say `string`, because a value may hold more than its type names. Ours come from a table or a schema. */
export const keysOf = <Given extends object>(given: Given) => Object.keys(given) as (keyof Given & string)[]

type Entry<Given> = { [Key in keyof Given & string]-?: [Key, Exclude<Given[Key], undefined>] }[keyof Given & string]
export const entriesOf = <Given extends object>(given: Given) => Object.entries(given) as Entry<Given>[]

/** The part of a record that is kept. */
export const partOf = <Given extends object>(
  given: Given,
  keeps: (key: Entry<Given>[0], value: Entry<Given>[1]) => boolean,
) => Object.fromEntries(entriesOf(given).filter(([key, value]) => keeps(key, value))) as Partial<Given>

/** A record with these keys and no others. */
export const recordOf = <Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>
