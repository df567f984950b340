/** How many days back the last working day before one lies, by its weekday (1 is Monday): from a Sunday and a Monday it is Friday. */
export const daysBackToWork = (weekday: number): number => ({ 1: 3, 7: 2 })[weekday] ?? 1
