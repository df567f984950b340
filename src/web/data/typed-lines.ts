/** Lines with a name each as they are typed, while somebody else may save them. */
export type Line = { key: string; id: number | null; name: string }
export const linesOf = (rows: readonly { id: number; name: string }[]): Line[] =>
  rows.map(({ id, name }) => ({ key: `id-${id}`, id, name }))

type Some = readonly Pick<Line, 'id' | 'name'>[]
const same = (some: Some, others: Some) =>
  some.length === others.length && some.every(({ id, name }, at) => others[at]?.id === id && others[at]?.name === name)
const namesOf = (lines: Some) => lines.flatMap(({ name }) => (name.trim() === '' ? [] : [name.trim()])).join('\n')

type Given = Record<'typed' | 'seen' | 'theirs', Some> & { sent?: Some | null }
/**
 * What stands now, beside what was seen when typing began: nothing new; taken over, since nothing is typed or it is what was typed; one's own, as it was `sent` while one types on; else
 * told, and what is typed stays.
 */
export const whenTheirs = ({ typed, seen, theirs, sent = null }: Given) => {
  if (same(theirs, seen)) return 'same'
  return same(typed, seen) || namesOf(typed) === namesOf(theirs)
    ? 'taken'
    : sent && namesOf(sent) === namesOf(theirs)
      ? 'own'
      : 'told'
}

/** As it is saved: what stands already under a name keeps its number; whatever stands no more, or under another name, is new. */
export const savedAs = (typed: Some, theirs: Some): { id: number | null; name: string }[] => {
  const left = [...theirs]
  return typed.flatMap((line) => {
    const name = line.name.trim()
    if (name === '') return []
    const at = left.findIndex((one) => one.name === name)
    const [stands] = at < 0 ? [] : left.splice(at, 1)
    return [{ id: stands?.id ?? null, name }]
  })
}
