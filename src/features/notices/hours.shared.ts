/** From when the morning's mails go; a house that was asleep then still tells before it is over. */
export const morning = { from: '07:00', to: '10:00' } as const
/** So often is looked for whoever wants to hear at once. */
export const everyMinutes = 5
