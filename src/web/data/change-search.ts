import { useNavigate } from '@tanstack/react-router'

/**
 * Changes what stands after `?` in the address, only what is named, on whatever page this is: `const change =
 * useChangeSearch<typeof search>()`, `change({q: 'bager'})`. It leaves no trail of each letter in the browser's history;
 * `change({...}, {history: true})` does.
 */
export const useChangeSearch = <Search extends object>() => {
  const navigate = useNavigate()
  return (change: { [Key in keyof Search]?: Search[Key] | undefined }, options: { history?: boolean } = {}) =>
    void navigate({ to: '.', search: (was: Search) => ({ ...was, ...change }), replace: !options.history } as never)
}
