/** Lines with a name each as they are typed, while somebody else may save them. */
export type Line = { key: string; id: number | null; name: string }
export const linesOf = (rows: readonly { id: number; name: string }[]): Line[] =>
  rows.map(({ id, name }) => ({ key: `id-${id}`, id, name }))

type Some = readonly Pick<Line, 'id' | 'name'>[]
const same = (some: Some, others: Some) =>
  some.length === others.length && some.every(({ id, name }, at) => others[at]?.id === id && others[at]?.name === name)
const namesOf = (lines: Some) => lines.flatMap(({ name }) => (name.trim() === '' ? [] : [name.trim()])).join('\n')

/** What stands now, beside what was seen when typing began: nothing new; taken over, since nothing is typed or it is what was typed; else told, and what is typed stays. */
export const whenTheirs = ({ typed, seen, theirs }: Record<'typed' | 'seen' | 'theirs', Some>) => {
  if (same(theirs, seen)) return 'same'
  return same(typed, seen) || namesOf(typed) === namesOf(theirs) ? 'taken' : 'told'
}
