/** A sentence in both languages: what a file's import says is read by whoever comes later, in their own. */
export type Said = { da: string; en: string }

type Message<V> = (values: V, options: { locale: 'da' | 'en' }) => string
export const both = <V>(message: Message<V>, values: V): Said => ({
  da: message(values, { locale: 'da' }),
  en: message(values, { locale: 'en' }),
})

/** A cell as it can be quoted in a sentence. */
export const quoted = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
